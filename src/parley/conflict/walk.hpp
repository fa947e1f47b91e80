#pragma once

#include <vector>

#include "parley/conflict/graph.hpp"

namespace parley::conflict {

/// One move of a legal sequence: who moves, and to where.
struct Step {
  std::size_t player = 0;
  StateIndex state = 0;
  friend bool operator==(const Step&, const Step&) = default;
};
using Path = std::vector<Step>;

/// What a group can bring about from a state by a legal sequence: its members move in any order,
/// each as often as it likes, nobody twice in a row (Fang, Hipel & Kilgour 1993). R_H(s) with the
/// shortest path to each state.
///
/// Breadth first over pairs of state and last mover, so that the first path found is a shortest;
/// among equals the one of the earlier players and the lower moves. A walk keeps its memory,
/// O(states
/// * players), for the next; the vectors it returns live until then. Not thread safe.
class Walk {
 public:
  explicit Walk(const Graph& graph);

  /// The states reached by moves, each once, in the order in which they are first met. The start is
  /// among them only where a sequence returns to it.
  const std::vector<StateIndex>& by_moves(Group group, StateIndex from);

  /// The same by improvements on the state that each is made from: R_H⁺(s).
  const std::vector<StateIndex>& by_improvements(Group group, StateIndex from);

  /// The same by those moves for which allowed(player, from, to) holds.
  template <class Allowed>
  const std::vector<StateIndex>& by(Group group, StateIndex from, const Allowed& allowed) {
    return run(group, from, [&](std::size_t player, StateIndex at, auto use) {
      graph_.players[player].moves.for_each(at, [&](StateIndex to) {
        if (allowed(player, at, to)) use(to);
        return true;
      });
    });
  }

  /// A shortest path to a state that the last walk has reached.
  Path path(StateIndex to) const;

 private:
  struct Pair {
    StateIndex state;
    std::uint32_t player;
    std::uint32_t before;  // the pair that it was reached from; of the start kStart
  };
  static constexpr std::uint32_t kStart = Moves::kNone;

  template <class Steps>
  const std::vector<StateIndex>& run(Group group, StateIndex from, const Steps& steps) {
    begin();
    leave(group, from, kStart, graph_.players.size(), steps);
    for (std::uint32_t k = 0; k < pairs_.size(); ++k) {
      const Pair pair = pairs_[k];
      leave(group, pair.state, k, pair.player, steps);
    }
    return reached_;
  }

  template <class Steps>
  void leave(Group group, StateIndex from, std::uint32_t before, std::size_t last,
             const Steps& steps) {
    for (std::size_t j = 0; j < graph_.players.size(); ++j) {
      if (!contains(group, j) || j == last) continue;
      steps(j, from, [&](StateIndex to) { meet(to, static_cast<std::uint32_t>(j), before); });
    }
  }

  void begin();
  void meet(StateIndex state, std::uint32_t player, std::uint32_t before);

  const Graph& graph_;
  std::vector<Pair> pairs_;
  std::vector<StateIndex> reached_;
  std::vector<std::uint32_t> first_;  // [state]: its first pair
  std::vector<bool> seen_;            // [state * players + last mover]
};

}  // namespace parley::conflict
