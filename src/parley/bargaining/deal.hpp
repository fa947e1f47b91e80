#pragma once

#include <cstddef>
#include <vector>

#include "parley/bargaining/count.hpp"
#include "parley/bargaining/problem.hpp"

namespace parley::bargaining {

/// Utilities closer than this share of a party's scale are equal.
inline constexpr double kTolerance = 1e-9;

/// kTolerance on the party's own scale: times the sum over issues of its largest value in size,
/// weighted, and of its interactions.
double tolerance(const Problem& problem, std::size_t party);

/// One option for each issue, by position: an outcome of the negotiation.
using Deal = std::vector<std::size_t>;

/// The number of all combinations of options, whether they are allowed or not.
Count count_outcomes(const Problem& problem);

/// What one party gets, on the problem's own scale.
double utility(const Problem& problem, std::size_t party, const Deal& deal);

/// What every party gets, in the order of the parties.
std::vector<double> utilities(const Problem& problem, const Deal& deal);

/// Whether the condition holds in the deal.
bool holds(const Condition& condition, const Deal& deal);

/// Whose consent the deal needs, by party: that of parties with `consents`, and of each with an act
/// that the deal holds.
std::vector<bool> consents_needed(const Problem& problem, const Deal& deal);

/// Whether some deal needs the party's consent: all do, or those that hold one of its acts.
bool may_be_asked(const Problem& problem, std::size_t party);

/// Whether the linkage has a say: it is a fact, or its owner may be asked.
bool binds(const Problem& problem, const Linkage& linkage);

/// Whether the red line has a say: its party may be asked.
bool binds(const Problem& problem, const RedLine& line);

/// Whether the deal keeps the linkage.
bool keeps(const Linkage& linkage, const Deal& deal);

/// A vector of utilities that can be reached, and the deals that reach it.
struct Point {
  std::vector<double> utilities;  ///< of every party, in the first of the deals
  /// At least one; those of equal utilities for all whose consent is needed, in lexicographic
  /// order, as many as were asked for.
  std::vector<Deal> deals;
  Count outcomes;  ///< how many deals there are, listed or not
};

}  // namespace parley::bargaining
