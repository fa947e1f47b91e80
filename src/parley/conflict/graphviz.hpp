#pragma once

#include <string>

#include "parley/conflict/analysis.hpp"

namespace parley::conflict {

/// The largest graph that is drawn.
inline constexpr std::size_t kMostDrawnStates = 200;

/// The graph in Graphviz's language: a node a state, doubled where it is an equilibrium under some
/// concept, an arrow a move, named by its decision makers, dashed where none of them gains. Fails
/// with "too-large" beyond kMostDrawnStates.
Result<std::string> to_graphviz(const Graph& graph, const Analysis& analysis);

}  // namespace parley::conflict
