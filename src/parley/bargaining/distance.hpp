#pragma once

#include <optional>
#include <span>
#include <vector>

#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// How far from everybody's best any deal stays: the smallest sqrt(sum (1 - u_i / M_i)^2) over the
/// allowed deals, M_i a consenting party's best; reservation values are not looked at. Nothing when
/// some M_i is not positive.
Result<std::optional<double>> opposition(const Problem& problem, const Control& control = {});

/// The share of pairs of deals that two parties order oppositely, pairs that either finds equal
/// left out; for vectors of utilities listed deal by deal. 0 when no pair is left. O(N log N).
double conflict_level(std::span<const double> first, std::span<const double> second);

/// The smallest Euclidean distance from a vector of utilities to one of the points; nothing when
/// there are none.
std::optional<double> distance(std::span<const double> utilities, std::span<const Point> points);

}  // namespace parley::bargaining
