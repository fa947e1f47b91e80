// Exchange of positions against the reference on Paris 2015, and its laws.
#include "parley/influence/exchange.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "influence/councils.hpp"

namespace parley::influence {
namespace {

TEST(Exchange, FindsThePotentialExchangesOfParis) {
  const Council council = published("cop21");
  std::vector<Exchange> found = *potential_exchanges(council);
  const auto wanted = reference("cop21_exchange");
  EXPECT_EQ(found.size(), wanted["potential_exchanges"].get<std::size_t>());
  double sum = 0;
  for (const Exchange& each : found) {
    sum += each.gain_i;
    EXPECT_NEAR(each.gain_i, each.gain_j, 1e-12);
    EXPECT_GE(each.gain_i, -1e-14);
  }
  EXPECT_NEAR(sum, wanted["gain_sum"].get<double>(), 1e-9);
  std::ranges::stable_sort(found, std::ranges::greater{}, &Exchange::gain_i);
  for (std::size_t e = 0; e < wanted["best_20"].size(); ++e) {
    const auto& row = wanted["best_20"][e];
    // Who is called i and who j is free.
    const Exchange& each = found[e];
    const bool same = council.actors[each.i].name == row["i"].get<std::string>();
    EXPECT_EQ(council.actors[same ? each.i : each.j].name, row["i"].get<std::string>()) << e;
    EXPECT_EQ(council.actors[same ? each.j : each.i].name, row["j"].get<std::string>()) << e;
    EXPECT_EQ(council.scales[same ? each.i_gives : each.j_gives].name,
              row["i_supplies"].get<std::string>())
        << e;
    EXPECT_EQ(council.scales[same ? each.j_gives : each.i_gives].name,
              row["j_supplies"].get<std::string>())
        << e;
    EXPECT_NEAR(same ? each.move_i : each.move_j, row["move_i"].get<double>(), 1e-9);
    EXPECT_NEAR(same ? each.move_j : each.move_i, row["move_j"].get<double>(), 1e-9);
    EXPECT_NEAR(same ? each.shift_i_gives : each.shift_j_gives,
                row["outcome_shift_on_i_supply"].get<double>(), 1e-9);
    EXPECT_NEAR(same ? each.shift_j_gives : each.shift_i_gives,
                row["outcome_shift_on_j_supply"].get<double>(), 1e-9);
    EXPECT_NEAR(each.gain_i, row["gain"].get<double>(), 1e-9);
  }
}

TEST(Exchange, MakesTheBestFirstAndFixesWhatWasGiven) {
  const Council council = published("cop21");
  const ExchangeRound round = exchange(council)->front();
  ASSERT_FALSE(round.made.empty());
  EXPECT_NEAR(round.made.front().gain_i, 2.1907216494845363, 1e-9);
  std::set<std::pair<std::size_t, std::size_t>> given;
  for (const Exchange& each : round.made) {
    EXPECT_TRUE(given.emplace(each.i, each.i_gives).second);
    EXPECT_TRUE(given.emplace(each.j, each.j_gives).second);
    EXPECT_NEAR(*round.after.positions[each.i][each.i_gives], each.to_i, 1e-9);
  }
}

TEST(Exchange, TheTwoGainInTheReckoningOfExternalitiesToo) {
  const Council council = published("cop21");
  const ExchangeRound round = exchange(council)->front();
  const Exchange& first = round.made.front();
  // Both want what they get in full, so what the shift is worth is how much nearer the mean comes.
  EXPECT_NEAR(round.externalities[0][first.i], first.gain_i, 1e-9);
  EXPECT_NEAR(round.externalities[0][first.j], first.gain_j, 1e-9);
}

TEST(Exchange, NeedsTwoIssuesAndTwoActors) {
  const auto found = potential_exchanges(council_of({{10, 1, 1}, {90, 1, 1}}));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().diagnostics.front().code, "does-not-fit");
}

TEST(Exchange, WhoHasNothingToGiveTradesWithNobody) {
  Council council{{{"p", 0, 100, {}, {}}, {"q", 0, 100, {}, {}}}, {}};
  council.actors.push_back({"a", {}, {Stand{0, 1, 1}, Stand{0, 0, 1}}, false});
  council.actors.push_back({"b", {}, {Stand{100, 0.5, 1}, Stand{100, 1, 1}}, false});
  EXPECT_TRUE(potential_exchanges(council)->empty());  // a would have to give on q
  council.actors[0].stands[1].reset();
  EXPECT_TRUE(potential_exchanges(council)->empty());
}

RC_GTEST_PROP(ExchangeLaws, NobodyLeavesTheScaleAndMeansFollowPositions, ()) {
  const Council council = any_council(5, 3);
  const ExchangeRound round = exchange(council)->front();
  for (std::size_t k = 0; k < 3; ++k) {
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < 5; ++i) {
      const double x = *round.after.positions[i][k];
      RC_ASSERT(x >= -1e-9);
      RC_ASSERT(x <= 100 + 1e-9);
      sum += x * council.actors[i].stands[k]->weight();
      weight += council.actors[i].stands[k]->weight();
    }
    RC_ASSERT(std::abs(round.after.means[k] - sum / weight) < 1e-6);
  }
}

RC_GTEST_PROP(ExchangeLaws, GainsAreEqualAndAboveNothing, ()) {
  const ExchangeRound round = exchange(any_council(5, 3))->front();
  for (const Exchange& each : round.made) {
    RC_ASSERT(each.gain_i > 0);
    RC_ASSERT(std::abs(each.gain_i - each.gain_j) < 1e-9);
  }
}

RC_GTEST_PROP(ExchangeLaws, TheUnitOfCapabilityDoesNotMatter, ()) {
  const Council council = any_council(4, 2);
  const auto one = exchange(council)->front().after.means;
  const auto other = exchange(with_power_times(council, 32))->front().after.means;
  for (std::size_t k = 0; k < one.size(); ++k) RC_ASSERT(std::abs(one[k] - other[k]) < 1e-6);
}

RC_GTEST_PROP(ExchangeLaws, AnswersFollowATurnOfAllScales, ()) {
  const Council council = any_council(4, 2);
  const auto one = exchange(council)->front().after.means;
  const auto other = exchange(turned_round(council))->front().after.means;
  for (std::size_t k = 0; k < one.size(); ++k) RC_ASSERT(std::abs(one[k] + other[k] - 100) < 1e-6);
}

RC_GTEST_PROP(ExchangeLaws, APowerlessActorChangesNothing, ()) {
  Council council = any_council(4, 2);
  const auto one = exchange(council)->front().after.means;
  council.actors.push_back({"nobody", {}, {Stand{1, 1, 0}, Stand{99, 0.5, 0}}, false});
  const auto other = exchange(council)->front().after.means;
  for (std::size_t k = 0; k < one.size(); ++k) RC_ASSERT(std::abs(one[k] - other[k]) < 1e-9);
}

}  // namespace
}  // namespace parley::influence
