#pragma once

#include <cstdint>
#include <vector>

#include "parley/bargaining/search.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining::internal {

struct CoverOptions {
  double gap = 0.01;
  std::size_t most_points = 20'000;
  std::size_t most_zones = 40'000;   ///< looked into
  std::size_t most_nodes = 100'000;  ///< of branch and bound, in all
  /// Comparisons of a zone with a point or another zone, after which the gap is what it is.
  std::uint64_t most_comparisons = 4'000'000'000;
};

/// Deals that stand for a whole frontier.
struct Cover {
  std::vector<Choices> points;  ///< none dominates another
  /// For every deal over the floors some point gives each party at least as much less this share of
  /// the party's span. Proved.
  double gap = 0;
};

/// Those of the combinations that no other one dominates, one for each vector of units, the largest
/// vector first.
std::vector<Choices> undominated(const Model& model, const std::vector<Choices>& combinations);

/// Covers the frontier of a feasible model within a gap, beginning with any deal over the floors.
///
/// What no point covers yet is a union of zones {x : x > corner} (local bounds: Klamroth, Lacour &
/// Vanderpooten 2015, "On the representation of the search region in multi-objective
/// optimization"). The zone that may hold the highest deal comes first. Lagrangian duality bounds
/// by how much a deal can exceed the corner in every coordinate: a zone whose bound is within the
/// gap is closed; a deal met on the way that lies inside becomes a point and splits the zones
/// around it. A zone without either is searched by branch and bound while nodes are left; then its
/// bound stays in the gap that is reported. The number of zones grows with the parties as fast as
/// points to the power of half their number, so with many parties a limit ends the work first.
/// Deterministic.
Result<Cover> cover(const Model& model, const Choices& rational, const CoverOptions& options,
                    const Control& control);

}  // namespace parley::bargaining::internal
