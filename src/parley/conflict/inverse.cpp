#include "parley/conflict/inverse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <numeric>

#include "parley/conflict/walk.hpp"

namespace parley::conflict {
namespace {

constexpr std::size_t kMostCompared = 20;
constexpr std::size_t kMostCounted = 20;  // states; 20! fits 64 bits

// For each of the player's moves the sets of states any one of which, none better than the state,
// takes the gain away.
using Alternatives = std::vector<std::vector<StateIndex>>;

class Conditions {
 public:
  Conditions(const Graph& graph, Concept wanted, std::size_t player, StateIndex state)
      : graph_(graph), concept_(wanted), player_(player), state_(state), walk_(graph) {}

  std::vector<Alternatives> find() {
    std::vector<Alternatives> all;
    moves().for_each(state_, [&](StateIndex to) {
      all.push_back(alternatives(to));
      return true;
    });
    return all;
  }

 private:
  const Moves& moves() const { return graph_.players[player_].moves; }

  Alternatives alternatives(StateIndex improvement) {
    // No gain at all is the first alternative.
    Alternatives found{{improvement}};
    if (concept_ == Concept::nash) return found;
    const Group others = everybody(graph_) & ~only(player_);
    const auto& answers = answers_improve(concept_) ? walk_.by_improvements(others, improvement)
                                                    : walk_.by_moves(others, improvement);
    for (const StateIndex sanction : answers) {
      std::vector<StateIndex> set;
      if (sanction != state_) set.push_back(sanction);
      if (looks_for_escape(concept_)) {
        moves().for_each(sanction, [&](StateIndex to) {
          if (to != state_) set.push_back(to);
          return true;
        });
      }
      std::ranges::sort(set);
      const auto twins = std::ranges::unique(set);
      set.erase(twins.begin(), twins.end());
      found.push_back(std::move(set));
    }
    return found;
  }

  const Graph& graph_;
  Concept concept_;
  std::size_t player_;
  StateIndex state_;
  Walk walk_;
};

using Mask = std::uint32_t;

// The condition over subsets of the compared states, as masks.
struct MaskConditions {
  std::vector<std::vector<Mask>> moves;

  bool hold(Mask no_better) const {
    return std::ranges::all_of(moves, [&](const std::vector<Mask>& alternatives) {
      return std::ranges::any_of(alternatives, [&](Mask each) { return (each & ~no_better) == 0; });
    });
  }
};

}  // namespace

Result<Inverse> inverse(const Graph& graph, Concept concept_, std::size_t player,
                        StateIndex state) {
  const std::vector<Alternatives> conditions = Conditions(graph, concept_, player, state).find();
  Inverse result;
  for (const Alternatives& move : conditions) {
    for (const auto& set : move) {
      result.compared.insert(result.compared.end(), set.begin(), set.end());
    }
  }
  std::ranges::sort(result.compared);
  const auto twins = std::ranges::unique(result.compared);
  result.compared.erase(twins.begin(), twins.end());
  const std::size_t k = result.compared.size();
  if (k > kMostCompared) {
    return fail(FailureKind::too_large, "too-large", {},
                fmt::format("{} states have to be compared with state {}; {} can be", k, state + 1,
                            kMostCompared));
  }
  MaskConditions masks;
  for (const Alternatives& move : conditions) {
    std::vector<Mask>& into = masks.moves.emplace_back();
    for (const auto& set : move) {
      Mask mask = 0;
      for (const StateIndex each : set) {
        const auto at = std::ranges::lower_bound(result.compared, each) - result.compared.begin();
        mask |= Mask{1} << at;
      }
      into.push_back(mask);
    }
  }
  // Of the (k + 1)! orders of the state and the k compared ones, d! (k - d)! put exactly a given
  // set of d below the state; what else is ranked does not matter. In units of 1 / (k + 1)!.
  std::vector<std::uint64_t> holding(k + 1, 0);
  std::vector<bool> holds(std::size_t{1} << k);
  for (Mask set = 0; set < holds.size(); ++set) {
    holds[set] = masks.hold(set);
    if (!holds[set]) continue;
    ++holding[static_cast<std::size_t>(std::popcount(set))];
    bool minimal = true;
    for (Mask rest = set; rest != 0 && minimal; rest &= rest - 1) {
      minimal = !holds[set & ~(rest & (0 - rest))];
    }
    if (!minimal) continue;
    std::vector<StateIndex>& need = result.needs.emplace_back();
    for (std::size_t bit = 0; bit < k; ++bit) {
      if ((set >> bit & 1U) != 0) need.push_back(result.compared[bit]);
    }
  }
  std::ranges::stable_sort(result.needs, {}, [](const auto& each) { return each.size(); });
  // d! (k - d)! / (k + 1)! = 1 / ((k + 1) * C(k, d)).
  double binomial = 1;
  for (std::size_t d = 0; d <= k; ++d) {
    result.share += static_cast<double>(holding[d]) / (static_cast<double>(k + 1) * binomial);
    binomial = binomial * static_cast<double>(k - d) / static_cast<double>(d + 1);
  }
  if (graph.size <= kMostCounted) {
    std::vector<std::uint64_t> factorial(graph.size + 1, 1);
    for (std::size_t n = 1; n <= graph.size; ++n) factorial[n] = n * factorial[n - 1];
    std::uint64_t count = 0;
    for (std::size_t d = 0; d <= k; ++d) count += holding[d] * factorial[d] * factorial[k - d];
    result.rankings = count * (factorial[graph.size] / factorial[k + 1]);
  }
  return result;
}

}  // namespace parley::conflict
