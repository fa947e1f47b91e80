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

TEST(Solution, AgreesWithEnumeration) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed);
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
