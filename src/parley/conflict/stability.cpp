#include "parley/conflict/stability.hpp"

#include <algorithm>

#include "parley/conflict/internal/minima.hpp"

namespace parley::conflict {
namespace {

constexpr std::size_t kSmall = 1U << 14U;

using internal::Answers;
using internal::Worth;

// Stable where each improvement's smallest sanction is no better than the state: [without escape,
// with escape].
void judge(const Graph& graph, std::size_t player, const std::vector<Worth>& smallest,
           std::vector<bool>& without, std::vector<bool>& with) {
  const Moves& moves = graph.players[player].moves;
  const std::vector<Rank>& rank = graph.players[player].ranks.rank;
  // Over the tail of a list, the improvement whose worst sanction is mildest.
  std::vector<Worth> mildest(moves.positions());
  for (auto p = static_cast<std::uint32_t>(moves.positions()); p-- > 0;) {
    mildest[p] = smallest[moves.target(p)];
    if (moves.is_last(p)) continue;
    for (std::size_t k = 0; k < 2; ++k) mildest[p][k] = std::max(mildest[p][k], mildest[p + 1][k]);
  }
  for (StateIndex s = 0; s < graph.size; ++s) {
    bool stable_without = true;
    bool stable_with = true;
    for (const Moves::Link& each : moves.links(s)) {
      if (each.above == Moves::kNone) continue;
      stable_without = stable_without && mildest[each.above][0] <= rank[s];
      stable_with = stable_with && mildest[each.above][1] <= rank[s];
    }
    without[s] = stable_without;
    with[s] = stable_with;
  }
}

void judge_nash(const Graph& graph, std::size_t player, std::vector<bool>& stable) {
  for (StateIndex s = 0; s < graph.size; ++s) {
    const auto links = graph.players[player].moves.links(s);
    stable[s] = std::ranges::all_of(
        links, [](const Moves::Link& each) { return each.above == Moves::kNone; });
  }
}

}  // namespace

Stability::Stability(std::size_t players, std::size_t states)
    : players_(players),
      states_(states),
      sets_(kConcepts.size() * players, std::vector<bool>(states)) {}

bool Stability::equilibrium(Concept concept_, StateIndex state) const {
  for (std::size_t i = 0; i < players_; ++i) {
    if (!stable(concept_, i, state)) return false;
  }
  return true;
}

std::vector<StateIndex> Stability::stable_states(Concept concept_, std::size_t player) const {
  std::vector<StateIndex> found;
  for (StateIndex s = 0; s < states_; ++s) {
    if (stable(concept_, player, s)) found.push_back(s);
  }
  return found;
}

std::vector<StateIndex> Stability::equilibria(Concept concept_) const {
  std::vector<StateIndex> found;
  for (StateIndex s = 0; s < states_; ++s) {
    if (equilibrium(concept_, s)) found.push_back(s);
  }
  return found;
}

Result<Stability> stability(const Graph& graph, const Control& control) {
  Stability result(graph.players.size(), graph.size);
  const auto judge_for = [&](std::size_t i) {
    judge_nash(graph, i, result.set(Concept::nash, i));
    judge(graph, i, internal::smallest_reached(graph, i, Answers::moves),
          result.set(Concept::gmr, i), result.set(Concept::smr, i));
    judge(graph, i, internal::smallest_reached(graph, i, Answers::improvements),
          result.set(Concept::seq, i), result.set(Concept::sseq, i));
  };
  // Threads are not worth their start on a small model, nor where many are judged side by side.
  if (graph.size < kSmall) {
    for (std::size_t i = 0; i < graph.players.size(); ++i) judge_for(i);
    return result;
  }
  const Result<void> done = for_each_index(graph.players.size(), control, judge_for);
  if (!done) return tl::unexpected(done.error());
  return result;
}

}  // namespace parley::conflict
