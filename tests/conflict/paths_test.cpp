#include "parley/conflict/paths.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "conflict/conflicts.hpp"
#include "conflict/random_model.hpp"
#include "parley/conflict/analysis.hpp"

namespace parley::conflict {
namespace {

// How many moves the shortest legal sequence to each state has, by trying all sequences of one
// move, of two, and so on; nothing where none leads there.
std::vector<std::optional<std::size_t>> lengths(const oracle::Conflict& conflict, std::size_t from,
                                                const oracle::Counts& counts) {
  std::vector<std::optional<std::size_t>> found(conflict.states);
  std::set<std::pair<std::size_t, std::size_t>> ends;  // state, last mover
  for (std::size_t i = 0; i < conflict.players(); ++i) {
    for (const std::size_t to : conflict.moves[i][from]) {
      if (counts(i, from, to)) ends.emplace(to, i);
    }
  }
  for (std::size_t length = 1; length <= conflict.states * conflict.players() + 1; ++length) {
    std::set<std::pair<std::size_t, std::size_t>> next;
    for (const auto& [at, last] : ends) {
      if (!found[at]) found[at] = length;
      for (std::size_t i = 0; i < conflict.players(); ++i) {
        if (i == last) continue;
        for (const std::size_t to : conflict.moves[i][at]) {
          if (counts(i, at, to)) next.emplace(to, i);
        }
      }
    }
    ends = std::move(next);
  }
  found[from] = 0;
  return found;
}

void expect_legal(const oracle::Conflict& conflict, std::size_t from, const Path& path,
                  const oracle::Counts& counts) {
  for (std::size_t k = 0; k < path.size(); ++k) {
    EXPECT_TRUE(conflict.moves[path[k].player][from].contains(path[k].state));
    EXPECT_TRUE(counts(path[k].player, from, path[k].state));
    if (k > 0) {
      EXPECT_NE(path[k].player, path[k - 1].player);
    }
    from = path[k].state;
  }
}

void expect_shortest(const Graph& graph, const oracle::Conflict& conflict, StateIndex from) {
  std::vector<StateIndex> all;
  for (StateIndex s = 0; s < graph.size; ++s) all.push_back(s);
  const oracle::Counts any = [](auto...) { return true; };
  const oracle::Counts gains = oracle::by_worth(conflict).improves;
  const auto by_moves = lengths(conflict, from, any);
  const auto by_improvements = lengths(conflict, from, gains);
  for (const Route& each : routes(graph, from, all)) {
    const auto length = [](const std::optional<Path>& path) {
      return path ? std::optional(path->size()) : std::nullopt;
    };
    ASSERT_EQ(length(each.by_moves), by_moves[each.to]) << from + 1 << " to " << each.to + 1;
    ASSERT_EQ(length(each.by_improvements), by_improvements[each.to]);
    expect_legal(conflict, from, each.by_moves.value_or(Path{}), any);
    expect_legal(conflict, from, each.by_improvements.value_or(Path{}), gains);
    if (each.by_moves && !each.by_moves->empty()) {
      EXPECT_EQ(each.by_moves->back().state, each.to);
    }
  }
}

TEST(Routes, AreTheShortestLegalOnes) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = random_model(seed);
    const oracle::Conflict conflict = plain(model);
    expect_shortest(*build(model), conflict, static_cast<StateIndex>(seed % conflict.states));
    const StateGraph graph = random_graph(seed);
    const oracle::Conflict other = plain(graph);
    expect_shortest(*build(graph), other, static_cast<StateIndex>(seed % other.states));
    if (HasFailure()) return;
  }
}

// A is to move twice to reach the end, so somebody else has to move in between.
TEST(Routes, LetNobodyMoveTwiceInARow) {
  StateGraph graph;
  graph.states = {"start", "middle", "aside", "end"};
  graph.decision_makers = {{"A", {{1}, {}, {3}, {}}, {{{0, 1, 2, 3}}, {}}},
                           {"B", {{}, {2}, {}, {}}, {{{0, 1, 2, 3}}, {}}}};
  const Route found = routes(*build(graph), 0, {3}).front();
  EXPECT_EQ(found.by_moves, (Path{{0, 1}, {1, 2}, {0, 3}}));
  EXPECT_FALSE(found.by_improvements) << "nobody minds anything";
  graph.decision_makers[1].moves[1].clear();
  graph.decision_makers[0].moves[1] = {3};
  EXPECT_FALSE(routes(*build(graph), 0, {3}).front().by_moves);
}

TEST(Routes, ToWhereOneStandsAreEmpty) {
  const Graph graph = *build(conflict_of({"A"}, {{"a", 0}}));
  const Route found = routes(graph, 1, {1}).front();
  EXPECT_EQ(found.by_moves, Path{});
  EXPECT_EQ(found.by_improvements, Path{});
}

TEST(Analysis, TellsHowManyRoutesAreLeftOut) {
  const Graph graph = *build(conflict_of({"A", "B"}, {{"a", 0}, {"b", 1}, {"c", 1}}));
  const Analysis analysis = *analyse(graph, {.from = 0, .most_routes = 3});
  EXPECT_EQ(analysis.routes.size(), 3U);
  EXPECT_EQ(analysis.routes_left_out, 5U) << "where nobody minds anything every state holds";
}

TEST(Analysis, BeginsAtAStateThatThereIs) {
  const auto found = analyse(*build(conflict_of({"A"}, {{"a", 0}})), {.from = 2});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().diagnostics.front().code, "unknown-state");
}

}  // namespace
}  // namespace parley::conflict
