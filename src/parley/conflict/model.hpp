#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "parley/base/logic.hpp"
#include "parley/base/result.hpp"

namespace parley::conflict {

/// What a model may hold at most; beyond it check() and build() refuse, so memory stays bounded.
inline constexpr std::size_t kMostDecisionMakers = 32;
inline constexpr std::size_t kMostOptions = 60;
inline constexpr std::size_t kMostStates = 1U << 24U;

/// A state of an option-form model as bits: bit k says whether option k is taken.
using Taken = std::uint64_t;

/// A state of a graph as a position from 0; people see the number, which is one more.
using StateIndex = std::uint32_t;

/// Which way an option may be changed by a move.
enum class Direction {
  both,
  taking,    ///< only from not taken to taken, as when an act cannot be undone
  dropping,  ///< only from taken to not taken
};

/// Something that can be done or left; a state says of each option whether it is taken.
struct Option {
  std::string name;
  Direction direction = Direction::both;
};

/// Preference by option prioritisation (Peng, Hipel, Kilgour & Fang 1997): of two states that one
/// is better which meets the first statement on which they differ. States that agree on all are
/// equally good. The atoms are options.
struct Statements {
  std::vector<Formula> most_important_first;
  /// How many of them, from the first, make a strong difference (Hamouda, Kilgour & Hipel 2004).
  std::size_t strong = 0;
};

/// Preference by the sum of the weights of the options taken; a weight may be negative. Weights
/// count to six decimals, so that sums are exact and ties are ties.
struct Weights {
  std::vector<double> by_option;
};

/// Preference by naming every state once, best first, equally good ones in one group.
struct Ranking {
  std::vector<std::vector<StateIndex>> best_first;
  /// The groups behind which a strong difference lies: 1 means between the first and the second.
  std::vector<std::size_t> strong_after;
};

using Preference = std::variant<Statements, Weights, Ranking>;

/// A comparison nobody knows: between a state of the one kind and a state of the other, whatever
/// the preference says of them (Li, Hipel, Kilgour & Fang 2004).
struct UnknownComparison {
  Formula one;
  Formula other;
};

/// Who moves on its own and judges states. An option that several hold is moved by any of them
/// (a common move).
struct DecisionMaker {
  std::string name;
  std::vector<std::size_t> options;
  Preference preference;
  std::vector<UnknownComparison> unknown = {};
  /// States it does not see as they are: it has no move to or from them, as in GMCR+.
  std::vector<Formula> misperceived = {};
};

/// A move that is ruled out whoever makes it: from a state of the one kind to one of the other.
struct Ban {
  Formula from;
  Formula to;
};

/// A conflict in option form (Fang, Hipel & Kilgour 1993, "Interactive Decision Making: The Graph
/// Model for Conflict Resolution"): who decides, what each can do, which combinations cannot be,
/// and what each prefers.
///
/// States are the feasible combinations of options, numbered from 1 by their binary value, the
/// first option counting least. A decision maker moves from one state to another that differs in
/// its own options only. Everything is addressed by position; names are for messages. A ranking
/// names states by position after states that coincide have been merged.
struct GraphModel {
  std::vector<Option> options;
  std::vector<DecisionMaker> decision_makers;
  std::vector<Formula> infeasible;  ///< a state that meets any of them cannot be
  std::vector<Ban> bans;
  /// States that meet one of these are one state, whatever else differs; of their moves all are
  /// its, and it is judged as the last of them by binary value, whose place it takes in the order.
  std::vector<Formula> coinciding;
};

/// A conflict given as a graph of states, with no options: moves by decision maker and state, which
/// need not be transitive and may be common to several.
struct StateGraph {
  struct DecisionMaker {
    std::string name;
    std::vector<std::vector<StateIndex>> moves;  ///< [state]: where it can go from there
    Ranking preference;
    /// Pairs of states between which its preference is not known.
    std::vector<std::pair<StateIndex, StateIndex>> unknown = {};
  };
  std::vector<std::string> states;  ///< their labels
  std::vector<DecisionMaker> decision_makers;
};

/// Everything that is wrong with a model that does not need its states; no places, since a model
/// has no file. Errors: no-decision-makers, too-many-decision-makers, no-options,
/// too-many-options, duplicate-name (two decision makers, or two options of one), empty-name,
/// unknown-option, duplicate-option (one decision maker holds it twice), bad-weight,
/// missing-weights, bad-strength. Warnings: shared-option, idle-option (nobody holds it).
Diagnostics check(const GraphModel& model);

/// The same for a graph of states: no-states, too-many-states, missing-moves, unknown-state,
/// self-move, besides those on decision makers.
Diagnostics check(const StateGraph& graph);

/// A condition in the notation of the literature, a letter an option: "Y-N" holds where the first
/// is taken and the third is not. Fails with "bad-pattern" when it is not made of Y, N and - or
/// names more options than there are.
Result<Formula> pattern(std::string_view letters, std::size_t options);

/// Reads a statement over a model's options (see read_formula() for the language). An option is
/// called by its name, by "decision maker.name" where two decision makers have one of that name, or
/// by its number from 1. Fails with read_formula()'s errors, with "unknown-option", which suggests
/// the nearest name, and with "ambiguous-option".
Result<Formula> statement(std::string_view text, const GraphModel& model);

/// The name by which statement() finds an option: with its decision maker where it must be.
std::string option_name(const GraphModel& model, std::size_t option);

}  // namespace parley::conflict
