#pragma once

#include <cstddef>
#include <cstdint>

#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

struct FrontierOptions {
  /// More points than this are not listed; the frontier is then covered with a proved gap, by as
  /// many at most, or one for each set of parties that may be asked where that is more.
  std::size_t most_points = 20'000;
  /// When the frontier must be covered, the gap that is good enough.
  double gap = 0.01;
  /// Comparisons of some nanoseconds after which a cover settles for the gap that it has.
  std::uint64_t most_steps = 4'000'000'000;
  /// How many deals of equal utilities are listed with each point; all are counted.
  std::size_t most_deals = 8;
};

/// The deals of the zone of agreement that cannot be bettered for a party that every deal needs
/// without another one of these losing. Parties whose consent only some deals need are heard in
/// what the zone is.
struct Frontier {
  /// Distinct vectors of utilities of the parties that every deal needs, the first one's highest
  /// first, then the second's, ….
  std::vector<Point> points;
  Count outcomes;     ///< deals behind all points
  bool exact = true;  ///< whether these are all points
  /// For each deal of the zone some point gives every consenting party at least as much less `gap`,
  /// each party's utility scaled so that its worst deal is 0 and its best is 1. 0 when exact.
  double gap = 0;
};

/// The Pareto frontier, exact where it has at most most_points points and otherwise covered.
///
/// Issues that linkages or interactions tie together form blocks; blocks are combined by sums of
/// frontiers, and partial deals that another one beats everywhere are dropped. Utilities are whole
/// numbers of a party's unit (see scale.hpp), so sums and comparisons are exact. The deals that
/// need the same parties form a part (see parts.hpp); parts are solved each on its own. Empty when
/// there is no zone of agreement. Fails with "block-too-large" when issues tied together have more
/// combinations than can be looked at. Deterministic.
Result<Frontier> frontier(const Problem& problem, const FrontierOptions& options = {},
                          const Control& control = {});

}  // namespace parley::bargaining
