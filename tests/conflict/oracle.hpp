#pragma once

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "parley/conflict/coalition.hpp"
#include "parley/conflict/concept.hpp"

// The definitions by plain enumeration over sets: slow, short, and only for tests. Nothing of the
// engine is used but the names of the concepts.
namespace parley::conflict::oracle {

/// A conflict as the definitions speak of it.
struct Conflict {
  std::size_t states = 0;
  std::vector<std::vector<std::set<std::size_t>>> moves;  // [player][state]: R_i(s)
  std::vector<std::vector<int>> worth;                    // [player][state]: larger is better
  std::size_t players() const { return moves.size(); }
};

/// Whether a move from one state to another counts.
using Counts = std::function<bool(std::size_t player, std::size_t from, std::size_t to)>;

/// R_H(s) by the smallest sets with rules 1 and 2 of the definition: reached states with their last
/// movers, enlarged until nothing is new.
std::set<std::size_t> reached(const Conflict& conflict, const std::set<std::size_t>& group,
                              std::size_t from, const Counts& counts);

/// What a player makes of two states, where that is more than an order.
struct Judgement {
  Counts attracts;  // the player would leave `from` for `to`
  Counts improves;  // the move counts as an improvement when the others sanction by them
  Counts deters;    // `to` is bad enough that the player would rather have stayed at `from`
};
Judgement by_worth(const Conflict& conflict);

bool stable(const Conflict& conflict, const Judgement& judgement, Concept concept_,
            std::size_t player, std::size_t state);

bool stable(const Conflict& conflict, GroupConcept concept_, const std::set<std::size_t>& group,
            std::size_t state);

/// How many strict rankings of all states make `state` stable for a player, the others' worth as it
/// is: by going through all of them.
std::size_t rankings_that_hold(Conflict conflict, Concept concept_, std::size_t player,
                               std::size_t state);

/// What each of two players anticipates when it looks `horizon` moves ahead, [player][state]: all
/// tied anticipated states. A set is worth its worst member to who decides, who stays unless
/// strictly better off.
using Anticipated = std::array<std::vector<std::set<std::size_t>>, 2>;
Anticipated anticipated(const Conflict& conflict, std::size_t horizon);

/// Whether two players stay at a state under every horizon from some point on, or leave it under
/// every one; nothing where that alternates for ever.
std::optional<bool> nonmyopic(const Conflict& conflict, std::size_t player, std::size_t state);

}  // namespace parley::conflict::oracle
