#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/bargaining/demand.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// Demands that no deal meets together, while any of them left out would let the others stand: a
/// minimal unsatisfiable subset (MUS).
struct Conflict {
  std::vector<Demand> demands;  ///< the least firm first
};

/// Demands whose softening opens a zone, while softening fewer of them would not: a minimal
/// correction set (MCS).
struct Opening {
  std::vector<Demand> demands;  ///< the firmest first: it decides how hard the opening is
  /// A deal that meets all other demands. Among those the one in which the softened reservation
  /// values must give way least, by the largest shortfall as a share of the party's own span of
  /// utilities.
  Deal deal;
  /// For each demand the utility by which a reservation value must come down for that deal; 0 for
  /// others.
  std::vector<double> shortfall;
};

/// Why there is no deal, and what would open one.
struct Explanation {
  /// All with at most `size` demands: fewer demands first, then those with the least firm demand.
  std::vector<Conflict> conflicts;
  /// All with at most `size` demands: the one whose firmest demand is least firm first, then fewer
  /// demands, then less firmness in sum.
  std::vector<Opening> openings;
  /// The size up to which both lists are complete.
  std::size_t size = 0;
  /// Linkages without an owner exclude every deal: no softening helps, and both lists are empty.
  bool impossible = false;
};

struct ExplainOptions {
  std::size_t size = 4;
  /// Sets looked at before a smaller complete size is settled for.
  std::size_t most_sets = 100'000;
};

/// Minimal conflicts and openings; both empty when there is a zone.
///
/// Method: breadth-first hitting sets (Reiter 1987, "A theory of diagnosis from first principles"):
/// an opening hits every conflict and a conflict hits every opening, so each list is grown from
/// sets of the other, found by adding demands to a consistent set while it stays consistent.
/// Smaller sets come first, hence what is found is minimal, and nothing up to the size is missed.
/// Deterministic.
Result<Explanation> explain(const Problem& problem, const ExplainOptions& options = {},
                            const Control& control = {});

}  // namespace parley::bargaining
