#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "parley/conflict/graph.hpp"

namespace parley::conflict::internal {

/// Two numbers of a state, as a player sees it: its rank, and the rank of the best that the player
/// could make of it by a move of its own or none.
using Worth = std::array<Rank, 2>;

inline constexpr Worth kUnreached{Moves::kNone, Moves::kNone};

enum class Answers { moves, improvements };

/// For each state the smallest of each number over all states that the players but `player` can
/// reach from it by a legal sequence; kUnreached where they have no move.
///
/// Where all moves are transitive the state itself counts as reached. That harms no comparison: the
/// state is an improvement on the one that it is compared with.
std::vector<Worth> smallest_reached(const Graph& graph, std::size_t player, Answers answers);

}  // namespace parley::conflict::internal
