// The order of a party's packages, listed and by levels, against plain search.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "bargaining/random_problem.hpp"
#include "parley/talks/order.hpp"
#include "talks/scenes.hpp"

namespace parley::talks {
namespace {

// All worths to a party, by package, in the plainest way.
std::vector<double> worths(const Space& space, std::size_t party) {
  std::vector<double> found{0};
  for (const Space::Group& each : space.groups()) {
    std::vector<double> longer;
    for (const double sum : found) {
      for (const double worth : each.worth[party]) longer.push_back(sum + worth);
    }
    found = longer;
  }
  return found;
}

double least_above(const std::vector<double>& all, double target) {
  double found = std::numeric_limits<double>::infinity();
  for (const double each : all) {
    if (each >= target) found = std::min(found, each);
  }
  return found;
}

class Orders : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Orders, FindTheLeastPackageAboveATarget) {
  const auto problem = bargaining::random_problem(GetParam());
  const auto listed = space_of(problem);
  const auto levelled = space_of(problem, {.most_listed = 0, .levels = 4096});
  ASSERT_TRUE(listed->listed());
  ASSERT_FALSE(levelled->listed());
  RandomStream random(GetParam(), 0, "targets");
  for (std::size_t p = 0; p < problem.parties.size(); ++p) {
    ASSERT_EQ(listed->best(p), levelled->best(p));
    if (listed->best(p) == kRefused) continue;
    const std::vector<double> all = worths(*listed, p);
    const double tolerance = 2 * listed->tolerance(p) + 1e-12;
    for (int i = 0; i < 20; ++i) {
      const double target =
          listed->worst(p) + random.uniform() * (listed->best(p) - listed->worst(p));
      const double expected = least_above(all, target - tolerance);
      const double gap = levelled->order(p).gap();
      Packages exact(*listed);
      Packages near(*levelled);
      EXPECT_NEAR(exact.worth(p, listed->order(p).least_above(target, exact)), expected, tolerance);
      const double found = near.worth(p, levelled->order(p).least_above(target, near));
      EXPECT_GE(found, target - tolerance);
      const double passed_over = least_above(all, target + gap);
      EXPECT_LE(found, std::min(passed_over, levelled->best(p)) + gap + tolerance);
      const double any = near.worth(p, levelled->order(p).any_above(target, random, near));
      EXPECT_GE(any, target - tolerance);
      EXPECT_GE(exact.worth(p, listed->order(p).any_above(target, random, exact)),
                target - tolerance);
    }
  }
}

TEST_P(Orders, DescendThroughEveryPackageOnce) {
  const auto problem = bargaining::random_problem(GetParam(), {.issues = 4, .options = 3});
  for (const std::size_t most_listed : {std::size_t{1} << 20U, std::size_t{0}}) {
    const auto space = space_of(problem, {.most_listed = most_listed, .levels = 512});
    for (std::size_t p = 0; p < problem.parties.size(); ++p) {
      if (space->best(p) == kRefused) continue;
      const auto all = worths(*space, p);
      const auto signable =
          all.size() - static_cast<std::size_t>(std::ranges::count(all, kRefused));
      Packages packages(*space);
      Descent descent(space->order(p));
      std::set<PackageId> seen;
      double last = std::numeric_limits<double>::infinity();
      const double gap = space->order(p).gap() + 2 * space->tolerance(p) + 1e-12;
      while (const auto next = descent.next(packages)) {
        const double here = packages.worth(p, *next);
        EXPECT_LE(here, last + gap);
        last = here;
        EXPECT_TRUE(seen.insert(*next).second);
      }
      EXPECT_EQ(seen.size(), signable);
    }
  }
}

TEST_P(Orders, GiveTheNearestAndASpread) {
  const auto problem = bargaining::random_problem(GetParam());
  const auto space = space_of(problem);
  RandomStream random(GetParam(), 1, "targets");
  for (std::size_t p = 0; p < problem.parties.size(); ++p) {
    if (space->best(p) == kRefused) continue;
    Packages packages(*space);
    const auto all = worths(*space, p);
    const double target = space->worst(p) + random.uniform() * (space->best(p) - space->worst(p));
    double distance = std::numeric_limits<double>::infinity();
    for (const double each : all) distance = std::min(distance, std::abs(each - target));
    const double found = packages.worth(p, space->order(p).nearest(target, p, packages));
    EXPECT_NEAR(std::abs(found - target), distance, 2 * space->tolerance(p) + 1e-12);
    const auto spread = space->order(p).spread(target, space->best(p), 7, random, packages);
    EXPECT_LE(spread.size(), 7U);
    EXPECT_FALSE(spread.empty());
    for (const PackageId each : spread) {
      EXPECT_GE(packages.worth(p, each), target - space->tolerance(p));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Orders, testing::Range<std::uint64_t>(1, 25));

TEST(Space, TellsDealsFromWhatIsNone) {
  bargaining::Problem problem = price_and_delivery();
  problem.linkages.push_back({{{0, {0}}}, {{1, {0, 1}}}, std::nullopt, 1});
  problem.red_lines.push_back({1, 0, 2, 1});
  const auto space = space_of(problem);
  EXPECT_EQ(space->listed(), 8U);  // all but low/4w
  Packages packages(*space);
  EXPECT_FALSE(packages.find({0, 2}));
  const auto high = packages.find({2, 0});
  ASSERT_TRUE(high);
  EXPECT_EQ(packages.deal(*high), (bargaining::Deal{2, 0}));
  EXPECT_DOUBLE_EQ(packages.worth(0, *high), 0.6);
  EXPECT_EQ(packages.worth(1, *high), kRefused);
  EXPECT_DOUBLE_EQ(space->best(1), 1);
}

TEST(Space, RefusesWhatFactsLeaveEmptyOrTieTooTightly) {
  bargaining::Problem problem = price_and_delivery();
  problem.linkages.push_back({{{0, {0, 1, 2}}}, {{1, {0}}}, std::nullopt, 1});
  problem.linkages.push_back({{{0, {0, 1, 2}}}, {{1, {1}}}, std::nullopt, 1});
  EXPECT_EQ(Space::of(problem).error().diagnostics[0].code, "no-package");
  bargaining::Problem large = bargaining::random_plan(1, 2, 12, 4);
  for (std::size_t k = 0; k + 1 < 12; ++k) {
    large.linkages.push_back({{{k, {0}}}, {{k + 1, {0}}}, std::nullopt, 1});
  }
  EXPECT_EQ(Space::of(large).error().diagnostics[0].code, "block-too-large");
}

}  // namespace
}  // namespace parley::talks
