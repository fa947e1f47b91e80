#pragma once

#include <algorithm>
#include <vector>

#include "parley/influence/internal/matrix.hpp"
#include "parley/influence/smp.hpp"

/// Odds of options from votes (KTAB's "probability of a Condorcet election").
namespace parley::influence::internal {

/// A vote of weight `weight` on a difference of utility.
inline double vote(smp::Vote rule, double weight, double difference) {
  const auto binary = [&] { return std::clamp(difference / 1e-8, -1.0, 1.0); };
  const double cubic = difference * difference * difference;
  switch (rule) {
    case smp::Vote::proportional:
      return weight * difference;
    case smp::Vote::binary:
      return weight * binary();
    case smp::Vote::proportional_and_binary:
      return weight * (0.8 * difference + 0.2 * binary());
    case smp::Vote::proportional_and_cubic:
      return weight * (0.5 * difference + 0.5 * cubic);
    case smp::Vote::cubic:
      return weight * cubic;
    case smp::Vote::losses_first:
      return difference < 0 ? weight * difference : 2 * weight * difference / 3;
  }
  return 0;
}

/// How likely the first of two coalitions of these strengths prevails; both above 0.
double victory(smp::Victory rule, double one, double other);

/// The odds of each option. utility(k, o) is what voter k gets from option o; weights are the
/// voters'. One option has odds 1.
std::vector<double> election(const Matrix& utility, const std::vector<double>& weights,
                             const smp::Options& rules);

}  // namespace parley::influence::internal
