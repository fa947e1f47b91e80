// The Spatial Model of Politics against KTAB's reference output, a naive oracle, and its own laws.
#include "parley/influence/smp.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "influence/councils.hpp"
#include "influence/smp_oracle.hpp"

namespace parley::influence::smp {
namespace {

std::vector<std::size_t> all_scales(const Council& council) {
  std::vector<std::size_t> all(council.scales.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

Course played(const Council& council, const Options& options = {}) {
  return *play(council, all_scales(council), options);
}

class KtabCase : public testing::TestWithParam<const char*> {
 protected:
  Council council() const { return published(GetParam()); }
  nlohmann::json wanted() const { return reference(std::string(GetParam()) + "_reference"); }
};

TEST_P(KtabCase, HasTheDistancesOddsAndRisksOfTheStart) {
  const Course course = played(council());
  const auto start = wanted()["turn_0"];
  for (std::size_t i = 0; i < course.actors.size(); ++i) {
    for (std::size_t j = 0; j < course.actors.size(); ++j) {
      EXPECT_NEAR(course.distance[i][j], start["distance"][i][j].get<double>(), 1e-12);
    }
    const double odds = start["central_position_probability"][i];
    EXPECT_NEAR(course.turns[1].central_odds[i], odds, 1e-9 * odds);
    EXPECT_NEAR(course.turns[1].risks[i], start["risk"][i].get<double>(), 1e-9);
  }
}

TEST_P(KtabCase, HasTheFirstChallenges) {
  const Council council = this->council();
  const Course course = played(council);
  const auto challenges = wanted()["turn_0"]["challenges"];
  ASSERT_EQ(course.turns[1].challenges.size(), challenges.size());
  for (std::size_t i = 0; i < challenges.size(); ++i) {
    const Challenge& mine = course.turns[1].challenges[i];
    EXPECT_EQ(council.actors[mine.actor].name, challenges[i]["actor"].get<std::string>());
    EXPECT_EQ(council.actors[mine.target].name, challenges[i]["challenges"].get<std::string>());
    EXPECT_NEAR(mine.odds, challenges[i]["success_probability"].get<double>(), 1e-9);
    EXPECT_NEAR(mine.gain, challenges[i]["gain"].get<double>(), 1e-9);
  }
}

TEST_P(KtabCase, PlaysEveryTurnToTheLastDigit) {
  const Course course = played(council());
  const auto wanted = this->wanted();
  ASSERT_EQ(course.turns.size(), wanted["turns"].get<std::size_t>() + 1);
  EXPECT_TRUE(course.at_rest);
  for (std::size_t t = 0; t < course.turns.size(); ++t) {
    if (t > 0) {
      EXPECT_NEAR(course.turns[t].step, wanted["step_distance_by_turn"][t - 1].get<double>(), 1e-9);
    }
    for (std::size_t i = 0; i < course.actors.size(); ++i) {
      for (std::size_t d = 0; d < course.scales.size(); ++d) {
        const double x = course.position(t, i, d);
        EXPECT_NEAR(x, wanted["positions_by_turn"][t][i][d].get<double>(), 1e-9);
        const auto& printed = wanted["positions_by_turn_printed_by_ktab_1_decimal"][t][i][d];
        EXPECT_NEAR(x, printed.get<double>(), 0.051);
      }
    }
  }
}

TEST_P(KtabCase, FollowsATurnOfAllScales) {
  const Course one = played(council());
  const Course other = played(turned_round(council()));
  ASSERT_EQ(one.turns.size(), other.turns.size());
  for (std::size_t p = 0; p < one.turns.back().positions.size(); ++p) {
    EXPECT_NEAR(one.turns.back().positions[p] + other.turns.back().positions[p], 100, 0.05);
  }
}

TEST_P(KtabCase, TheUnitOfCapabilityDoesNotMatter) {
  const Course one = played(council());
  const Course other = played(with_power_times(council(), 16));
  ASSERT_EQ(one.turns.size(), other.turns.size());
  for (std::size_t p = 0; p < one.turns.back().positions.size(); ++p) {
    EXPECT_NEAR(one.turns.back().positions[p], other.turns.back().positions[p], 0.02);
  }
}

TEST_P(KtabCase, FollowsTheOrderOfActorsAndOfDimensions) {
  const Council council = this->council();
  std::vector<std::size_t> order(council.actors.size());
  std::iota(order.rbegin(), order.rend(), std::size_t{0});
  const Course one = played(council);
  std::vector<std::size_t> scales = all_scales(council);
  std::reverse(scales.begin(), scales.end());
  const Course other = *play(reordered(council, order), scales);
  ASSERT_EQ(one.turns.size(), other.turns.size());
  const std::size_t last = one.turns.size() - 1;
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t d = 0; d < scales.size(); ++d) {
      EXPECT_NEAR(one.position(last, order[i], scales[d]), other.position(last, i, d), 0.02);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Published, KtabCase, testing::Values("ktab_3dim", "ktab_soe_pol_comp"));

TEST(Smp, EndsWhereThePublishedTableSays) {
  const std::vector<std::vector<double>> wanted{
      {78.56, 31.76, 74.05}, {78.56, 31.76, 74.05}, {82.45, 90.89, 0.07}, {67.12, 50.12, 63.73},
      {78.60, 31.65, 74.11}, {79.88, 34.37, 75.16}, {78.60, 31.65, 74.11}};
  const Course course = played(published("ktab_3dim"));
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (std::size_t d = 0; d < 3; ++d) {
      EXPECT_NEAR(course.position(10, i, d), wanted[i][d], 1e-9);
    }
  }
  EXPECT_NEAR(course.turns.back().step / course.turns[1].step, 0.00453, 5e-6);
  const Course other = played(published("ktab_soe_pol_comp"));
  EXPECT_NEAR(other.turns.back().step / other.turns[1].step, 0.00833, 5e-6);
}

RC_GTEST_PROP(SmpLaws, ATurnIsThatOfTheOracle, ()) {
  const Council council =
      any_council(*rc::gen::inRange<std::size_t>(2, 6), *rc::gen::inRange<std::size_t>(1, 4));
  Options options;
  options.most_turns = 1;
  const Course course = played(council, options);
  const auto wanted = smp_oracle_turn(council);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (std::size_t d = 0; d < wanted[i].size(); ++d) {
      // One unit of the rounding to four digits.
      RC_ASSERT(std::abs(course.position(1, i, d) / 100 - wanted[i][d]) < 1.5e-4);
    }
  }
}

// Every option alone, on both cases: it runs, stays within the hull and gives the same again.
struct Named {
  const char* name;
  Options options;
};

std::vector<Named> single_changes() {
  std::vector<Named> all;
  const auto add = [&](const char* name, auto change) {
    Options options;
    change(options);
    all.push_back({name, options});
  };
  add("vote binary", [](Options& o) { o.vote = Vote::binary; });
  add("vote PropBin", [](Options& o) { o.vote = Vote::proportional_and_binary; });
  add("vote PropCbc", [](Options& o) { o.vote = Vote::proportional_and_cubic; });
  add("vote cubic", [](Options& o) { o.vote = Vote::cubic; });
  add("vote ASymProsp", [](Options& o) { o.vote = Vote::losses_first; });
  add("victory square", [](Options& o) { o.victory = Victory::square; });
  add("victory quartic", [](Options& o) { o.victory = Victory::quartic; });
  add("victory octic", [](Options& o) { o.victory = Victory::octic; });
  add("victory binary", [](Options& o) { o.victory = Victory::binary; });
  add("Markov uniform", [](Options& o) { o.election = Election::markov_uniform; });
  add("Markov incentive", [](Options& o) { o.election = Election::markov_incentive; });
  add("drawn", [](Options& o) { o.choice = Choice::drawn; });
  add("risk none", [](Options& o) { o.risk_seen = RiskSeen::none; });
  add("risk half", [](Options& o) { o.risk_seen = RiskSeen::half; });
  add("risk two thirds", [](Options& o) { o.risk_seen = RiskSeen::two_thirds; });
  add("risk full", [](Options& o) { o.risk_seen = RiskSeen::full; });
  add("risk min", [](Options& o) { o.risk_range = RiskRange::zero_to_one; });
  add("risk max", [](Options& o) { o.risk_range = RiskRange::one_to_one; });
  add("no commitment", [](Options& o) { o.commitment = Commitment::none; });
  add("full commitment", [](Options& o) { o.commitment = Commitment::all; });
  add("S1P1", [](Options& o) { o.bargain = Bargain::first_powers; });
  add("S2PMax", [](Options& o) { o.bargain = Bargain::losing_odds; });
  add("both", [](Options& o) { o.view = View::both; });
  add("by weight", [](Options& o) { o.view = View::by_weight; });
  add("both as KTAB", [](Options& o) { o.view = View::both_as_ktab; });
  add("by weight as KTAB", [](Options& o) { o.view = View::by_weight_as_ktab; });
  return all;
}

TEST(SmpOptions, EachAloneStaysWithinTheScaleAndRepeats) {
  for (const Named& each : single_changes()) {
    Options options = each.options;
    options.most_turns = 5;
    for (const char* name : {"ktab_3dim", "ktab_soe_pol_comp"}) {
      const Council council = published(name);
      const Course course = played(council, options);
      EXPECT_EQ(course.turns.back().positions, played(council, options).turns.back().positions);
      for (const double x : course.turns.back().positions) {
        EXPECT_GE(x, 0) << each.name << " on " << name;
        EXPECT_LE(x, 100) << each.name << " on " << name;
      }
    }
  }
}

TEST(SmpOptions, WithoutAndWithFullCommitmentThirdPartiesNeverCount) {
  Options none;
  none.commitment = Commitment::none;
  Options all;
  all.commitment = Commitment::all;
  const Council council = published("ktab_soe_pol_comp");
  EXPECT_EQ(played(council, none).turns.back().positions,
            played(council, all).turns.back().positions);
  EXPECT_NE(played(council, none).turns.back().positions, played(council).turns.back().positions);
}

TEST(SmpOptions, AnAffinityOfOneToOneselfIsTheDefault) {
  const Council council = published("ktab_3dim");
  Options options;
  options.affinity.assign(7, std::vector<double>(7, 0.0));
  for (std::size_t i = 0; i < 7; ++i) options.affinity[i][i] = 1;
  EXPECT_EQ(played(council, options).turns.back().positions,
            played(council).turns.back().positions);
  options.affinity[3][2] = 0.5;
  EXPECT_FALSE(play(council, all_scales(council), options));
}

Council two_on_two_scales() {
  Council council{{{"one", 0, 100, {}, {}}, {"other", 0, 100, {}, {}}}, {}};
  council.actors.push_back({"a", {}, {Stand{10, 0.4, 1}, Stand{80, 0.4, 1}}, false});
  council.actors.push_back({"b", {}, {Stand{60, 0.5, 2}, Stand{20, 0.3, 2}}, false});
  return council;
}

TEST(Smp, RefusesWhatDoesNotFit) {
  const auto reason = [](const Council& council) {
    const auto found = play(council, all_scales(council));
    return found ? std::string() : found.error().diagnostics.front().message;
  };
  EXPECT_NE(reason(council_of({{10, 1, 1}})), "");
  const Council two = two_on_two_scales();
  EXPECT_EQ(reason(two), "");
  Council heavy = two;
  heavy.actors[0].stands[0]->salience = 0.9;
  EXPECT_NE(reason(heavy).find("sum to 1.3"), std::string::npos) << reason(heavy);
  Council uneven = two;
  uneven.actors[0].stands[0]->capability = 7;
  EXPECT_NE(reason(uneven).find("differs"), std::string::npos);
  Council partly = two;
  partly.actors[0].stands[0].reset();
  EXPECT_NE(reason(partly).find("no stand"), std::string::npos);
}

TEST(Smp, SaysWhatBecomesOfTheOddCases) {
  // Nobody who minds: every place is as good, so nobody gains by a challenge.
  const Course calm = played(council_of({{10, 0, 1}, {90, 0, 1}}));
  EXPECT_EQ(calm.turns.back().positions, (Positions{10, 90}));
  // All of one mind.
  const Course one = played(council_of({{40, 1, 1}, {40, 0.5, 3}}));
  EXPECT_EQ(one.turns.back().positions, (Positions{40, 40}));
  EXPECT_TRUE(one.at_rest);
}

}  // namespace
}  // namespace parley::influence::smp
