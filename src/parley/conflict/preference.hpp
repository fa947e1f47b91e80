#pragma once

#include <span>
#include <vector>

#include "parley/conflict/moves.hpp"

namespace parley::conflict {

/// How a decision maker judges all states.
struct Ranks {
  /// [state]: dense, from 0 for the worst; equal for equally good states.
  std::vector<Rank> rank;
  /// [state]: dense as well; of two states on different levels the higher one is strongly better
  /// (Hamouda, Kilgour & Hipel 2004). Empty: no difference is said to be strong.
  std::vector<Rank> level;
};

/// The ranks that a preference gives to states of an option-form model, a state by the options
/// taken.
///
/// Statements are compared by their truth, one after the other, so there may be any number. A
/// ranking fails with "missing-state", "duplicate-state" or "unknown-state", naming the states by
/// number; `whose` is for the message. Costs O(states) for each statement.
Result<Ranks> ranks(const Preference& preference, std::span<const Taken> states,
                    const std::string& whose);

/// The ranks that a ranking of `count` states gives; fails as above.
Result<Ranks> ranks(const Ranking& ranking, std::size_t count, const std::string& whose);

/// Ranks with any values made dense: 0 for the smallest, equal for equal.
std::vector<Rank> dense(std::span<const std::int64_t> values);

}  // namespace parley::conflict
