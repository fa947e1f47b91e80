#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "parley/conflict/model.hpp"

namespace parley::conflict {

/// How good a state is for somebody: 0 the worst, equal for equally good states.
using Rank = std::uint32_t;

/// Where one decision maker can go from each state, R_i(s), and where it would like to, R_i⁺(s).
///
/// Targets stand in lists, each ascending by rank, which states share: all states that differ in
/// the mover's own options only have one list in common. A state is linked to the lists it reaches;
/// of each a tail is better than the state itself. So moves take memory in proportion to states,
/// not to pairs of states, and the improvements of a state begin at one position of each list.
class Moves {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  struct Link {
    std::uint32_t begin = kNone;  ///< the list's first position
    std::uint32_t above =
        kNone;  ///< of the first target better than the state; kNone: there is none
  };

  /// The moves of a decision maker of an option-form model among `states` (ascending), bans and
  /// coinciding states left aside. Fails with "too-many-moves" when one-way options tie together
  /// more than 2^27 pairs of state and list, or looking for them would take more than 2^27 steps.
  static Result<Moves> of_options(const GraphModel& model, std::size_t decision_maker,
                                  std::span<const Taken> states);

  /// Moves as they are given, [state]: its targets, without the state itself.
  static Moves of_lists(const std::vector<std::vector<StateIndex>>& targets);

  /// Orders each list by rank and finds where improvements begin. To be called before anything
  /// that speaks of improvements; may be called again for other preferences.
  void rank(std::span<const Rank> ranks);

  std::size_t positions() const { return targets_.size(); }
  StateIndex target(std::uint32_t position) const { return targets_[position]; }
  /// Whether a list ends here.
  bool is_last(std::uint32_t position) const { return last_[position]; }
  std::span<const Link> links(StateIndex state) const {
    if (first_link_.empty()) return {&links_[state], 1};
    return {links_.data() + first_link_[state], links_.data() + first_link_[state + 1]};
  }

  /// Calls use(target) for each state of R_i(state), until it says false.
  template <class Use>
  void for_each(StateIndex state, Use use) const {
    for (const Link& each : links(state)) {
      if (!walk(each.begin, state, use)) return;
    }
  }

  /// Calls use(target) for each state of R_i⁺(state), until it says false.
  template <class Use>
  void for_each_improvement(StateIndex state, Use use) const {
    for (const Link& each : links(state)) {
      if (!walk(each.above, state, use)) return;
    }
  }

 private:
  template <class Use>
  bool walk(std::uint32_t position, StateIndex state, Use& use) const {
    if (position == kNone) return true;
    for (;; ++position) {
      if (targets_[position] != state && !use(targets_[position])) return false;
      if (last_[position]) return true;
    }
  }

  void sort_own_lists(std::span<const Rank> ranks);
  void find_improvements(std::span<const Rank> ranks);

  std::vector<StateIndex> targets_;
  std::vector<bool> last_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> first_link_;  // [state]; empty where every state has one link
  // Whether the first link of each state, if it has any, is the list that holds the state itself.
  bool own_list_first_ = false;
};

}  // namespace parley::conflict
