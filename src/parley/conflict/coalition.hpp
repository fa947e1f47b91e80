#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "parley/conflict/walk.hpp"

namespace parley::conflict {

/// The concepts of stability for a group that acts together.
enum class GroupConcept { cnash, cgmr, csmr, cseq };

inline constexpr std::array kGroupConcepts{GroupConcept::cnash, GroupConcept::cgmr,
                                           GroupConcept::csmr, GroupConcept::cseq};

constexpr std::string_view name(GroupConcept concept_) {
  constexpr std::array<std::string_view, kGroupConcepts.size()> kNames{"cnash", "cgmr", "csmr",
                                                                       "cseq"};
  return kNames[static_cast<std::size_t>(concept_)];
}

/// A change that a group can bring about together and that each member likes.
struct JointImprovement {
  Group group = 0;
  StateIndex from = 0;
  Path path;
};

/// For which groups each state is stable.
struct CoalitionStability {
  std::vector<Group> groups;  ///< every one but the empty, smaller ones first, then by members
  /// [group's place * 4 + concept][state]
  std::vector<std::vector<bool>> sets;

  bool stable(GroupConcept concept_, std::size_t group, StateIndex state) const {
    return sets[group * kGroupConcepts.size() + static_cast<std::size_t>(concept_)][state];
  }
  std::vector<StateIndex> stable_states(GroupConcept concept_, std::size_t group) const;
  /// Stable for every group; ascending.
  std::vector<StateIndex> universal(GroupConcept concept_) const;
};

/// Whether groups of a model of this size are looked at: states² * groups is at most 2^25.
bool coalitions_fit(const Graph& graph);

/// Stability for every group (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008). A group's
/// improvements CI_H(s) are the states that its members reach together by a legal sequence and that
/// all of them prefer to s; a state deters the group when some member likes it no better than s.
/// For CSEQ the others answer by improvements of any of their groups, no group twice in a row.
/// Members' own deviations are the groups of one. Fails with "too-large" where coalitions_fit()
/// says no. Ranks alone count.
Result<CoalitionStability> coalition_stability(const Graph& graph, const Control& control = {});

/// The joint improvements of groups of two and more from the given states, by a shortest path each,
/// smaller groups first; none that a smaller group could have without the others' help.
std::vector<JointImprovement> joint_improvements(const Graph& graph,
                                                 const std::vector<StateIndex>& from);

}  // namespace parley::conflict
