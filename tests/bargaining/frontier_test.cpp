#include "parley/bargaining/frontier.hpp"

#include <gtest/gtest.h>

#include <set>

#include "bargaining/oracle.hpp"
#include "bargaining/random_problem.hpp"

namespace parley::bargaining {
namespace {

std::set<Deal> deals(const std::vector<oracle::Outcome>& outcomes) {
  std::set<Deal> result;
  for (const oracle::Outcome& each : outcomes) result.insert(each.deal);
  return result;
}

TEST(Frontier, AgreesWithEnumeration) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed);
    ASSERT_FALSE(has_errors(check(problem))) << seed;
    FrontierOptions options;
    options.most_deals = 2000;
    const Result<Frontier> found = frontier(problem, options);
    ASSERT_TRUE(found) << seed;
    EXPECT_TRUE(found->exact);
    std::set<Deal> listed;
    Count outcomes = 0;
    for (const Point& point : found->points) {
      outcomes += point.outcomes;
      listed.insert(point.deals.begin(), point.deals.end());
    }
    EXPECT_EQ(outcomes, found->outcomes) << seed;
    EXPECT_EQ(outcomes.to_string(), std::to_string(listed.size())) << seed;
    EXPECT_EQ(listed, deals(oracle::frontier(problem))) << seed;
  }
}

}  // namespace
}  // namespace parley::bargaining
