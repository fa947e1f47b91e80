// Preferences that are more than an order, and what is asked about rankings, against the
// definitions.
#include "parley/conflict/reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <tuple>

#include "conflict/random_model.hpp"
#include "parley/base/random.hpp"
#include "parley/conflict/inverse.hpp"

namespace parley::conflict {
namespace {

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

void expect_agreement(const Stability& found, const oracle::Conflict& conflict,
                      const oracle::Judgement& judgement) {
  for (const Concept each : kConcepts) {
    for (std::size_t i = 0; i < conflict.players(); ++i) {
      for (StateIndex s = 0; s < conflict.states; ++s) {
        ASSERT_EQ(found.stable(each, i, s), oracle::stable(conflict, judgement, each, i, s))
            << name(each) << " " << i << " " << s + 1;
      }
    }
  }
}

// Whether a comparison is unknown, whichever of the two states comes first.
using Unknown = std::function<bool(std::size_t player, std::size_t a, std::size_t b)>;

void expect_four_readings(const Graph& built, const oracle::Conflict& conflict,
                          const Unknown& is_unknown) {
  const auto better = [&](std::size_t i, std::size_t from, std::size_t to) {
    return !is_unknown(i, from, to) && conflict.worth[i][to] > conflict.worth[i][from];
  };
  // Extension, whether U attracts, whether U deters (Li et al. 2004).
  const std::tuple<UnknownReading, bool, bool> rows[] = {
      {UnknownReading::attracts, true, false},
      {UnknownReading::neither, false, false},
      {UnknownReading::attracts_deters, true, true},
      {UnknownReading::deters, false, true},
  };
  for (const auto& [reading, attracts, deters] : rows) {
    const oracle::Judgement judgement{
        [&, u = attracts](std::size_t i, std::size_t from, std::size_t to) {
          return better(i, from, to) || (u && is_unknown(i, from, to));
        },
        [&](std::size_t i, std::size_t from, std::size_t to) {
          return better(i, from, to) || is_unknown(i, from, to);
        },
        [&, u = deters](std::size_t i, std::size_t from, std::size_t to) {
          return is_unknown(i, from, to) ? u : !better(i, from, to);
        }};
    expect_agreement(*read_unknown(built, reading), conflict, judgement);
  }
}

TEST(UnknownComparisons, FourReadingsAgreeOnGraphs) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE(seed);
    StateGraph graph = random_graph(seed);
    RandomStream random(seed, 1, "unknown");
    std::vector<Pairs> unknown(graph.decision_makers.size());
    for (std::size_t i = 0; i < unknown.size(); ++i) {
      for (StateIndex a = 0; a < graph.states.size(); ++a) {
        for (StateIndex b = 0; b < a; ++b) {
          if (random.below(4) != 0) continue;
          graph.decision_makers[i].unknown.emplace_back(a, b);
          unknown[i].emplace(a, b);
          unknown[i].emplace(b, a);
        }
      }
    }
    expect_four_readings(
        *build(graph), plain(graph),
        [&](std::size_t i, std::size_t a, std::size_t b) { return unknown[i].contains({a, b}); });
    if (HasFatalFailure()) return;
  }
}

// Two kinds of states that nobody can compare, said by conditions on options.
TEST(UnknownComparisons, FourReadingsAgreeOnModelsWithOptions) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    GraphModel model = random_model(seed);
    RandomStream random(seed, 1, "unknown");
    const auto literal = [&] {
      const Formula atom = Formula::atom(random.below(model.options.size()));
      return random.below(2) == 0 ? atom : Formula::negation(atom);
    };
    for (DecisionMaker& each : model.decision_makers) {
      for (std::uint64_t count = random.below(3); count > 0; --count) {
        each.unknown.push_back({literal(), Formula::conjunction(literal(), literal())});
      }
    }
    const Graph built = *build(model);
    expect_four_readings(built, plain(model), [&](std::size_t i, std::size_t a, std::size_t b) {
      return std::ranges::any_of(model.decision_makers[i].unknown, [&](const auto& each) {
        const Taken one = built.taken[a];
        const Taken other = built.taken[b];
        return (each.one.holds(one) && each.other.holds(other)) ||
               (each.one.holds(other) && each.other.holds(one));
      });
    });
    if (HasFatalFailure()) return;
  }
}

TEST(Strength, OnlyStronglyWorseStatesDeter) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    StateGraph graph = random_graph(seed);
    std::vector<std::size_t> strong;
    for (StateGraph::DecisionMaker& each : graph.decision_makers) {
      const std::size_t groups = each.preference.best_first.size();
      strong.push_back(groups > 1 ? 1 + seed % (groups - 1) : 0);
      if (groups > 1) each.preference.strong_after = {strong.back()};
    }
    const oracle::Conflict conflict = plain(graph);
    // Worth is minus the place of the group, counted from 0.
    const auto is_above = [&](std::size_t i, std::size_t s) {
      return -conflict.worth[i][s] < static_cast<int>(strong[i]);
    };
    oracle::Judgement judgement = oracle::by_worth(conflict);
    judgement.deters = [&](std::size_t i, std::size_t from, std::size_t to) {
      return is_above(i, from) && !is_above(i, to);
    };
    expect_agreement(*strong_stability(*build(graph)), conflict, judgement);
    if (HasFatalFailure()) return;
  }
}

// The first statements are the strong ones: what they tell apart is strongly better or worse.
TEST(Strength, OfStatementsIsThatOfTheFirst) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE(seed);
    GraphModel model = random_model(seed);
    for (DecisionMaker& each : model.decision_makers) {
      if (auto* statements = std::get_if<Statements>(&each.preference)) {
        statements->strong = seed % (statements->most_important_first.size() + 1);
      }
    }
    const Graph built = *build(model);
    const oracle::Conflict conflict = plain(model);
    oracle::Judgement judgement = oracle::by_worth(conflict);
    judgement.deters = [&](std::size_t i, std::size_t from, std::size_t to) {
      const auto* statements = std::get_if<Statements>(&model.decision_makers[i].preference);
      for (std::size_t k = 0; statements != nullptr && k < statements->strong; ++k) {
        const Formula& each = statements->most_important_first[k];
        const bool before = each.holds(built.taken[from]);
        if (before != each.holds(built.taken[to])) return before;
      }
      return false;
    };
    expect_agreement(*strong_stability(built), conflict, judgement);
    if (HasFatalFailure()) return;
  }
}

TEST(Attitudes, AgreeWithTheDefinition) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    const StateGraph graph = random_graph(seed);
    RandomStream random(seed, 2, "attitudes");
    const std::size_t players = graph.decision_makers.size();
    Attitudes wishes(players, std::vector<int>(players));
    for (auto& row : wishes) {
      for (int& each : row) each = static_cast<int>(random.below(3)) - 1;
    }
    const oracle::Conflict conflict = plain(graph);
    const oracle::Counts better = [&](std::size_t i, std::size_t from, std::size_t to) {
      int gains = 0;
      for (std::size_t j = 0; j < players; ++j) {
        const int change = wishes[i][j] * (conflict.worth[j][to] - conflict.worth[j][from]);
        if (change < 0) return false;
        gains += change;
      }
      return gains > 0;
    };
    const oracle::Judgement judgement{
        better, better,
        [&](std::size_t i, std::size_t from, std::size_t to) { return !better(i, from, to); }};
    expect_agreement(*stability_under(wishes, *build(graph)), conflict, judgement);
    if (HasFatalFailure()) return;
  }
}

TEST(Attitudes, AreOneForEachPair) {
  const Graph graph = *build(random_graph(1));
  const auto found = stability_under({{1}}, graph);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().diagnostics.front().code, "bad-attitudes");
}

TEST(Inverse, CountsWhatGoingThroughAllRankingsCounts) {
  std::size_t tried = 0;
  for (std::uint64_t seed = 0; tried < 60; ++seed) {
    const StateGraph graph = random_graph(seed);
    if (graph.states.size() > 5) continue;
    SCOPED_TRACE(seed);
    ++tried;
    const oracle::Conflict conflict = plain(graph);
    const Graph built = *build(graph);
    for (const Concept each : kConcepts) {
      for (StateIndex s = 0; s < conflict.states; ++s) {
        ASSERT_EQ(inverse(built, each, 0, s)->rankings,
                  oracle::rankings_that_hold(conflict, each, 0, s))
            << name(each) << " " << s + 1;
      }
    }
  }
}

}  // namespace
}  // namespace parley::conflict
