#include "parley/bargaining/solution.hpp"

#include <gtest/gtest.h>

#include <set>

#include "bargaining/oracle.hpp"
#include "bargaining/random_problem.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::bargaining {
namespace {

std::set<Deal> deals(const std::vector<oracle::Outcome>& outcomes) {
  std::set<Deal> result;
  for (const oracle::Outcome& each : outcomes) result.insert(each.deal);
  return result;
}

std::set<Deal> deals(const Solution& solution) {
  std::set<Deal> result;
  for (const Point& each : solution.maximisers) result.insert(each.deals.begin(), each.deals.end());
  return result;
}

void expect_enumeration(std::uint64_t seeds, const RandomProblemOptions& sizes) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Problem problem = random_problem(seed, sizes);
    SolutionOptions options;
    options.most_deals = 2000;
    const auto found = solve_all(problem, options);
    ASSERT_TRUE(found) << seed;
    for (const Solution& each : *found) {
      EXPECT_TRUE(each.exact) << seed << " " << name(each.concept_);
      EXPECT_EQ(deals(each), deals(oracle::maximisers(problem, each.concept_)))
          << seed << " " << name(each.concept_) << " " << each.value << " " << each.note;
    }
  }
}

TEST(Solution, AgreesWithEnumeration) { expect_enumeration(3000, {}); }

TEST(Solution, OfManyPartiesAndIssuesAgreesWithEnumeration) {
  expect_enumeration(60, {.parties = 8, .issues = 8, .options = 3});
}

// Far too large to list, solved to the end all the same.
TEST(Solution, OfALargePlanIsExact) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto found = solve_all(random_plan(seed, 6, 30, 6));
    ASSERT_TRUE(found) << seed;
    for (const Solution& each : *found) EXPECT_TRUE(each.exact) << seed << name(each.concept_);
  }
}

// A search that is cut short says how far off it may be, and the best deal is within that.
TEST(Solution, AGapHolds) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Problem problem = random_plan(seed, 5, 20, 4);
    for (const Concept concept_ : {Concept::kalai_smorodinsky, Concept::egalitarian}) {
      const double best = solve(problem, concept_)->value;
      for (const std::size_t nodes : {1U, 10U, 100U, 1000U}) {
        const Solution found = *solve(problem, concept_, {.most_nodes = nodes});
        EXPECT_LE(found.value, best + kTolerance) << seed;
        EXPECT_GE(found.value + found.gap, best - kTolerance) << seed;
        EXPECT_EQ(found.exact, found.gap == 0) << seed;
      }
    }
  }
}

TEST(Zone, AgreesWithEnumeration) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed);
    const Result<Zone> found = zone(problem);
    ASSERT_TRUE(found) << seed;
    const std::size_t expected = oracle::rational(problem).size();
    EXPECT_EQ(found->exists, expected > 0) << seed;
    ASSERT_TRUE(found->outcomes) << seed;
    EXPECT_EQ(found->outcomes->to_string(), std::to_string(expected)) << seed;
    EXPECT_EQ(found->example.has_value(), found->exists) << seed;
  }
}

}  // namespace
}  // namespace parley::bargaining
