#include "parley/assess/conflict/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "parley/assess/assessment.hpp"
#include "parley/conflict/stability.hpp"
#include "small_case.hpp"

namespace parley::assess {
namespace {

using testing::ElementsAre;

// Both like a shared harbour better than none; Ostria keeps a fleet off it that a deal sends home.
constexpr std::string_view kWishes = R"(positions:
  ostria: {harbour: {values: {ostrian: 100, shared: 60, velmian: 0}, priority: 50, judged_by: A}}
  velm: {harbour: {values: {ostrian: 0, shared: 60, velmian: 100}, priority: 50, judged_by: A}}
no_deal: {ostria: {value: 40}, velm: {value: 40}}
moves:
  ostria: {blockade: {title: Keep the fleet off the harbour, undo: yes, now: yes}}
  velm: {toll: {title: Double the toll, undo: yes}}
)";

StabilityAssessment stability_of(std::string_view outlooks) {
  const auto assessment = assess(small_case({kWishes, outlooks}), {1, 400}, {});
  EXPECT_TRUE(assessment);
  return assessment->stability.value_or(StabilityAssessment{});
}

std::vector<std::string> named(const Turn& turn) {
  std::vector<std::string> steps;
  for (const Step& each : turn.steps) {
    const std::string what = each.act.move ? "move " + std::to_string(*each.act.move) : "sign";
    steps.push_back((each.taken ? "" : "not ") + what);
  }
  return steps;
}

TEST(Stability, IsNotAskedWithoutMovesAndOutlooks) {
  const auto source = small_case({kWishes});
  EXPECT_FALSE(asks_for_stability(source));
  EXPECT_FALSE(assess(source, {1, 50}, {})->stability);
}

TEST(Stability, OfADealThatNobodyWouldBreak) {
  const auto found = stability_of("outlooks: {ostria: [deal, not toll], velm: [not blockade]}\n");
  ASSERT_EQ(found.situations.size(), 2U);
  const Situation& signed_text = found.situations[1];
  EXPECT_EQ(signed_text.package, 0U);
  EXPECT_NEAR(signed_text.agreed, 1, 1e-9);
  EXPECT_NEAR(signed_text.of_itself, 1, 1e-9);
  EXPECT_NEAR(signed_text.holds, 1, 1e-9);
  EXPECT_TRUE(signed_text.leavers.empty());
  EXPECT_TRUE(signed_text.done.empty()) << "the fleet goes home";
}

// Ostria would keep its fleet there under a deal as well; Velm minds it and can only answer by what
// hurts Ostria.
TEST(Stability, IsBrokenByWhoGainsAndFearsNothing) {
  const auto found =
      stability_of("outlooks: {ostria: [deal, blockade, not toll], velm: [not toll]}\n");
  const Situation& signed_text = found.situations[1];
  EXPECT_EQ(signed_text.of_itself, 0);
  EXPECT_EQ(signed_text.holds, 0);
  ASSERT_EQ(signed_text.leavers.size(), 1U);
  EXPECT_EQ(signed_text.leavers[0].party, 0U);
  EXPECT_NEAR(signed_text.leavers[0].share, 1, 1e-9);
  EXPECT_THAT(named(signed_text.leavers[0].by), ElementsAre("move 0"));
  const auto is_ban = [](const Remedy& each) {
    return each.kind == Remedy::Kind::rule_out && each.act == Act{0, 0};
  };
  EXPECT_TRUE(std::ranges::any_of(signed_text.remedies, is_ban));
}

TEST(Stability, IsKeptByAnAnswerThatTheOtherWouldGive) {
  const auto found =
      stability_of("outlooks: {ostria: [deal, not toll, blockade], velm: [toll iff blockade]}\n");
  const Situation& signed_text = found.situations[1];
  EXPECT_EQ(signed_text.of_itself, 0);
  EXPECT_NEAR(signed_text.holds, 1, 1e-9);
  ASSERT_EQ(signed_text.deterred.size(), 1U);
  EXPECT_THAT(named(signed_text.deterred[0].by), ElementsAre("move 0"));
  ASSERT_EQ(signed_text.deterred[0].answer.size(), 1U);
  EXPECT_THAT(named(signed_text.deterred[0].answer[0]), ElementsAre("move 0"));
  EXPECT_EQ(signed_text.deterred[0].answer[0].party, 1U);
}

// The answer is only minded in some of the worlds, so the deal holds in about as many.
TEST(Stability, HoldsInTheWorldsInWhichTheAnswerIsMinded) {
  const auto found = stability_of(
      "outlooks: {ostria: [deal, not toll, blockade],\n"
      "           velm: [{says: toll iff blockade, odds: 30%}, not toll]}\n");
  EXPECT_NEAR(found.situations[1].holds, 0.3, 0.08);
  EXPECT_NEAR(found.situations[1].leavers.at(0).share, 0.7, 0.08);
}

TEST(Stability, OfTodayIsAskedWithoutAText) {
  const auto found = stability_of("outlooks: {ostria: [blockade], velm: [not toll]}\n");
  EXPECT_FALSE(found.situations[0].package);
  EXPECT_NEAR(found.situations[0].of_itself, 1, 1e-9);
  EXPECT_THAT(found.situations[0].done, ElementsAre(Act{0, 0}));
}

TEST(Stability, SaysWhatCannotBe) {
  const auto found = stability_of(
      "impossible: [deal and not blockade]\noutlooks: {ostria: [deal], velm: [deal]}\n");
  EXPECT_TRUE(found.situations[0].possible);
  EXPECT_FALSE(found.situations[1].possible);
}

TEST(Stability, TellsTheWayFromToday) {
  const auto found =
      stability_of("outlooks: {ostria: [deal, not blockade], velm: [deal, not blockade]}\n");
  ASSERT_TRUE(found.situations[1].way);
  EXPECT_GE(found.situations[1].way->size(), 2U) << "two have to sign";
}

// Options, drafts and deals in a statement are what the text on the table makes of them.
TEST(Stability, StatementsOverOptionsHoldWhereTheTextHasThem) {
  const auto with = stability_of(
      "outlooks: {ostria: [deal, blockade if harbour.shared, not blockade], velm: [deal]}\n");
  EXPECT_EQ(with.situations[1].holds, 0) << "the package shares the harbour";
  const auto without = stability_of(
      "outlooks: {ostria: [deal, blockade if harbour.velmian, not blockade], velm: [deal]}\n");
  EXPECT_NEAR(without.situations[1].holds, 1, 1e-9);
}

// Ostria keeps its fleet there under a deal in some of the worlds; that it cannot mends all.
TEST(Stability, TellsInHowManyWorldsARemedyHelps) {
  const auto found = stability_of(
      "outlooks: {ostria: [deal, {says: blockade, odds: 40%}, not toll], velm: [not toll]}\n");
  const Situation& signed_text = found.situations[1];
  EXPECT_NEAR(signed_text.holds, 0.6, 0.08);
  ASSERT_FALSE(signed_text.remedies.empty());
  EXPECT_TRUE(std::ranges::is_sorted(signed_text.remedies, std::greater<>(), &Remedy::holds));
  for (const Remedy& each : signed_text.remedies) EXPECT_GT(each.holds, signed_text.holds);
  const auto ban = std::ranges::find_if(signed_text.remedies, [](const Remedy& each) {
    return each.kind == Remedy::Kind::rule_out && each.act == Act{0, 0};
  });
  ASSERT_NE(ban, signed_text.remedies.end());
  EXPECT_NEAR(ban->holds, 1, 1e-9);
}

// A fleet that both would rather have home, each only once the other signs: nobody moves first.
TEST(Map, HasTodayTheTextAndTheWayBetween) {
  const auto found =
      stability_of("outlooks: {ostria: [deal, not blockade], velm: [deal, not blockade]}\n");
  const Map& map = found.map;
  EXPECT_EQ(map.package, 0U);
  ASSERT_GE(map.places.size(), 2U);
  EXPECT_THAT(map.places[0].done, ElementsAre(Act{0, 0})) << "the fleet is there";
  EXPECT_EQ(map.places[0].text, Signed::by_none);
  ASSERT_EQ(map.kept, 1U);
  EXPECT_EQ(map.places[1].text, Signed::by_all);
  EXPECT_TRUE(map.places[1].rests);
  EXPECT_NEAR(map.places[1].holds, found.situations[1].holds, 1e-12);
  EXPECT_FALSE(map.places[1].better);
  // The legs lead from today to the text.
  std::size_t at = 0;
  std::size_t turns = 0;
  for (auto leg = map.legs.begin(); leg != map.legs.end() && at != 1; ++turns) {
    leg = std::ranges::find(map.legs, at, &Leg::from);
    ASSERT_NE(leg, map.legs.end());
    EXPECT_NE(leg->turn.steps.size(), 0U);
    at = leg->to;
  }
  EXPECT_EQ(at, 1U);
  EXPECT_EQ(turns, found.situations[1].way->size());
}

TEST(Map, ToldPlacesComeFirstAndThoseOnlyPassedLast) {
  const auto found =
      stability_of("outlooks: {ostria: [deal, not toll, blockade], velm: [toll iff blockade]}\n");
  const Map& map = found.map;
  ASSERT_LE(map.told, map.places.size());
  EXPECT_LE(map.told, 2 + Map::kMostOthers);
  for (std::size_t i = 2; i < map.told; ++i) {
    EXPECT_TRUE(map.places[i].rests);
    EXPECT_NE(map.places[i].text, Signed::by_some);
    if (i > 2) {
      EXPECT_LE(map.places[i].holds, map.places[i - 1].holds);
    }
  }
  for (const Leg& each : map.legs) {
    EXPECT_LT(each.from, map.places.size());
    EXPECT_LT(each.to, map.places.size());
  }
}

TEST(Map, ADeadEndHoldsThoughAnotherPlaceIsBetterForSomeAndWorseForNone) {
  const auto found = stability_of("outlooks: {ostria: [deal], velm: [deal]}\n");
  const Map& map = found.map;
  ASSERT_TRUE(map.places[0].rests) << "one signature alone changes nothing";
  EXPECT_EQ(map.places[0].better, 1U);
  EXPECT_FALSE(map.places[1].better);
}

TEST(Map, IsAboutNoTextWhereNoneCouldBeSigned) {
  const auto source = small_case({kWishes, "outlooks: {ostria: [blockade], velm: [not toll]}\n"});
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 100, {}).value();
  const auto found = assess_stability(model, worlds, {}, {});
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->map.package);
  EXPECT_FALSE(found->map.kept);
  EXPECT_TRUE(found->map.places.at(0).rests);
}

// The same by asking the engine about every kind of world, one after the other.
TEST(Stability, AgreesWithTheEngineWorldByWorld) {
  const auto source =
      small_case({kWishes,
                  "outlooks: {ostria: [deal, {says: not toll, odds: 60%}, blockade],\n"
                  "           velm: [{says: toll iff blockade, odds: 50%}, not toll]}\n"});
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 300, {}).value();
  const auto packages = find_packages(model, worlds, {}).value();
  const Text text{{1}, {0, 1}, std::nullopt};
  const Table table(model, text);
  double least = 2;
  double most = -1;
  for (const bool fears : {false, true}) {
    for (const bool answers : {false, true}) {
      const auto graph =
          conflict::build(table.conflict({table.minds(0, Liking::likes, {true, fears, true}),
                                          table.minds(1, Liking::likes, {answers, true})}));
      ASSERT_TRUE(graph);
      const auto at = std::ranges::find(graph->taken, table.kept());
      const auto state = static_cast<conflict::StateIndex>(at - graph->taken.begin());
      const bool holds = conflict::stability(*graph)->equilibrium(conflict::Concept::seq, state);
      EXPECT_EQ(holds, fears && answers);
      least = std::min(least, holds ? 0.3 : 0.0);
      most = std::max(most, holds ? 0.3 : 0.0);
    }
  }
  const auto found = assess_stability(model, worlds, packages, {});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->situations[1].holds, 0.3, 0.08);
  EXPECT_LT(least, most);
}

TEST(Stability, IsTheSameOnAnyNumberOfThreads) {
  const auto source =
      small_case({kWishes,
                  "outlooks: {ostria: [deal, {says: not toll, odds: 60%}, blockade],\n"
                  "           velm: [{says: toll iff blockade, odds: 50%}, not toll]}\n"});
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 300, {}).value();
  const auto packages = find_packages(model, worlds, {}).value();
  const auto one = assess_stability(model, worlds, packages, {1, {}, {}});
  const auto many = assess_stability(model, worlds, packages, {8, {}, {}});
  ASSERT_TRUE(one && many);
  EXPECT_EQ(one->situations[1].holds, many->situations[1].holds);
  EXPECT_EQ(one->situations[1].leavers.size(), many->situations[1].leavers.size());
}

}  // namespace
}  // namespace parley::assess
