#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// What a fair or good deal maximises over the frontier, for the parties that every deal needs,
/// with g = gain over the disagreement utility d and M = the best utility in any allowed deal. A
/// deal is allowed when it breaks no fact, and no red line or linkage of a party that it needs.
enum class Concept {
  nash,               ///< the product of gains (Nash 1950)
  kalai_smorodinsky,  ///< the smallest g / (M - d) (Kalai & Smorodinsky 1975, in its max-min form)
  egalitarian,        ///< the smallest g (Kalai 1977)
  utilitarian,        ///< the sum of utilities; depends on the scales
};

inline constexpr Concept kConcepts[] = {Concept::nash, Concept::kalai_smorodinsky,
                                        Concept::egalitarian, Concept::utilitarian};

/// "nash", "kalai_smorodinsky", "egalitarian", "utilitarian".
std::string_view name(Concept concept_);

struct SolutionOptions {
  /// Nodes of branch and bound after which the best deal so far is given with the gap that remains.
  std::size_t most_nodes = 5'000'000;
  std::size_t most_deals = 8;  ///< listed with each point; all are counted
};

/// The maximisers of one concept.
struct Solution {
  Concept concept_ = Concept::nash;
  double value = 0;  ///< of what is maximised; the largest, where several sets of parties gain
  /// Every maximiser on the frontier within kTolerance, the one best by leximin of normalised gains
  /// first. Empty when there is no zone.
  std::vector<Point> maximisers;
  bool exact = true;
  /// No deal is better by more than this, in what is maximised; 0 when exact.
  double gap = 0;
  /// Parties left out because no deal of the zone gives them a gain, or not together with as many
  /// others as gain in another deal.
  std::vector<std::size_t> left_out;
  std::string note;  ///< what is particular about the case, in a sentence; usually empty
};

/// One concept's solution, exactly, without listing the frontier: branch and bound over blocks of
/// issues, bounded by supporting gradients or, for the smallest gain, by a linear program.
///
/// Degenerate cases. No zone: no maximisers. A single deal in the zone: it is every concept's
/// solution. A party whose best is its disagreement utility is left out of products and smallest
/// gains. When every product of gains is 0, the largest set of parties that can gain at once is
/// taken and the product over them maximised; when several sets are largest, products of different
/// parties' gains cannot be compared, so the maximisers of each are listed. Nothing depends on the
/// order of the parties but the order of points that leximin ties. Deterministic.
Result<Solution> solve(const Problem& problem, Concept concept_,
                       const SolutionOptions& options = {}, const Control& control = {});

/// All four, in the order of kConcepts.
Result<std::vector<Solution>> solve_all(const Problem& problem, const SolutionOptions& options = {},
                                        const Control& control = {});

}  // namespace parley::bargaining
