#pragma once

#include <string>
#include <vector>

#include "parley/conflict/concept.hpp"
#include "parley/conflict/graph.hpp"

namespace parley::conflict {

/// One thing that a mediator may bring about.
struct Change {
  enum class Kind {
    raise,     ///< a statement of a decision maker becomes more important: from place to place
    drop,      ///< a statement is held no more
    turn,      ///< the contrary of a statement is held in its place
    cost,      ///< a decision maker minds above all that an option of its own is taken
    bind,      ///< an option, once taken, cannot be dropped (a guarantee)
    rule_out,  ///< an option, not taken yet, cannot be taken
  };
  Kind kind = Kind::raise;
  std::size_t decision_maker = 0;  ///< for all but bind and rule_out
  std::size_t at = 0;              ///< the statement's place, or the option
  std::size_t to = 0;              ///< for raise: its new place
  friend bool operator==(const Change&, const Change&) = default;
};

struct ChangeSearch {
  Concept concept_ = Concept::nash;
  Taken state = 0;       ///< the situation, by the options taken
  bool holds = true;     ///< wanted: that it is an equilibrium; false: that it falls
  std::size_t most = 2;  ///< changes at once, 1 or 2
};

/// The smallest sets of changes after which a situation is an equilibrium, or is none any more:
/// all of one change; where there are none, all of two. Empty: none was found, or, as a single
/// empty set, none is needed. In the order of decision makers, then kinds, then places.
///
/// Every set is tried by running stability(): (changes)² runs at worst. Fails with build()'s
/// errors, with "unknown-state" when the situation is not feasible, and with "too-large" when the
/// sets to try times the states are more than 10^8.
Result<std::vector<std::vector<Change>>> smallest_changes(const GraphModel& model,
                                                          const ChangeSearch& search,
                                                          const Control& control = {});

/// The model after a change.
GraphModel after(GraphModel model, const Change& change);

/// "Syria holds statement 3 (not Attack) above statement 2", "Release Water cannot be dropped once
/// taken".
std::string to_text(const GraphModel& model, const Change& change);

}  // namespace parley::conflict
