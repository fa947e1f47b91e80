// The plain models, and what is wrong with a council.
#include "parley/influence/council.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "influence/councils.hpp"
#include "parley/influence/baseline.hpp"

namespace parley::influence {
namespace {

TEST(Baselines, FindThePublishedEmissionFigures) {
  const auto all = voters(published("emission"), 0);
  EXPECT_NEAR(weighted_mean(all), 7.389955686853767, 1e-12);
  EXPECT_EQ(weighted_median(all), 7);
  EXPECT_EQ(condorcet_position(all), 7);
  EXPECT_NEAR(plain_mean(all), 6.7, 1e-12);
}

TEST(Baselines, FindThePublishedMeansOfParis) {
  const Council council = published("cop21");
  const auto wanted = reference("cop21_exchange")["weighted_mean"];
  ASSERT_EQ(council.scales.size(), wanted.size());
  for (std::size_t k = 0; k < council.scales.size(); ++k) {
    EXPECT_NEAR(weighted_mean(voters(council, k)), wanted[council.scales[k].name].get<double>(),
                1e-9)
        << council.scales[k].name;
  }
}

TEST(Baselines, TheMedianIsTheLowerOneWhereHalfLiesOnEitherSide) {
  EXPECT_EQ(weighted_median(voters(council_of({{80, 1, 1}, {20, 1, 1}}), 0)), 20);
  EXPECT_EQ(weighted_median(voters(council_of({{0, .1, 3}, {50, .3, 1}, {90, .2, 3}}), 0)), 50);
}

TEST(Baselines, NoPositionBeatsAllOthersInATie) {
  EXPECT_EQ(condorcet_position(voters(council_of({{80, 1, 1}, {20, 1, 1}}), 0)), std::nullopt);
}

TEST(Baselines, OneActorDecidesAlone) {
  const auto alone = voters(council_of({{30, 0.2, 5}}), 0);
  EXPECT_EQ(weighted_mean(alone), 30);
  EXPECT_EQ(weighted_median(alone), 30);
  EXPECT_EQ(plain_mean(alone), 30);
  EXPECT_EQ(condorcet_position(alone), 30);
}

struct Plain {
  double mean;
  double median;
  double plain;
  double condorcet;
};

Plain plain_of(const Council& council) {
  const auto all = voters(council, 0);
  return {weighted_mean(all), weighted_median(all), plain_mean(all),
          condorcet_position(all).value_or(-1)};
}

void expect_near(const Plain& a, const Plain& b) {
  RC_ASSERT(std::abs(a.mean - b.mean) < 1e-9);
  RC_ASSERT(std::abs(a.median - b.median) < 1e-9);
  RC_ASSERT(std::abs(a.plain - b.plain) < 1e-9);
  RC_ASSERT(std::abs(a.condorcet - b.condorcet) < 1e-9);
}

RC_GTEST_PROP(BaselineLaws, AnswersFollowTheOrderOfActors, ()) {
  const Council council = any_council(6, 1);
  expect_near(plain_of(council), plain_of(reordered(council, any_order(6))));
}

RC_GTEST_PROP(BaselineLaws, AnswersFollowATurnOfTheScale, ()) {
  const Council council = any_council(6, 1);
  const Plain turned = plain_of(turned_round(council));
  const Plain plain = plain_of(council);
  RC_PRE(plain.condorcet >= 0 && turned.condorcet >= 0);
  expect_near(plain,
              {100 - turned.mean, 100 - turned.median, 100 - turned.plain, 100 - turned.condorcet});
}

RC_GTEST_PROP(BaselineLaws, TheUnitOfCapabilityDoesNotMatter, ()) {
  const Council council = any_council(6, 1);
  expect_near(plain_of(council), plain_of(with_power_times(council, 1000)));
}

RC_GTEST_PROP(BaselineLaws, APowerlessActorChangesNothing, ()) {
  Council council = any_council(6, 1);
  const Plain before = plain_of(council);
  council.actors.push_back({"nobody", {}, {Stand{99, 1, 0}}, false});
  expect_near(before, plain_of(council));
}

RC_GTEST_PROP(BaselineLaws, AnswersLieWithinTheHull, ()) {
  const Council council = any_council(5, 1);
  const Hull reach = hull(voters(council, 0));
  const Plain found = plain_of(council);
  for (const double each : {found.mean, found.median, found.plain}) {
    RC_ASSERT(each >= reach.low);
    RC_ASSERT(each <= reach.high);
  }
}

RC_GTEST_PROP(BaselineLaws, UnanimityStays, ()) {
  Council council = any_council(4, 1);
  for (Actor& each : council.actors) each.stands[0]->position = 41.7;
  const Plain found = plain_of(council);
  RC_ASSERT(found.mean == 41.7);
  RC_ASSERT(found.median == 41.7);
  RC_ASSERT(found.plain == 41.7);
  RC_ASSERT(found.condorcet == 41.7);
}

std::vector<std::string> codes_of(const Council& council) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : check(council)) codes.push_back(each.code);
  return codes;
}

TEST(CouncilCheck, SaysEverythingThatIsWrong) {
  using testing::ElementsAre;
  EXPECT_THAT(codes_of({}), ElementsAre("no-actors", "no-scales"));
  EXPECT_THAT(codes_of(council_of({{120, 1, 1}, {10, 2, 1}, {10, 1, -1}})),
              ElementsAre("off-scale", "bad-salience", "negative-weight"));
  EXPECT_THAT(codes_of(council_of({{10, 0, 1}, {20, 1, 0}})), ElementsAre("zero-weights"));
  EXPECT_THAT(codes_of(council_of({{std::nan(""), 1, 1}})), ElementsAre("not-finite"));
  Council council = council_of({{10, 1, 1}, {20, 1, 1}});
  council.actors[1].name = council.actors[0].name;
  EXPECT_THAT(codes_of(council), ElementsAre("duplicate-name"));
  council.actors[1].name.clear();
  EXPECT_THAT(codes_of(council), ElementsAre("empty-name"));
  council.actors[1].name = "two";
  council.actors[1].stands.clear();
  EXPECT_THAT(codes_of(council), ElementsAre("missing-stands"));
  Council scales = council_of({{10, 1, 1}});
  scales.scales[0].reference = 101;
  EXPECT_THAT(codes_of(scales), ElementsAre("off-scale"));
  scales.scales[0] = {"issue", 100, 0, {}, {}};
  EXPECT_THAT(codes_of(scales), ElementsAre("bad-range", "off-scale"));
  Council many = council_of(std::vector<Stand>(kMostActors + 1, Stand{1, 1, 1}));
  EXPECT_THAT(codes_of(many), ElementsAre("too-many-actors"));
}

TEST(Council, APlaceIsToldInItsWords) {
  Scale scale{"date", 0, 10, {{7, "seven years"}}, {}};
  EXPECT_EQ(place_text(scale, 7), "seven years (7)");
  EXPECT_EQ(place_text(scale, 7.25), "7.25");
}

}  // namespace
}  // namespace parley::influence
