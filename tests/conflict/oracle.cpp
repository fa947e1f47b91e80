#include "conflict/oracle.hpp"

#include <algorithm>
#include <map>

namespace parley::conflict::oracle {
namespace {

using Set = std::set<std::size_t>;

Set everybody_but(const Conflict& conflict, const Set& group) {
  Set others;
  for (std::size_t i = 0; i < conflict.players(); ++i) {
    if (!group.contains(i)) others.insert(i);
  }
  return others;
}

bool all_prefer(const Conflict& conflict, const Set& group, std::size_t from, std::size_t to) {
  return std::ranges::all_of(
      group, [&](std::size_t i) { return conflict.worth[i][to] > conflict.worth[i][from]; });
}

Set all_moves(const Conflict& conflict, const Set& group, std::size_t from) {
  return reached(conflict, group, from, [](auto...) { return true; });
}

Set joint_improvements(const Conflict& conflict, const Set& group, std::size_t from) {
  Set found;
  for (const std::size_t to : all_moves(conflict, group, from)) {
    if (to != from && all_prefer(conflict, group, from, to)) found.insert(to);
  }
  return found;
}

std::vector<Set> subsets(const Set& group) {
  std::vector<Set> all{{}};
  for (const std::size_t member : group) {
    const std::vector<Set> before = all;
    for (Set each : before) {
      each.insert(member);
      all.push_back(each);
    }
  }
  all.erase(all.begin());
  return all;
}

Set closure_of_joint_improvements(const Conflict& conflict, const Set& group, std::size_t from) {
  std::set<std::pair<std::size_t, Set>> reached_by;
  for (bool grown = true; grown;) {
    grown = false;
    for (const Set& sub : subsets(group)) {
      for (const std::size_t to : joint_improvements(conflict, sub, from)) {
        grown = reached_by.emplace(to, sub).second || grown;
      }
    }
    const auto before = reached_by;
    for (const auto& [at, last] : before) {
      for (const Set& sub : subsets(group)) {
        if (sub == last) continue;
        for (const std::size_t to : joint_improvements(conflict, sub, at)) {
          grown = reached_by.emplace(to, sub).second || grown;
        }
      }
    }
  }
  Set states;
  for (const auto& each : reached_by) states.insert(each.first);
  return states;
}

}  // namespace

Set reached(const Conflict& conflict, const Set& group, std::size_t from, const Counts& counts) {
  std::map<std::size_t, Set> last_movers;
  for (const std::size_t j : group) {
    for (const std::size_t q : conflict.moves[j][from]) {
      if (counts(j, from, q)) last_movers[q].insert(j);
    }
  }
  for (bool grown = true; grown;) {
    grown = false;
    const auto before = last_movers;
    for (const auto& [q, movers] : before) {
      for (const std::size_t j : group) {
        if (movers == Set{j}) continue;
        for (const std::size_t x : conflict.moves[j][q]) {
          if (counts(j, q, x)) grown = last_movers[x].insert(j).second || grown;
        }
      }
    }
  }
  Set states;
  for (const auto& each : last_movers) states.insert(each.first);
  return states;
}

Judgement by_worth(const Conflict& conflict) {
  const Counts better = [&conflict](std::size_t i, std::size_t from, std::size_t to) {
    return conflict.worth[i][to] > conflict.worth[i][from];
  };
  return {better, better, [&conflict](std::size_t i, std::size_t from, std::size_t to) {
            return conflict.worth[i][to] <= conflict.worth[i][from];
          }};
}

bool stable(const Conflict& conflict, const Judgement& judgement, Concept concept_,
            std::size_t player, std::size_t state) {
  const Set others = everybody_but(conflict, {player});
  for (const std::size_t s1 : conflict.moves[player][state]) {
    if (!judgement.attracts(player, state, s1)) continue;
    if (concept_ == Concept::nash) return false;
    const bool by_improvements = concept_ == Concept::seq || concept_ == Concept::sseq;
    const bool escapes = concept_ == Concept::smr || concept_ == Concept::sseq;
    bool sanctioned = false;
    for (const std::size_t s2 : by_improvements ? reached(conflict, others, s1, judgement.improves)
                                                : all_moves(conflict, others, s1)) {
      bool holds = judgement.deters(player, state, s2);
      if (escapes) {
        for (const std::size_t s3 : conflict.moves[player][s2]) {
          holds = holds && judgement.deters(player, state, s3);
        }
      }
      sanctioned = sanctioned || holds;
    }
    if (!sanctioned) return false;
  }
  return true;
}

bool stable(const Conflict& conflict, GroupConcept concept_, const Set& group, std::size_t state) {
  const Set others = everybody_but(conflict, group);
  const auto deters = [&](std::size_t s2) { return !all_prefer(conflict, group, state, s2); };
  for (const std::size_t s1 : joint_improvements(conflict, group, state)) {
    if (concept_ == GroupConcept::cnash) return false;
    bool sanctioned = false;
    for (const std::size_t s2 : concept_ == GroupConcept::cseq
                                    ? closure_of_joint_improvements(conflict, others, s1)
                                    : all_moves(conflict, others, s1)) {
      bool holds = deters(s2);
      if (concept_ == GroupConcept::csmr) {
        for (const std::size_t s3 : all_moves(conflict, group, s2)) holds = holds && deters(s3);
      }
      sanctioned = sanctioned || holds;
    }
    if (!sanctioned) return false;
  }
  return true;
}

std::size_t rankings_that_hold(Conflict conflict, Concept concept_, std::size_t player,
                               std::size_t state) {
  std::vector<int>& worth = conflict.worth[player];
  for (std::size_t s = 0; s < worth.size(); ++s) worth[s] = static_cast<int>(s);
  std::size_t count = 0;
  do {
    count += stable(conflict, by_worth(conflict), concept_, player, state) ? 1U : 0U;
  } while (std::ranges::next_permutation(worth).found);
  return count;
}

namespace {

Anticipated one_further(const Conflict& conflict, const Anticipated& before) {
  Anticipated next;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::vector<int>& worth = conflict.worth[i];
    for (std::size_t s = 0; s < conflict.states; ++s) {
      const auto value = [&](std::size_t q) {
        int worst = worth[*before[1 - i][q].begin()];
        for (const std::size_t end : before[1 - i][q]) worst = std::min(worst, worth[end]);
        return worst;
      };
      Set best;
      int most = worth[s];
      for (const std::size_t q : conflict.moves[i][s]) {
        if (value(q) < most || value(q) == worth[s]) continue;
        if (value(q) > most) best.clear();
        most = value(q);
        best.insert(before[1 - i][q].begin(), before[1 - i][q].end());
      }
      next[i].push_back(best.empty() ? Set{s} : best);
    }
  }
  return next;
}

Anticipated nobody_moves(const Conflict& conflict) {
  Anticipated none;
  for (auto& each : none) {
    for (std::size_t s = 0; s < conflict.states; ++s) each.push_back({s});
  }
  return none;
}

}  // namespace

Anticipated anticipated(const Conflict& conflict, std::size_t horizon) {
  Anticipated found = nobody_moves(conflict);
  for (std::size_t h = 0; h < horizon; ++h) found = one_further(conflict, found);
  return found;
}

std::optional<bool> nonmyopic(const Conflict& conflict, std::size_t player, std::size_t state) {
  std::vector<Anticipated> seen{nobody_moves(conflict)};
  for (;;) {
    seen.push_back(one_further(conflict, seen.back()));
    const auto first = std::ranges::find(seen, seen.back());
    if (first + 1 == seen.end()) continue;
    std::set<bool> stays;
    for (auto each = first; each != seen.end(); ++each) {
      stays.insert((*each)[player][state] == Set{state});
    }
    return stays.size() == 1 ? std::optional(*stays.begin()) : std::nullopt;
  }
}

}  // namespace parley::conflict::oracle
