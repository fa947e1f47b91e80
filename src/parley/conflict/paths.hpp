#pragma once

#include <optional>
#include <vector>

#include "parley/conflict/walk.hpp"

namespace parley::conflict {

/// How a state can come about from today's.
struct Route {
  StateIndex to = 0;
  std::optional<Path> by_moves;         ///< a shortest; nothing: it cannot be reached
  std::optional<Path> by_improvements;  ///< each of its moves improves on the state it is made from
};

/// Status quo analysis (Li, Kilgour & Hipel 2005): shortest legal paths, nobody moving twice in a
/// row, from `from` to each of `to`, in their order. The state itself has two empty paths. Memory
/// O(states * players).
std::vector<Route> routes(const Graph& graph, StateIndex from, const std::vector<StateIndex>& to);

}  // namespace parley::conflict
