#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/conflict/concept.hpp"
#include "parley/conflict/graph.hpp"

namespace parley::conflict {

/// What a player must think of a state for it to be stable for that player, the others' outlooks
/// being what they are (the inverse problem; Kinsara, Kilgour & Hipel 2015).
///
/// Only comparisons of the state with others matter, and only with those that the player's
/// improvements and the others' answers lead to. What is needed is a condition over "holds the
/// state at least as good as q".
struct Inverse {
  /// The states with which the comparison matters, ascending.
  std::vector<StateIndex> compared;
  /// The smallest sets of states that the player must not prefer to the state; any one of them is
  /// enough. One empty set: the state is stable whatever the player thinks. None: never.
  std::vector<std::vector<StateIndex>> needs;
  /// The share of all strict rankings of the states that make the state stable for the player.
  double share = 0;
  /// How many of them, as long as there are at most 20 states.
  std::optional<std::uint64_t> rankings;
};

/// Answers exactly, for any ranking of the player, ties included. For SEQ and SSEQ the others'
/// improvements are those of the graph; the others' own verdicts, which may depend on the player's
/// ranking in turn, are not part of the question. Fails with "too-large" when more than 20 states
/// have to be compared.
Result<Inverse> inverse(const Graph& graph, Concept concept_, std::size_t player, StateIndex state);

}  // namespace parley::conflict
