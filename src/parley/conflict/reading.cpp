#include "parley/conflict/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "parley/conflict/walk.hpp"

namespace parley::conflict {
namespace {

// One player's verdicts.
class Judge {
 public:
  Judge(const Graph& graph, const Judgement& judgement, std::size_t player)
      : graph_(graph),
        judgement_(judgement),
        player_(player),
        others_(everybody(graph) & ~only(player)),
        walk_(graph),
        by_moves_(graph.size),
        by_improvements_(graph.size) {}

  bool stable(Concept concept_, StateIndex state) {
    bool stable = true;
    moves().for_each(state, [&](StateIndex to) {
      if (judgement_.attracts(player_, state, to)) {
        stable = concept_ != Concept::nash && sanctioned(concept_, state, to);
      }
      return stable;
    });
    return stable;
  }

 private:
  const Moves& moves() const { return graph_.players[player_].moves; }

  bool sanctioned(Concept concept_, StateIndex state, StateIndex improvement) {
    const auto& answers =
        answers_improve(concept_) ? improving_answers(improvement) : all_answers(improvement);
    return std::ranges::any_of(answers, [&](StateIndex sanction) {
      return judgement_.deters(player_, state, sanction) &&
             (!looks_for_escape(concept_) || !escapes(state, sanction));
    });
  }

  bool escapes(StateIndex state, StateIndex sanction) const {
    bool found = false;
    moves().for_each(sanction, [&](StateIndex to) {
      found = !judgement_.deters(player_, state, to);
      return !found;
    });
    return found;
  }

  const std::vector<StateIndex>& all_answers(StateIndex from) {
    auto& known = by_moves_[from];
    if (!known) known = walk_.by_moves(others_, from);
    return *known;
  }

  const std::vector<StateIndex>& improving_answers(StateIndex from) {
    auto& known = by_improvements_[from];
    if (!known) known = walk_.by(others_, from, judgement_.improves);
    return *known;
  }

  const Graph& graph_;
  const Judgement& judgement_;
  std::size_t player_;
  Group others_;
  Walk walk_;
  std::vector<std::optional<std::vector<StateIndex>>> by_moves_;
  std::vector<std::optional<std::vector<StateIndex>>> by_improvements_;
};

bool unknown(const Player& player, StateIndex a, StateIndex b) {
  return std::ranges::any_of(player.unknown, [&](const UnknownBetween& each) {
    return (each.one[a] && each.other[b]) || (each.one[b] && each.other[a]);
  });
}

}  // namespace

Result<Stability> judge(const Graph& graph, const Judgement& judgement, const Control& control) {
  if (graph.size > kMostReadStates) {
    return fail(FailureKind::too_large, "too-large", {},
                fmt::format("this way of judging looks at pairs of states; {} states are more than "
                            "the {} it can handle",
                            graph.size, kMostReadStates));
  }
  Stability result(graph.players.size(), graph.size);
  const auto done = for_each_index(graph.players.size(), control, [&](std::size_t i) {
    Judge judge_of(graph, judgement, i);
    for (const Concept each : kConcepts) {
      for (StateIndex s = 0; s < graph.size; ++s) {
        result.set(each, i)[s] = judge_of.stable(each, s);
      }
    }
  });
  if (!done) return tl::unexpected(done.error());
  return result;
}

Result<Stability> read_unknown(const Graph& graph, UnknownReading reading, const Control& control) {
  const bool attracts =
      reading == UnknownReading::attracts || reading == UnknownReading::attracts_deters;
  const bool deters =
      reading == UnknownReading::deters || reading == UnknownReading::attracts_deters;
  const auto better = [&graph](std::size_t i, StateIndex from, StateIndex to, bool when_unknown) {
    const Player& player = graph.players[i];
    if (unknown(player, from, to)) return when_unknown;
    return player.ranks.rank[to] > player.ranks.rank[from];
  };
  const Judgement judgement{
      [=](std::size_t i, StateIndex from, StateIndex to) { return better(i, from, to, attracts); },
      [=](std::size_t i, StateIndex from, StateIndex to) { return better(i, from, to, true); },
      [=](std::size_t i, StateIndex from, StateIndex to) { return !better(i, from, to, !deters); }};
  return judge(graph, judgement, control);
}

Result<Stability> strong_stability(const Graph& graph, const Control& control) {
  const Comparison better = [&graph](std::size_t i, StateIndex from, StateIndex to) {
    const std::vector<Rank>& rank = graph.players[i].ranks.rank;
    return rank[to] > rank[from];
  };
  const Comparison strongly_worse = [&graph](std::size_t i, StateIndex from, StateIndex to) {
    const std::vector<Rank>& level = graph.players[i].ranks.level;
    return !level.empty() && level[to] < level[from];
  };
  return judge(graph, {better, better, strongly_worse}, control);
}

Result<Stability> stability_under(const Attitudes& attitudes, const Graph& graph,
                                  const Control& control) {
  const bool complete = attitudes.size() == graph.players.size() &&
                        std::ranges::all_of(attitudes, [&](const auto& row) {
                          return row.size() == attitudes.size();
                        });
  if (!complete) {
    return fail(FailureKind::invalid_input, "bad-attitudes", {},
                "there is not one attitude for each pair of decision makers");
  }
  const Comparison better = [&](std::size_t i, StateIndex from, StateIndex to) {
    bool gains = false;
    for (std::size_t j = 0; j < graph.players.size(); ++j) {
      if (attitudes[i][j] == 0) continue;
      const std::vector<Rank>& rank = graph.players[j].ranks.rank;
      if (rank[to] == rank[from]) continue;
      if ((rank[to] > rank[from]) != (attitudes[i][j] > 0)) return false;
      gains = true;
    }
    return gains;
  };
  const Comparison not_better = [&](std::size_t i, StateIndex from, StateIndex to) {
    return !better(i, from, to);
  };
  return judge(graph, {better, better, not_better}, control);
}

}  // namespace parley::conflict
