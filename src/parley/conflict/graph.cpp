#include "parley/conflict/graph.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "parley/conflict/states.hpp"

namespace parley::conflict {
namespace {

constexpr std::uint64_t kMostListedMoves = 100'000'000;

std::vector<bool> those_that_meet(const Formula& formula, std::span<const Taken> states) {
  std::vector<bool> set;
  set.reserve(states.size());
  for (const Taken each : states) set.push_back(formula.holds(each));
  return set;
}

// Feasible states where those that coincide are one.
struct Merged {
  std::vector<StateIndex> state_of;  // [feasible state]
  std::vector<Taken> taken;          // of its last member
  std::vector<Taken> differs;
};

std::size_t root(std::vector<std::size_t>& parents, std::size_t k) {
  while (parents[k] != k) k = parents[k] = parents[parents[k]];
  return k;
}

Merged merge(const GraphModel& model, std::span<const Taken> feasible) {
  std::vector<std::size_t> parents(feasible.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  for (const Formula& each : model.coinciding) {
    std::size_t before = feasible.size();
    for (std::size_t s = 0; s < feasible.size(); ++s) {
      if (!each.holds(feasible[s])) continue;
      // The later one leads: states are numbered by the last of those that coincide.
      if (before != feasible.size()) parents[root(parents, before)] = root(parents, s);
      before = s;
    }
  }
  Merged merged;
  merged.state_of.resize(feasible.size());
  for (std::size_t s = 0; s < feasible.size(); ++s) {
    if (root(parents, s) != s) continue;
    merged.state_of[s] = static_cast<StateIndex>(merged.taken.size());
    merged.taken.push_back(feasible[s]);
    merged.differs.push_back(0);
  }
  for (std::size_t s = 0; s < feasible.size(); ++s) {
    merged.state_of[s] = merged.state_of[root(parents, s)];
    merged.differs[merged.state_of[s]] |= feasible[s] ^ merged.taken[merged.state_of[s]];
  }
  return merged;
}

bool banned(const GraphModel& model, Taken from, Taken to) {
  return std::ranges::any_of(
      model.bans, [&](const Ban& each) { return each.from.holds(from) && each.to.holds(to); });
}

// Moves between merged states, listed one by one: bans and merging leave no simpler form.
Result<Moves> listed(const GraphModel& model, const Moves& moves, std::span<const Taken> feasible,
                     std::span<const StateIndex> state_of, std::size_t states) {
  std::vector<std::vector<StateIndex>> targets(states);
  std::uint64_t total = 0;
  for (StateIndex s = 0; s < feasible.size(); ++s) {
    const StateIndex from = state_of[s];
    moves.for_each(s, [&](StateIndex t) {
      const StateIndex to = state_of[t];
      if (to != from && !banned(model, feasible[s], feasible[t])) targets[from].push_back(to);
      return ++total <= kMostListedMoves;
    });
    if (total > kMostListedMoves) {
      return fail(FailureKind::too_large, "too-many-moves", {},
                  "bans and states that coincide need every move listed, and there are too many",
                  "leave options out, or say which combinations cannot be");
    }
  }
  for (auto& each : targets) {
    std::ranges::sort(each);
    const auto twins = std::ranges::unique(each);
    each.erase(twins.begin(), twins.end());
  }
  return Moves::of_lists(targets);
}

}  // namespace

std::string Graph::letters(StateIndex state) const {
  std::string text;
  for (std::size_t k = 0; k < options.size(); ++k) {
    if (!differs.empty() && (differs[state] >> k & 1U) != 0) {
      text += '-';
    } else {
      text += (taken[state] >> k & 1U) != 0 ? 'Y' : 'N';
    }
  }
  return text;
}

std::string Graph::label(StateIndex state) const {
  if (!labels.empty()) return labels[state];
  std::string text;
  const std::string yn = letters(state);
  for (std::size_t k = 0; k < options.size(); ++k) {
    if (yn[k] == 'Y') text += (text.empty() ? "" : ", ") + options[k];
  }
  return text.empty() ? "nothing" : text;
}

Result<Graph> build(const GraphModel& model, const Control& control) {
  Diagnostics wrong = check(model);
  if (has_errors(wrong)) return invalid(std::move(wrong));
  auto feasible = feasible_states(model);
  if (!feasible) return tl::unexpected(std::move(feasible.error()));
  const bool lists = !model.bans.empty() || !model.coinciding.empty();
  Merged merged;
  if (lists) merged = merge(model, *feasible);
  Graph graph;
  graph.taken = lists ? std::move(merged.taken) : std::move(*feasible);
  graph.differs = std::move(merged.differs);
  const std::span<const Taken> movable = lists ? *feasible : graph.taken;
  graph.size = graph.taken.size();
  graph.transitive = !lists;
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    graph.options.push_back(option_name(model, k));
  }
  Diagnostics rankings;
  for (std::size_t i = 0; i < model.decision_makers.size(); ++i) {
    if (control.cancelled && control.cancelled()) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the work was done");
    }
    const DecisionMaker& maker = model.decision_makers[i];
    Player player{maker.name, {}, {}, {}};
    auto given = ranks(maker.preference, graph.taken, maker.name);
    if (!given) {
      auto& found = given.error().diagnostics;
      rankings.insert(rankings.end(), found.begin(), found.end());
      continue;
    }
    player.ranks = *std::move(given);
    auto moves = Moves::of_options(model, i, movable);
    if (moves && lists) moves = listed(model, *moves, *feasible, merged.state_of, graph.size);
    if (!moves) return tl::unexpected(std::move(moves.error()));
    player.moves = *std::move(moves);
    player.moves.rank(player.ranks.rank);
    for (const UnknownComparison& each : maker.unknown) {
      player.unknown.push_back(
          {those_that_meet(each.one, graph.taken), those_that_meet(each.other, graph.taken)});
    }
    graph.players.push_back(std::move(player));
  }
  if (!rankings.empty()) return invalid(std::move(rankings));
  return graph;
}

Result<Graph> build(const StateGraph& given) {
  Diagnostics wrong = check(given);
  if (has_errors(wrong)) return invalid(std::move(wrong));
  Graph graph;
  graph.size = given.states.size();
  graph.labels = given.states;
  graph.transitive = false;
  Diagnostics rankings;
  for (const StateGraph::DecisionMaker& each : given.decision_makers) {
    auto found = ranks(each.preference, graph.size, each.name);
    if (!found) {
      auto& mistakes = found.error().diagnostics;
      rankings.insert(rankings.end(), mistakes.begin(), mistakes.end());
      continue;
    }
    std::vector<std::vector<StateIndex>> targets = each.moves;
    for (auto& list : targets) {
      std::ranges::sort(list);
      const auto twins = std::ranges::unique(list);
      list.erase(twins.begin(), twins.end());
    }
    Player player{each.name, *std::move(found), Moves::of_lists(targets), {}};
    player.moves.rank(player.ranks.rank);
    for (const auto& [one, other] : each.unknown) {
      UnknownBetween pair{std::vector<bool>(graph.size), std::vector<bool>(graph.size)};
      pair.one[one] = true;
      pair.other[other] = true;
      player.unknown.push_back(std::move(pair));
    }
    graph.players.push_back(std::move(player));
  }
  if (!rankings.empty()) return invalid(std::move(rankings));
  return graph;
}

std::optional<StateIndex> state_of(const Graph& graph, Taken taken) {
  const auto at = std::ranges::lower_bound(graph.taken, taken);
  if (at == graph.taken.end() || *at != taken) return std::nullopt;
  return static_cast<StateIndex>(at - graph.taken.begin());
}

Graph with_ranks(Graph graph, std::vector<Ranks> ranks) {
  assert(ranks.size() == graph.players.size());
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    Player& player = graph.players[i];
    player.ranks = std::move(ranks[i]);
    player.moves.rank(player.ranks.rank);
  }
  return graph;
}

}  // namespace parley::conflict
