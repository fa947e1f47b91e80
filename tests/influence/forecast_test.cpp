// The forecast as a distribution, and what would move it.
#include "parley/influence/forecast.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>

#include "influence/councils.hpp"
#include "parley/influence/analysis.hpp"
#include "parley/influence/baseline.hpp"
#include "parley/influence/calibration.hpp"

namespace parley::influence {
namespace {

double mean_over(const Hull& hull, double compromise, const Spread& spread) {
  constexpr int kParts = 20'000;
  double sum = 0;
  for (int i = 0; i < kParts; ++i) {
    sum += outcome_quantile(hull, compromise, spread, (i + 0.5) / kParts);
  }
  return sum / kParts;
}

double mean_error(double compromise) {
  constexpr int kParts = 20'000;
  double sum = 0;
  for (int i = 0; i < kParts; ++i) {
    sum += std::abs(outcome_quantile({0, 100}, compromise, {}, (i + 0.5) / kParts) - compromise);
  }
  return sum / kParts;
}

RC_GTEST_PROP(OutcomeLaws, TheCompromiseIsTheMean, ()) {
  const double at = *rc::gen::inRange(1, 100);
  RC_ASSERT(std::abs(mean_over({0, 100}, at, {}) - at) < 0.01);
}

RC_GTEST_PROP(OutcomeLaws, QuantilesRiseAndStayWithinTheHull, ()) {
  const double at = *rc::gen::inRange(20, 81);
  double before = 20;
  for (int i = 1; i < 200; ++i) {
    const double x = outcome_quantile({20, 80}, at, {}, i / 200.0);
    RC_ASSERT(x >= before - 1e-9);
    RC_ASSERT(x <= 80);
    before = x;
  }
}

TEST(Outcome, HasThePublishedErrorAndShareAtTheEnds) {
  EXPECT_NEAR(mean_error(50), 24.1, 0.1);
  EXPECT_NEAR(mean_error(40), 23.2, 0.1);
  EXPECT_NEAR(mean_error(30), 20.3, 0.1);
  // 31 % at the ends, in proportion to how near the compromise is to each.
  EXPECT_EQ(outcome_quantile({0, 100}, 60, {}, 0.123), 0);
  EXPECT_GT(outcome_quantile({0, 100}, 60, {}, 0.125), 0);
  EXPECT_EQ(outcome_quantile({0, 100}, 60, {}, 0.815), 100);
  EXPECT_LT(outcome_quantile({0, 100}, 60, {}, 0.813), 100);
}

// Decisions whose outcomes follow a spread, evenly over its quantiles.
std::vector<Past> decisions(const Spread& spread, int count) {
  std::vector<Past> all;
  for (int i = 0; i < count; ++i) {
    const double compromise = 20 + 60.0 * (i % 7) / 6;
    const double turns = (i + 0.5) * 0.6180339887498949;
    const double p = turns - std::floor(turns);
    all.push_back({{0, 100}, compromise, outcome_quantile({0, 100}, compromise, spread, p)});
  }
  return all;
}

TEST(Calibration, FindsTheSpreadThatOutcomesFollow) {
  const Spread found = fitted(decisions({0.1, 6}, 5000));
  EXPECT_NEAR(found.all_the_way, 0.1, 0.01);
  EXPECT_NEAR(found.nearness, 6, 0.3);
}

TEST(Calibration, NothingSeenChangesNothingAndLittleSeenLittle) {
  EXPECT_EQ(fitted({}).all_the_way, Spread{}.all_the_way);
  EXPECT_NEAR(fitted({}).nearness, Spread{}.nearness, 1e-12);
  const Spread one = fitted({{{0, 100}, 50, 100}});
  EXPECT_GT(one.all_the_way, 0.31);
  EXPECT_LT(one.all_the_way, 0.35);
  EXPECT_EQ(fitted({{{30, 30}, 30, 30}}).all_the_way, Spread{}.all_the_way);
}

TEST(Calibration, ItsIntervalsHoldAsOftenAsTheySay) {
  const std::vector<Past> seen = decisions({0.2, 5}, 2000);
  const Spread spread = fitted(seen);
  int within = 0;
  for (const Past& each : seen) {
    const double low = outcome_quantile(each.hull, each.compromise, spread, 0.25);
    const double high = outcome_quantile(each.hull, each.compromise, spread, 0.75);
    within += each.outcome >= low && each.outcome <= high ? 1 : 0;
  }
  EXPECT_NEAR(within / 2000.0, 0.5, 0.02);
}

TEST(Forecast, IsExactWhereNothingIsUncertain) {
  const Council council = council_of({{0, 1, 1}, {100, 1, 3}});
  const Forecast found = forecast(certain(council))->front();
  EXPECT_EQ(found.mean, 75);
  EXPECT_NEAR(found.at_low, 0.31 * 0.25, 1e-12);
  EXPECT_NEAR(found.at_high, 0.31 * 0.75, 1e-12);
  EXPECT_EQ(found.low, 0);
  EXPECT_EQ(found.high, 100);
  EXPECT_GT(found.low_quarter, 40);
  EXPECT_LT(found.low_quarter, found.middle);
}

TEST(Forecast, UnanimityIsCertain) {
  const Forecast found = forecast(certain(council_of({{30, 1, 1}, {30, 0.2, 9}})))->front();
  EXPECT_EQ(found.low, 30);
  EXPECT_EQ(found.high, 30);
  EXPECT_EQ(found.at_low, 0);
  EXPECT_EQ(forecast(certain(council_of({{100, 1, 1}})))->front().at_high, 1);
}

TEST(Forecast, DoubtInTheInputsWidensIt) {
  UncertainCouncil council = certain(council_of({{40, 1, 1}, {60, 1, 1}}));
  const Forecast sure = forecast(council)->front();
  council.actors[0].stands[0]->position = Estimate::between(10, 70);
  const Forecast found = forecast(council)->front();
  EXPECT_LT(found.low, sure.low);
  EXPECT_GT(found.high, sure.high);
  EXPECT_NEAR(found.mean, sure.mean, 0.5);
}

TEST(Forecast, IsTheSameOnAnyNumberOfThreads) {
  UncertainCouncil council = certain(council_of({{40, 1, 1}, {60, 1, 1}}));
  council.actors[1].stands[0]->capability = Estimate::between(0, 2);
  Control one;
  one.threads = 1;
  Control three;
  three.threads = 3;
  const ForecastOptions options{1000, 7, {}};
  const Forecast a = forecast(council, options, one)->front();
  const Forecast b = forecast(council, options, three)->front();
  EXPECT_EQ(a.mean, b.mean);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high_quarter, b.high_quarter);
  EXPECT_NE(forecast(council, {1000, 8, {}})->front().mean, a.mean);
}

TEST(Forecast, AVetoCutsWhatItsHolderLikesLess) {
  Council council = council_of({{0, 1, 5}, {80, 1, 1}});
  council.scales[0].reference = 50;
  council.actors[1].veto = true;
  const Forecast found = forecast(certain(council))->front();
  EXPECT_EQ(found.low, 50);
  EXPECT_GE(found.mean, 50);
  EXPECT_EQ(found.at_low, 0);
}

// What a lever says comes true.
Council pulled(const Council& council, const Lever& lever) {
  Council moved = council;
  for (const std::size_t each : lever.actors) {
    Stand& stand = *moved.actors[each].stands[0];
    (lever.kind == Lever::Kind::salience ? stand.salience : stand.position) = lever.to;
  }
  return moved;
}

RC_GTEST_PROP(LeverLaws, EveryLeverLeadsWhereItSays, ()) {
  const Council council = any_council(5, 1);
  const double wanted = *rc::gen::inRange(0, 101);
  const double mean = weighted_mean(voters(council, 0));
  for (const Lever& each : levers(council, 0, wanted)) {
    const double outcome = weighted_mean(voters(pulled(council, each), 0));
    RC_ASSERT(std::abs(outcome - each.outcome) < 1e-6);
    if (each.kind == Lever::Kind::coalition) {
      RC_ASSERT((outcome - wanted) * (wanted - mean) >= -1e-6);
      RC_ASSERT(each.actors.size() > 1U);
    } else {
      RC_ASSERT(std::abs(outcome - wanted) < 1e-6);
    }
  }
}

RC_GTEST_PROP(LeverLaws, NoSmallerCoalitionDoes, ()) {
  const Council council = any_council(5, 1);
  const double wanted = *rc::gen::inRange(0, 101);
  const double mean = weighted_mean(voters(council, 0));
  std::size_t fewest = 99;
  for (std::size_t leader = 0; leader < 5; ++leader) {
    for (unsigned set = 0; set < 32; ++set) {
      Council moved = council;
      for (std::size_t i = 0; i < 5; ++i) {
        if ((set >> i & 1U) != 0) {
          moved.actors[i].stands[0]->position = council.actors[leader].stands[0]->position;
        }
      }
      const double outcome = weighted_mean(voters(moved, 0));
      if ((outcome - wanted) * (wanted - mean) >= 0) {
        fewest = std::min(fewest, static_cast<std::size_t>(std::popcount(set)));
      }
    }
  }
  std::size_t found = 99;
  for (const Lever& each : levers(council, 0, wanted)) {
    if (each.kind == Lever::Kind::coalition) found = each.actors.size();
  }
  if (fewest > 1) RC_ASSERT(found == fewest);
}

TEST(Levers, AreToldWithTheirPrice) {
  Council council = council_of({{20, 0.5, 1}, {80, 0.5, 1}});
  council.actors[0].name = "Left";
  council.actors[1].name = "Right";
  const auto found = levers(council, 0, 60);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(
      sentence(council, 0, found.front()),
      "If Left went from 20 to 40, the outcome would be 60. Price: 10.0 of 100, the way times "
      "how much Left minds it.");
  EXPECT_TRUE(levers(council, 0, 50).empty());
  EXPECT_TRUE(levers(council, 0, 100).empty());
}

TEST(Pulls, SayWhoseWeightItIs) {
  const auto found = pulls(council_of({{0, 1, 1}, {100, 1, 3}, {75, 1, 1}}), 0);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found.front().actor, 1U);
  EXPECT_NEAR(found.front().share, 0.6, 1e-12);
  EXPECT_NEAR(found.front().without, 37.5, 1e-12);
  EXPECT_EQ(pulls(council_of({{30, 1, 1}}), 0).front().without, 30);
}

TEST(Analysis, GivesEveryModelAnOutcomeOrAReason) {
  for (const char* name : {"emission", "cop21", "ktab_3dim"}) {
    const Council council = published(name);
    AnalysisOptions options;
    options.one_space = council.scales.size() == 3;
    const auto found = analyse(certain(council), options);
    ASSERT_TRUE(found) << name;
    for (const ScaleAnalysis& each : found->scales) {
      ASSERT_EQ(each.opinions.size(), kModels.size());
      for (const Opinion& opinion : each.opinions) {
        EXPECT_TRUE(opinion.outcome || !opinion.reason.empty());
      }
      EXPECT_EQ(each.forecast.mean, each.opinions.front().outcome);
      EXPECT_LE(each.agreement.low, each.forecast.mean);
      EXPECT_GE(each.agreement.high, each.forecast.mean);
    }
  }
}

TEST(Analysis, TellsACycleAsACycle) {
  const auto found = analyse(certain(published("emission")));
  const Opinion& opinion = found->scales[0].opinions[4];
  EXPECT_EQ(opinion.model, Model::expected_utility);
  EXPECT_THAT(opinion.reason, testing::HasSubstr("goes round for ever"));
  EXPECT_GT(*opinion.outcome, 7.2);
  EXPECT_LT(*opinion.outcome, 7.7);
}

TEST(Analysis, AWantedPlaceBeyondTheScaleIsRefused) {
  AnalysisOptions options;
  options.wanted = 11;
  const auto found = analyse(certain(published("emission")), options);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().diagnostics.front().code, "off-scale");
}

}  // namespace
}  // namespace parley::influence
