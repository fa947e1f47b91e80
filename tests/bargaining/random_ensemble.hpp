#pragma once

#include <cstdint>

#include "parley/bargaining/most_robust.hpp"

namespace parley::bargaining {

/// A small ensemble drawn from a seed: up to 3 parties of which one may only act, 4 issues of up to
/// 3 options, 12 worlds, with red lines, linkages, facts and interactions; half of them in whole
/// tenths, so that ties abound.
Ensemble random_ensemble(std::uint64_t seed);

/// A sum over its options, with a bonus.
Measure random_measure(const Ensemble& ensemble, std::uint64_t seed);

}  // namespace parley::bargaining
