#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/bargaining/demand.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// Issues that are tied together, or a single one, and what the parties lose by wanting different
/// things there.
struct Driver {
  std::vector<std::size_t> issues;
  double loss = 0;
};

/// Demands that no deal meets together, while any of them left out would let the others stand: a
/// minimal unsatisfiable subset (MUS). A deal that does not need a party's consent meets its
/// demands.
struct Conflict {
  std::vector<Demand> demands;  ///< the least firm first
  /// When all of them are reservation values: the issues that drive them apart, the largest loss
  /// first; empty otherwise, and for a party whose best is below its own reservation value.
  ///
  /// Weights w, in sum 1, prove the conflict best: those for which no deal's weighted gain, sum of
  /// w (u - r) / span over the parties, is above a bound that is as low as can be. If each party
  /// had its best of every issue, that sum would be positive; an issue's loss is by how much the
  /// best that one choice does for all falls short of it there. The losses add up to the
  /// difference.
  std::vector<Driver> drivers;
};

/// Demands whose softening opens a zone, while softening fewer of them would not: a minimal
/// correction set (MCS).
struct Opening {
  std::vector<Demand> demands;  ///< the firmest first: it decides how hard the opening is
  /// Whose demands these are, in rising order.
  std::vector<std::size_t> movers;
  /// A deal that meets all other demands. Among those the one in which the softened reservation
  /// values must give way least, by the largest shortfall as a share of the party's own span of
  /// utilities.
  Deal deal;
  /// For each demand the utility by which a reservation value must come down for that deal; 0 for
  /// others.
  std::vector<double> shortfall;
};

/// Sets of demands of which an opening softens one, whatever it softens for the other choices.
struct Choice {
  std::vector<std::vector<Demand>> alternatives;  ///< each the firmest first; the least firm first
};

/// Why there is no deal, and what would open one.
struct Explanation {
  /// All with at most `size` demands: fewer demands first, then those with the least firm demand.
  std::vector<Conflict> conflicts;
  /// All with at most `size` demands, and one of any size for each party whose demands alone would
  /// open a zone: the one whose firmest demand is least firm first, then fewer demands, then less
  /// firmness in sum.
  std::vector<Opening> openings;
  /// Where conflicts have no demands in common there are independent choices: an opening takes one
  /// alternative of each, and every such combination is one, of whatever size. Empty when there is
  /// only one choice, or when it is not known that there are no more conflicts.
  std::vector<Choice> choices;
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
/// Choices are the connected components of the conflicts, with the minimal hitting sets of each;
/// they are given when each combination was seen to open a zone, which proves that no conflict is
/// missing.
/// Deterministic.
Result<Explanation> explain(const Problem& problem, const ExplainOptions& options = {},
                            const Control& control = {});

}  // namespace parley::bargaining
