#include "parley/conflict/walk.hpp"

#include <algorithm>
#include <cassert>

namespace parley::conflict {

Walk::Walk(const Graph& graph)
    : graph_(graph), first_(graph.size, Moves::kNone), seen_(graph.size * graph.players.size()) {}

void Walk::begin() {
  for (const Pair& each : pairs_) {
    seen_[each.state * graph_.players.size() + each.player] = false;
    first_[each.state] = Moves::kNone;
  }
  pairs_.clear();
  reached_.clear();
}

void Walk::meet(StateIndex state, std::uint32_t player, std::uint32_t before) {
  const std::size_t pair = state * graph_.players.size() + player;
  if (seen_[pair]) return;
  seen_[pair] = true;
  if (first_[state] == Moves::kNone) {
    first_[state] = static_cast<std::uint32_t>(pairs_.size());
    reached_.push_back(state);
  }
  pairs_.push_back({state, player, before});
}

const std::vector<StateIndex>& Walk::by_moves(Group group, StateIndex from) {
  return run(group, from, [&](std::size_t player, StateIndex at, auto use) {
    graph_.players[player].moves.for_each(at, [&](StateIndex to) {
      use(to);
      return true;
    });
  });
}

const std::vector<StateIndex>& Walk::by_improvements(Group group, StateIndex from) {
  return run(group, from, [&](std::size_t player, StateIndex at, auto use) {
    graph_.players[player].moves.for_each_improvement(at, [&](StateIndex to) {
      use(to);
      return true;
    });
  });
}

Path Walk::path(StateIndex to) const {
  assert(first_[to] != Moves::kNone);
  Path path;
  for (std::uint32_t k = first_[to]; k != kStart; k = pairs_[k].before) {
    path.push_back({pairs_[k].player, pairs_[k].state});
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace parley::conflict
