#include "parley/assess/worlds.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "small_case.hpp"

namespace parley::assess {
namespace {

constexpr std::size_t kWorlds = 20'000;

// Four standard errors of a share at its widest: a sound draw fails this once in ten thousand
// tests.
const double kSampling = 4 * 0.5 / std::sqrt(static_cast<double>(kWorlds));

Worlds draw(const Model& model, std::size_t count = kWorlds) {
  return draw_worlds(model, 1, count, {}).value();
}

const char* const kOrders = R"(positions:
  ostria: {harbour: {priority: high, prefers: [ostrian, shared, velmian]}}
  velm: {harbour: {priority: high, prefers: [velmian, [shared, ostrian]]}}
)";

TEST(Worlds, ValuesAgreeWithTheStatedOrderInEveryWorld) {
  const casefile::Case source = small_case({kOrders});
  const Model model(source);
  double middle = 0;
  for (const DrawnWorld& world : draw(model).drawn) {
    EXPECT_EQ(world.value[0], 1);
    EXPECT_EQ(world.value[2], 0);
    EXPECT_GT(world.value[1], 0);
    EXPECT_LT(world.value[1], 1);
    EXPECT_EQ(world.value[3], world.value[4]) << "tied options are worth the same";
    EXPECT_EQ(world.value[5], 1);
    middle += world.value[1];
  }
  EXPECT_NEAR(middle / static_cast<double>(kWorlds), 0.5, kSampling);
}

TEST(Worlds, OptionsLeftOutOfAnOrderLieAnywhereBetween) {
  const casefile::Case source =
      small_case({"positions: {ostria: {harbour: {prefers: [ostrian, velmian]}}}\n"});
  const Model model(source);
  double below_half = 0;
  for (const DrawnWorld& world : draw(model).drawn) below_half += world.value[1] < 0.5 ? 1 : 0;
  EXPECT_NEAR(below_half / static_cast<double>(kWorlds), 0.5, kSampling);
}

TEST(Worlds, WeightsSumToOneForAPartyWithPositions) {
  const casefile::Case source =
      small_case({"positions: {ostria: {harbour: {priority: 10..20}}}\n"});
  const Model model(source);
  for (const DrawnWorld& world : draw(model, 100).drawn) {
    EXPECT_EQ(world.weight[0], 1);
    EXPECT_EQ(world.weight[1], 1) << "of Velm nothing is known, so it may want anything";
  }
}

TEST(Worlds, AnotherEntryChangesNoOtherDraw) {
  const casefile::Case source = small_case({kOrders});
  const casefile::Case longer = small_case({kOrders,
                                            "no_deal: {velm: {value: 20..60}}\n"
                                            "drafts: {first: {title: First, unknown: all}}\n"});
  const Model model(source);
  const Model more(longer);
  for (std::uint64_t number = 0; number < 100; ++number) {
    const DrawnWorld world = draw_world(model, 7, number);
    const DrawnWorld other = draw_world(more, 7, number);
    EXPECT_EQ(world.value, other.value);
    EXPECT_EQ(world.weight, other.weight);
    EXPECT_EQ(world.no_deal[0], other.no_deal[0]);
  }
}

TEST(Worlds, SharedFactorMovesTwoEstimatesTogether) {
  const casefile::Case source = small_case({R"(factors: {front: {title: The front}}
no_deal:
  ostria: {value: {value: 20..60, factors: {front: 1}}}
  velm: {value: {value: 20..60, factors: {front: -1}}}
)"});
  const Model model(source);
  for (const DrawnWorld& world : draw(model, 1000).drawn) {
    EXPECT_NEAR(world.no_deal[0] + world.no_deal[1], 0.8, 1e-9);
  }
}

// With one issue the middle option's value and the no-deal value are both uniform on 0 .. 1, so a
// refusal of sincerity s leaves the odds of preferring it at (1 - s) / 2.
class Refusal : public testing::TestWithParam<int> {};

TEST_P(Refusal, WeighsWorldsByItsSincerity) {
  const double sincere = GetParam() / 100.0;
  const casefile::Case source =
      small_case({kOrders, "drafts: {first: {title: First, terms: {harbour: shared}}}\n",
                  "answers: [{party: ostria, draft: first, answer: rejected, sincere: " +
                      std::to_string(sincere) + "}]\n"});
  const Model model(source);
  const Worlds worlds = draw(model);
  double prefers = 0;
  for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
    if (worlds.drawn[i].value[1] >= worlds.drawn[i].no_deal[0]) prefers += worlds.share[i];
  }
  EXPECT_NEAR(prefers, (1 - sincere) / 2, kSampling);
  EXPECT_TRUE(worlds.contradiction.empty());
}

INSTANTIATE_TEST_SUITE_P(Sincerities, Refusal, testing::Values(0, 30, 50, 90, 100));

TEST(Worlds, ANoDealValueLiesBetweenTheDraftsItIsComparedWith) {
  const casefile::Case source = small_case({kOrders, R"(drafts:
  worse: {title: Worse, terms: {harbour: shared}}
  better: {title: Better, terms: {harbour: ostrian}}
no_deal: {ostria: {between: [worse, better]}}
)"});
  const Model model(source);
  for (const DrawnWorld& world : draw(model, 1000).drawn) {
    EXPECT_GE(world.no_deal[0], world.value[1]);
    EXPECT_LE(world.no_deal[0], 1);
  }
}

TEST(Worlds, ComparisonAgainstTheStatedOrderIsNamedAsTheContradiction) {
  const casefile::Case source = small_case({kOrders, R"(drafts:
  worse: {title: Worse, terms: {harbour: shared}}
  better: {title: Better, terms: {harbour: ostrian}}
no_deal: {ostria: {between: [better, worse]}}
answers: [{party: velm, draft: worse, answer: rejected, sincere: very likely}]
)"});
  const Worlds worlds = draw(Model(source), 2000);
  EXPECT_EQ(worlds.effective, 0);
  EXPECT_EQ(worlds.contradiction,
            "Ostria would rather go on than take “Better”, but would take “Worse”");
}

TEST(Worlds, AnswersOfNoWeightAreLeftAlone) {
  const casefile::Case source = small_case({kOrders, R"(drafts:
  first: {title: First, terms: {harbour: shared}}
answers:
  - {party: velm, draft: first, answer: accepted_as_basis}
  - {party: ostria, draft: first, answer: undecided}
)"});
  const Worlds worlds = draw(Model(source), 100);
  EXPECT_TRUE(worlds.observations.empty());
  EXPECT_EQ(worlds.effective, 100);
}

}  // namespace
}  // namespace parley::assess
