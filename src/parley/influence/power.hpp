#pragma once

#include <cstdint>
#include <vector>

#include "parley/base/result.hpp"

/// How much a vote is worth, before anybody's position is known.
namespace parley::influence {

/// Votes that pass with enough weight and with all who have a veto.
struct WeightedVote {
  std::vector<double> weights;      ///< not negative; up to six decimals count
  double quota = 0;                 ///< what a coalition needs at least; above 0
  std::vector<std::size_t> vetoes;  ///< voters without whom nothing passes
};

struct PowerIndices {
  /// The share of orders in which a voter turns the coalition before it into a winning one (Shapley
  /// & Shubik 1954); they sum to 1.
  std::vector<double> shapley_shubik;
  /// The share of coalitions of the others that a voter would make win (Penrose 1946, Banzhaf
  /// 1965).
  std::vector<double> banzhaf;
  /// The same as shares of their sum.
  std::vector<double> banzhaf_normalised;
};

/// Exact, by counting coalitions by size and weight.
///
/// Fails with "negative-weight", "not-finite", "unknown-actor" (a veto of nobody), "bad-quota"
/// (not above 0, or more than all have) and, where weights have more than six decimals or are too
/// many for 200,000,000 steps, with "too-large". Costs (voters^3 * total weight in the smallest
/// unit), less for equal ones.
Result<PowerIndices> power_indices(const WeightedVote& vote);

}  // namespace parley::influence
