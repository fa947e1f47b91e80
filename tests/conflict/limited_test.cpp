#include "parley/conflict/limited.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "conflict/conflicts.hpp"
#include "conflict/random_model.hpp"

namespace parley::conflict {
namespace {

StateGraph graph_of_two(std::uint64_t seed) {
  StateGraph graph = random_graph(seed);
  graph.decision_makers.resize(2);
  return graph;
}

// With ties, which leave open what is anticipated.
TEST(LimitedMoves, AgreeWithTheDefinition) {
  constexpr std::size_t kHorizon = 9;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    const StateGraph given = graph_of_two(seed);
    const oracle::Conflict conflict = plain(given);
    const LimitedMoves found = *limited_moves(*build(given), kHorizon);
    for (std::size_t h = 1; h <= kHorizon; ++h) {
      const oracle::Anticipated wanted = oracle::anticipated(conflict, h);
      for (std::size_t i = 0; i < 2; ++i) {
        for (StateIndex s = 0; s < conflict.states; ++s) {
          ASSERT_EQ(found.is_stable(h, i, s), wanted[i][s] == std::set<std::size_t>{s})
              << "L_" << h << " " << i << " " << s + 1;
        }
      }
    }
  }
}

TEST(LimitedMoves, AreNonMyopicWhereTheDefinitionSettles) {
  std::size_t settled = 0;
  std::size_t open = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE(seed);
    const StateGraph given = graph_of_two(seed);
    const oracle::Conflict conflict = plain(given);
    const LimitedMoves found = *limited_moves(*build(given), 1);
    for (std::size_t i = 0; i < 2; ++i) {
      for (StateIndex s = 0; s < conflict.states; ++s) {
        const auto wanted = oracle::nonmyopic(conflict, i, s);
        ASSERT_EQ(found.nonmyopic[i][s], wanted) << i << " " << s + 1;
        ++(wanted ? settled : open);
      }
    }
  }
  EXPECT_GT(settled, 0U);
  EXPECT_GT(open, 0U);
}

TEST(LimitedMoves, AStackelbergLeaderLooksTwoMovesAheadAndTheOtherOne) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const LimitedMoves found = *limited_moves(*build(graph_of_two(seed)), 2);
    for (std::size_t leader = 0; leader < 2; ++leader) {
      for (StateIndex s = 0; s < found.states; ++s) {
        EXPECT_EQ(std::ranges::count(found.stackelberg[leader], s) == 1,
                  found.is_stable(2, leader, s) && found.is_stable(1, 1 - leader, s));
      }
    }
  }
}

TEST(LimitedMoves, AreForTwo) {
  const auto three =
      limited_moves(*build(conflict_of({"A", "B", "C"}, {{"a", 0}, {"b", 1}, {"c", 2}})), 3);
  ASSERT_FALSE(three);
  EXPECT_EQ(three.error().diagnostics.front().code, "two-only");
}

TEST(LimitedMoves, HaveAHorizon) {
  const Graph graph = *build(conflict_of({"A", "B"}, {{"a", 0}, {"b", 1}}));
  for (const std::size_t horizon : {std::size_t{0}, std::size_t{1001}}) {
    const auto found = limited_moves(graph, horizon);
    ASSERT_FALSE(found) << horizon;
    EXPECT_EQ(found.error().diagnostics.front().code, "bad-horizon");
  }
  EXPECT_TRUE(limited_moves(graph, 1000));
}

}  // namespace
}  // namespace parley::conflict
