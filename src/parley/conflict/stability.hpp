#pragma once

#include <array>
#include <vector>

#include "parley/conflict/concept.hpp"
#include "parley/conflict/graph.hpp"

namespace parley::conflict {

/// For whom each state is stable.
class Stability {
 public:
  Stability(std::size_t players, std::size_t states);

  bool stable(Concept concept_, std::size_t player, StateIndex state) const {
    return sets_[index(concept_, player)][state];
  }
  /// Stable for every player.
  bool equilibrium(Concept concept_, StateIndex state) const;
  /// Ascending.
  std::vector<StateIndex> stable_states(Concept concept_, std::size_t player) const;
  std::vector<StateIndex> equilibria(Concept concept_) const;

  std::vector<bool>& set(Concept concept_, std::size_t player) {
    return sets_[index(concept_, player)];
  }
  std::size_t players() const { return players_; }
  std::size_t states() const { return states_; }
  friend bool operator==(const Stability&, const Stability&) = default;

 private:
  std::size_t index(Concept concept_, std::size_t player) const {
    return static_cast<std::size_t>(concept_) * players_ + player;
  }

  std::size_t players_;
  std::size_t states_;
  std::vector<std::vector<bool>> sets_;
};

/// Which states are stable for whom under all five concepts.
///
/// A state s is stable for i when each improvement s1 ∈ R_i⁺(s) meets a sanction: a state s2 that
/// the others can reach from s1 by a legal sequence of moves (each as often as it likes, nobody
/// twice in a row; Fang, Hipel & Kilgour 1993) and that i likes no better than s. For GMR and SMR
/// the others' moves are any, for SEQ and SSEQ each is an improvement on the state it is made from;
/// for SMR and SSEQ i must also have no move from s2 to a state better than s. Without
/// improvements a state is stable under all.
///
/// Since ranks are numbers, only the smallest that the others can bring about from s1 matters: it
/// is carried through the strongly connected components of the others' graph. Time and memory grow
/// with states and players, not with moves; only where moves are not transitive, with moves. Exact.
/// Ranks alone count: unknown comparisons and strength are for read_with() in reading.hpp.
Result<Stability> stability(const Graph& graph, const Control& control = {});

}  // namespace parley::conflict
