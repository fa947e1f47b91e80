#include "parley/conflict/paths.hpp"

#include <algorithm>

namespace parley::conflict {

std::vector<Route> routes(const Graph& graph, StateIndex from, const std::vector<StateIndex>& to) {
  std::vector<Route> found;
  for (const StateIndex each : to) found.push_back({each, std::nullopt, std::nullopt});
  Walk walk(graph);
  const auto fill = [&](const std::vector<StateIndex>& reached, std::optional<Path> Route::* path) {
    std::vector<bool> is_reached(graph.size);
    for (const StateIndex each : reached) is_reached[each] = true;
    for (Route& each : found) {
      if (each.to == from) {
        each.*path = Path{};
      } else if (is_reached[each.to]) {
        each.*path = walk.path(each.to);
      }
    }
  };
  fill(walk.by_moves(everybody(graph), from), &Route::by_moves);
  fill(walk.by_improvements(everybody(graph), from), &Route::by_improvements);
  return found;
}

}  // namespace parley::conflict
