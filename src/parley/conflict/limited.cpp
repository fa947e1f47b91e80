#include "parley/conflict/limited.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace parley::conflict {
namespace {

constexpr std::uint64_t kMostMoves = 100'000'000;
constexpr std::size_t kMostHorizons = 10'000;
constexpr std::size_t kMostAsked = 1'000;

// All that later horizons need to know of a set of anticipated states: the worst rank in it for
// either player. The worst of a union is the worse of the worst.
using Anticipated = std::array<Rank, 2>;

// What each player anticipates from each state, [player * states + state], and whether it stays.
struct Horizon {
  std::vector<Anticipated> anticipated;
  std::vector<std::vector<bool>> stays;
};

Horizon nobody_moves(const Graph& graph) {
  Horizon none;
  for (std::size_t i = 0; i < 2; ++i) {
    for (StateIndex s = 0; s < graph.size; ++s) {
      none.anticipated.push_back({graph.players[0].ranks.rank[s], graph.players[1].ranks.rank[s]});
    }
  }
  return none;
}

Horizon one_further(const Graph& graph, const Horizon& before) {
  Horizon next{nobody_moves(graph).anticipated,
               std::vector(2, std::vector<bool>(graph.size, true))};
  for (std::size_t i = 0; i < 2; ++i) {
    const std::size_t other = 1 - i;
    const Anticipated* answers = before.anticipated.data() + other * graph.size;
    for (StateIndex s = 0; s < graph.size; ++s) {
      const Rank now = graph.players[i].ranks.rank[s];
      Anticipated best{};
      bool moves = false;
      graph.players[i].moves.for_each(s, [&](StateIndex q) {
        const Anticipated& answer = answers[q];
        if (answer[i] > now && (!moves || answer[i] > best[i])) {
          best = answer;
          moves = true;
        } else if (moves && answer[i] == best[i]) {
          best[other] = std::min(best[other], answer[other]);
        }
        return true;
      });
      if (!moves) continue;
      next.stays[i][s] = false;
      next.anticipated[i * graph.size + s] = best;
    }
  }
  return next;
}

std::uint64_t count_moves(const Graph& graph) {
  std::uint64_t count = 0;
  for (const Player& each : graph.players) {
    for (StateIndex s = 0; s < graph.size; ++s) {
      each.moves.for_each(s, [&](StateIndex) { return ++count <= kMostMoves; });
    }
  }
  return count;
}

tl::unexpected<Failure> too_large(const char* why) {
  return fail(FailureKind::too_large, "too-large", {}, why);
}

}  // namespace

Result<LimitedMoves> limited_moves(const Graph& graph, std::size_t horizon) {
  if (graph.players.size() != 2) {
    return fail(
        FailureKind::unsupported, "two-only", {},
        "limited moves are defined for two decision makers; for more, rival definitions are "
        "disputed");
  }
  if (horizon == 0 || horizon > kMostAsked) {
    return fail(FailureKind::invalid_input, "bad-horizon", {},
                "the horizon is a number of moves from 1 to 1000");
  }
  if (count_moves(graph) > kMostMoves) return too_large("there are too many moves to look ahead");
  std::vector<Horizon> horizons{nobody_moves(graph)};
  // The values at one horizon decide the next, so the first that comes again closes a cycle.
  std::map<std::vector<Anticipated>, std::size_t> seen{{horizons[0].anticipated, 0}};
  std::size_t cycle = 0;
  for (;;) {
    horizons.push_back(one_further(graph, horizons.back()));
    const auto [found, is_new] = seen.emplace(horizons.back().anticipated, horizons.size() - 1);
    cycle = found->second;
    if (!is_new) break;
    if (horizons.size() > kMostHorizons || horizons.size() * graph.size > kMostMoves) {
      return too_large("the horizons do not repeat soon enough");
    }
  }
  // From here on, horizon h is the same as cycle + (h - cycle) % length.
  const std::size_t length = horizons.size() - 1 - cycle;
  const auto at = [&](std::size_t h) -> const Horizon& {
    return h < horizons.size() ? horizons[h] : horizons[cycle + 1 + (h - cycle - 1) % length];
  };
  LimitedMoves result;
  result.states = graph.size;
  for (std::size_t h = 1; h <= horizon; ++h) {
    for (std::size_t i = 0; i < 2; ++i) result.stable.push_back(at(h).stays[i]);
  }
  result.nonmyopic.assign(2, std::vector<std::optional<bool>>(graph.size));
  result.stackelberg.resize(2);
  for (std::size_t i = 0; i < 2; ++i) {
    for (StateIndex s = 0; s < graph.size; ++s) {
      std::size_t stays = 0;
      for (std::size_t h = cycle + 1; h <= cycle + length; ++h) stays += horizons[h].stays[i][s];
      if (stays == 0 || stays == length) result.nonmyopic[i][s] = stays == length;
      if (at(2).stays[i][s] && at(1).stays[1 - i][s]) result.stackelberg[i].push_back(s);
    }
  }
  return result;
}

}  // namespace parley::conflict
