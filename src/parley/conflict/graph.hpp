#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/conflict/preference.hpp"

namespace parley::conflict {

/// Comparisons that a decision maker's preference leaves open: between any state of the one set and
/// any of the other.
struct UnknownBetween {
  std::vector<bool> one;  ///< [state]
  std::vector<bool> other;
};

/// A decision maker as the algorithms see it.
struct Player {
  std::string name;
  Ranks ranks;
  Moves moves;
  std::vector<UnknownBetween> unknown;
};

/// A model as the algorithms see it: its states, and of each decision maker the moves and ranks.
struct Graph {
  std::vector<Player> players;
  /// Whether two moves of one decision maker in a row are never more than one move; then nobody
  /// has to remember who moved last.
  bool transitive = true;
  std::size_t size = 0;              ///< how many states
  std::vector<std::string> options;  ///< their names; empty for a graph given as such
  std::vector<Taken> taken;          ///< [state], ascending; of states that coincide the last
  std::vector<Taken> differs;        ///< [state]: options that its members differ in; empty: none
  std::vector<std::string> labels;   ///< [state], of a graph given as such

  /// "YN-": a letter an option, - where the states that coincide differ; empty without options.
  std::string letters(StateIndex state) const;
  /// What is done in a state, in the model's own words: "Blockade, Withdraw", or "nothing".
  std::string label(StateIndex state) const;
};

/// The states, moves and ranks of a model. Fails with everything that check(), feasible_states(),
/// ranks() and Moves find wrong. Time and memory grow with the states (16 bytes each, 12 more a
/// decision maker), with bans or coinciding states with the moves. `control` is asked between
/// decision makers.
Result<Graph> build(const GraphModel& model, const Control& control = {});
Result<Graph> build(const StateGraph& graph);

/// The state in which exactly these options are taken; nothing when it is not feasible. Not of
/// states that coincide, which stand under the last of them.
std::optional<StateIndex> state_of(const Graph& graph, Taken taken);

/// The same graph with other preferences, one a player.
Graph with_ranks(Graph graph, std::vector<Ranks> ranks);

/// A group of players as bits: bit i says whether player i belongs to it.
using Group = std::uint32_t;

inline constexpr Group everybody(const Graph& graph) {
  return static_cast<Group>((std::uint64_t{1} << graph.players.size()) - 1);
}
inline constexpr Group only(std::size_t player) { return Group{1} << player; }
inline constexpr bool contains(Group group, std::size_t player) {
  return (group >> player & 1U) != 0;
}

}  // namespace parley::conflict
