#include "parley/conflict/robustness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "conflict/random_model.hpp"

namespace parley::conflict {
namespace {

// The preferences of one random model of the same shape, for each variant.
struct Family {
  GraphModel model;
  Graph graph;
  std::vector<Variant> variants;
};

Family random_family(std::uint64_t seed, std::size_t count) {
  Family family{random_model(seed), {}, {}};
  family.graph = *build(family.model);
  for (std::size_t k = 0; k < count; ++k) {
    RandomStream random(seed, k, "variant");
    Variant variant{static_cast<double>(1 + random.below(5)), {}};
    for (std::size_t i = 0; i < family.graph.players.size(); ++i) {
      std::vector<std::int64_t> worth;
      for (std::size_t s = 0; s < family.graph.size; ++s) {
        worth.push_back(static_cast<std::int64_t>(random.below(4)));
      }
      variant.ranks.push_back({dense(worth), {}});
    }
    family.variants.push_back(std::move(variant));
  }
  return family;
}

TEST(Robustness, IsTheWeightOfTheVariantsInWhichAStateHolds) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const Family family = random_family(seed, 5);
    const Robustness found = *robustness(family.graph, family.variants.size(),
                                         [&](std::size_t k) { return family.variants[k]; });
    oracle::Conflict conflict = plain(family.model);
    for (const Concept each : kConcepts) {
      std::vector<double> holds(conflict.states, 0);
      double all = 0;
      for (const Variant& variant : family.variants) {
        all += variant.weight;
        for (std::size_t i = 0; i < conflict.players(); ++i) {
          const std::vector<Rank>& rank = variant.ranks[i].rank;
          conflict.worth[i].assign(rank.begin(), rank.end());
        }
        const oracle::Judgement judgement = oracle::by_worth(conflict);
        for (std::size_t s = 0; s < conflict.states; ++s) {
          bool everybody = true;
          for (std::size_t i = 0; i < conflict.players(); ++i) {
            everybody = everybody && oracle::stable(conflict, judgement, each, i, s);
          }
          holds[s] += everybody ? variant.weight : 0;
        }
      }
      for (StateIndex s = 0; s < conflict.states; ++s) {
        ASSERT_NEAR(found.equilibrium(each, s), holds[s] / all, 1e-12)
            << name(each) << " " << s + 1;
      }
    }
  }
}

TEST(Robustness, IsTheSameOnAnyNumberOfThreads) {
  const Family family = random_family(3, 40);
  const auto variant = [&](std::size_t k) { return family.variants[k]; };
  EXPECT_EQ(robustness(family.graph, 40, variant, {1, {}, {}})->share,
            robustness(family.graph, 40, variant, {8, {}, {}})->share);
}

TEST(Robustness, NeedsWeightsThatSumToSomething) {
  const Family family = random_family(1, 3);
  const double bad[] = {-1, 0, std::numeric_limits<double>::quiet_NaN(),
                        std::numeric_limits<double>::infinity()};
  for (const double weight : bad) {
    const auto found = robustness(family.graph, 3, [&](std::size_t k) {
      Variant variant = family.variants[k];
      variant.weight = weight;
      return variant;
    });
    ASSERT_FALSE(found) << weight;
    EXPECT_EQ(found.error().diagnostics.front().code, "bad-weights");
  }
  EXPECT_FALSE(robustness(family.graph, 0, [&](std::size_t) { return family.variants[0]; }));
}

std::vector<Formula> drawn(const std::vector<UncertainStatement>& statements, std::uint64_t world) {
  return draw(statements, 7, world, "outlook").most_important_first;
}

TEST(DrawOfStatements, CertainOnesStandInTheirOrder) {
  const Formula a = Formula::atom(0);
  const Formula b = Formula::atom(1);
  const Formula c = Formula::atom(2);
  for (std::uint64_t world = 0; world < 50; ++world) {
    EXPECT_EQ(drawn({{a, 1, 0}, {b, 1, 0}, {c, 1, 0}}, world), (std::vector{a, b, c}));
    EXPECT_EQ(drawn({{a, 1, 0}, {b, 0, 0}, {c, 1, 0}}, world), (std::vector{a, c}));
    EXPECT_EQ(drawn({{a, 1, 0}, {b, 1, 1}, {c, 1, 0}}, world), (std::vector{b, a, c}));
    // The last rises first, then the one that stood before it.
    EXPECT_EQ(drawn({{a, 1, 0}, {b, 1, 1}, {c, 1, 1}}, world), (std::vector{c, a, b}));
  }
}

TEST(DrawOfStatements, OthersByTheirOdds) {
  const std::vector<UncertainStatement> statements{
      {Formula::atom(0), 1, 0}, {Formula::atom(1), 0.25, 0.5}, {Formula::atom(2), 1, 0}};
  constexpr std::size_t kWorlds = 20'000;
  std::size_t held = 0;
  std::size_t first = 0;
  for (std::uint64_t world = 0; world < kWorlds; ++world) {
    const std::vector<Formula> all = drawn(statements, world);
    held += all.size() == 3 ? 1U : 0U;
    first += all.front() == Formula::atom(1) ? 1U : 0U;
  }
  EXPECT_NEAR(static_cast<double>(held) / kWorlds, 0.25, 0.015);
  EXPECT_NEAR(static_cast<double>(first) / kWorlds, 0.125, 0.012);
}

// Odds changed of one statement leave what is drawn of the others as it was.
TEST(DrawOfStatements, EachIsDrawnByItself) {
  for (std::uint64_t world = 0; world < 200; ++world) {
    const auto with = [&](double odds) {
      std::vector<Formula> all =
          drawn({{Formula::atom(0), odds, 0}, {Formula::atom(1), 0.5, 0}}, world);
      std::erase(all, Formula::atom(0));
      return all;
    };
    EXPECT_EQ(with(0), with(1));
  }
}

}  // namespace
}  // namespace parley::conflict
