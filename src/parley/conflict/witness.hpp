#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/conflict/concept.hpp"
#include "parley/conflict/walk.hpp"

namespace parley::conflict {

/// An improvement that a player could make, and what would come of it.
struct Deviation {
  StateIndex improvement = 0;
  /// A shortest way in which the others would bring about a state that the player likes no better
  /// than the first; nothing when there is none, or when nobody looks for one (Nash).
  std::optional<Path> sanction;
  /// Where the player would go from the sanction to be better off after all; only of a deviation
  /// that no sanction without escape deters, for concepts that look for one.
  std::optional<StateIndex> escape;
};

/// Why a state is stable for a player, or not.
struct Witness {
  Concept concept_ = Concept::nash;
  std::size_t player = 0;
  StateIndex state = 0;
  bool stable = true;
  /// Stable: every improvement with its sanction, ascending by state. Not stable: the best
  /// improvement that nothing deters.
  std::vector<Deviation> deviations;
};

/// The proof of one verdict of stability(), found by walking the others' moves from each
/// improvement: O(improvements * reached moves).
Witness witness(const Graph& graph, Concept concept_, std::size_t player, StateIndex state);

/// What a player does to get from one state to another, in the model's own words: "take Attack and
/// drop Blockade"; "move to <label>" in a graph without options.
std::string act(const Graph& graph, StateIndex from, StateIndex to);

/// The witness as sentences: "State 1 is stable for Syria (GMR). Syria could take Release Water
/// (to 2) and gain; Iraq would then take Attack (to 5), which leaves Syria worse off than now."
std::string to_text(const Graph& graph, const Witness& witness);

/// "Iraq takes Attack (to 5), then Syria drops Escalate (to 4)".
std::string to_text(const Graph& graph, StateIndex from, const Path& path);

}  // namespace parley::conflict
