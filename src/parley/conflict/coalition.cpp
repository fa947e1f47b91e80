#include "parley/conflict/coalition.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace parley::conflict {
namespace {

constexpr std::uint64_t kMostEntries = 1U << 25U;
constexpr std::size_t kMostPlayers = 10;

std::vector<Group> all_groups(std::size_t players) {
  std::vector<Group> groups;
  for (Group group = 1; group < Group{1} << players; ++group) groups.push_back(group);
  std::ranges::stable_sort(groups, [](Group a, Group b) {
    // Among equal sizes, the one whose first differing member comes earlier.
    if (std::popcount(a) != std::popcount(b)) return std::popcount(a) < std::popcount(b);
    const Group differs = a ^ b;
    return differs != 0 && (a & (differs & (0 - differs))) != 0;
  });
  return groups;
}

// The subgroups' moves among the states, each computed once.
class Table {
 public:
  explicit Table(const Graph& graph) : graph_(graph), reached_(Group{1} << graph.players.size()) {
    Walk walk(graph);
    for (Group group = 1; group < reached_.size(); ++group) {
      reached_[group].resize(graph.size);
      for (StateIndex s = 0; s < graph.size; ++s) {
        reached_[group][s] = walk.by_moves(group, s);
      }
    }
    improvements_.resize(reached_.size());
    for (Group group = 1; group < reached_.size(); ++group) {
      improvements_[group].resize(graph.size);
      for (StateIndex s = 0; s < graph.size; ++s) {
        std::ranges::copy_if(
            reached_[group][s], std::back_inserter(improvements_[group][s]),
            [&](StateIndex q) { return q != s && everybody_prefers(group, s, q); });
      }
    }
  }

  // R_H(s); nothing for the empty group.
  const std::vector<StateIndex>& reached(Group group, StateIndex from) const {
    return group == 0 ? kNothing : reached_[group][from];
  }
  // CI_H(s).
  const std::vector<StateIndex>& improvements(Group group, StateIndex from) const {
    return improvements_[group][from];
  }

  bool everybody_prefers(Group group, StateIndex from, StateIndex to) const {
    for (std::size_t i = 0; i < graph_.players.size(); ++i) {
      const std::vector<Rank>& rank = graph_.players[i].ranks.rank;
      if (contains(group, i) && rank[to] <= rank[from]) return false;
    }
    return true;
  }

  // States that the subgroups of `group` reach by joint improvements, no subgroup twice in a row.
  std::vector<StateIndex> answers(Group group, StateIndex from) const {
    std::vector<StateIndex> found;
    if (group == 0) return found;
    std::vector<bool> seen(graph_.size * reached_.size());
    std::vector<std::pair<StateIndex, Group>> pairs;
    const auto leave = [&](StateIndex at, Group last) {
      for (Group sub = group; sub != 0; sub = (sub - 1) & group) {
        if (sub == last) continue;
        for (const StateIndex to : improvements(sub, at)) {
          if (seen[to * reached_.size() + sub]) continue;
          seen[to * reached_.size() + sub] = true;
          pairs.emplace_back(to, sub);
        }
      }
    };
    leave(from, 0);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      const auto [at, last] = pairs[k];
      found.push_back(at);
      leave(at, last);
    }
    std::ranges::sort(found);
    const auto twins = std::ranges::unique(found);
    found.erase(twins.begin(), twins.end());
    return found;
  }

 private:
  inline static const std::vector<StateIndex> kNothing;

  const Graph& graph_;
  std::vector<std::vector<std::vector<StateIndex>>> reached_;       // [group][state]
  std::vector<std::vector<std::vector<StateIndex>>> improvements_;  // [group][state]
};

// For one group, whether a state is stable under each concept.
class Judge {
 public:
  Judge(const Graph& graph, const Table& table, Group group)
      : table_(table), group_(group), others_(everybody(graph) & ~group), answers_(graph.size) {}

  bool stable(GroupConcept concept_, StateIndex state) {
    return std::ranges::all_of(table_.improvements(group_, state), [&](StateIndex improvement) {
      return concept_ != GroupConcept::cnash && sanctioned(concept_, state, improvement);
    });
  }

 private:
  bool deters(StateIndex state, StateIndex sanction) const {
    return !table_.everybody_prefers(group_, state, sanction);
  }

  bool sanctioned(GroupConcept concept_, StateIndex state, StateIndex improvement) {
    const auto& answers = concept_ == GroupConcept::cseq ? joint_answers(improvement)
                                                         : table_.reached(others_, improvement);
    return std::ranges::any_of(answers, [&](StateIndex sanction) {
      return deters(state, sanction) &&
             (concept_ != GroupConcept::csmr ||
              std::ranges::all_of(table_.reached(group_, sanction),
                                  [&](StateIndex escape) { return deters(state, escape); }));
    });
  }

  const std::vector<StateIndex>& joint_answers(StateIndex improvement) {
    auto& known = answers_[improvement];
    if (!known) known = table_.answers(others_, improvement);
    return *known;
  }

  const Table& table_;
  Group group_;
  Group others_;
  std::vector<std::optional<std::vector<StateIndex>>> answers_;
};

}  // namespace

std::vector<StateIndex> CoalitionStability::stable_states(GroupConcept concept_,
                                                          std::size_t group) const {
  std::vector<StateIndex> found;
  for (StateIndex s = 0; s < sets.front().size(); ++s) {
    if (stable(concept_, group, s)) found.push_back(s);
  }
  return found;
}

std::vector<StateIndex> CoalitionStability::universal(GroupConcept concept_) const {
  std::vector<StateIndex> found;
  for (StateIndex s = 0; s < sets.front().size(); ++s) {
    bool all = true;
    for (std::size_t g = 0; g < groups.size(); ++g) all = all && stable(concept_, g, s);
    if (all) found.push_back(s);
  }
  return found;
}

bool coalitions_fit(const Graph& graph) {
  return graph.players.size() <= kMostPlayers && graph.size < 1U << 16U &&
         (std::uint64_t{graph.size} * graph.size << graph.players.size()) <= kMostEntries;
}

Result<CoalitionStability> coalition_stability(const Graph& graph, const Control& control) {
  if (!coalitions_fit(graph)) {
    return fail(FailureKind::too_large, "too-large", {},
                "the model has too many states and decision makers to look at every coalition");
  }
  const Table table(graph);
  CoalitionStability result;
  result.groups = all_groups(graph.players.size());
  result.sets.assign(result.groups.size() * kGroupConcepts.size(), std::vector<bool>(graph.size));
  const auto done = for_each_index(result.groups.size(), control, [&](std::size_t g) {
    Judge judge(graph, table, result.groups[g]);
    for (const GroupConcept each : kGroupConcepts) {
      auto& set = result.sets[g * kGroupConcepts.size() + static_cast<std::size_t>(each)];
      for (StateIndex s = 0; s < graph.size; ++s) set[s] = judge.stable(each, s);
    }
  });
  if (!done) return tl::unexpected(done.error());
  return result;
}

std::vector<JointImprovement> joint_improvements(const Graph& graph,
                                                 const std::vector<StateIndex>& from) {
  std::vector<JointImprovement> found;
  Walk walk(graph);
  for (const StateIndex state : from) {
    // What a group reaches, a larger one reaches as well; only the smallest groups are told.
    std::vector<std::pair<Group, StateIndex>> told;
    for (const Group group : all_groups(graph.players.size())) {
      std::vector<StateIndex> better;
      for (const StateIndex to : walk.by_moves(group, state)) {
        bool all = to != state;
        for (std::size_t i = 0; i < graph.players.size() && all; ++i) {
          const std::vector<Rank>& rank = graph.players[i].ranks.rank;
          all = !contains(group, i) || rank[to] > rank[state];
        }
        if (all) better.push_back(to);
      }
      std::ranges::sort(better);
      for (const StateIndex to : better) {
        if (std::ranges::any_of(told, [&](const auto& each) {
              return each.second == to && (each.first & group) == each.first;
            })) {
          continue;
        }
        told.emplace_back(group, to);
        if (std::popcount(group) > 1) found.push_back({group, state, walk.path(to)});
      }
    }
  }
  return found;
}

}  // namespace parley::conflict
