#pragma once

#include <vector>

#include "parley/influence/forecast.hpp"

namespace parley::influence {

/// A decision whose outcome is known.
struct Past {
  Hull hull;
  double compromise = 0;  ///< its weighted mean
  double outcome = 0;
};

/// The spread that fits past decisions, drawn towards `before` as if that had been seen on
/// `weight` decisions more, so that few decisions move it little.
///
/// Each outcome is the share of the way from its compromise to the end on that side, cut to 1.
/// `all_the_way` is how often it is 1; `nearness` gives the mean of the others. Decisions whose
/// hull has no width say nothing and are left out. Order does not matter.
Spread fitted(const std::vector<Past>& decisions, const Spread& before = {}, double weight = 20);

}  // namespace parley::influence
