#include "parley/bargaining/frontier.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
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

TEST(Frontier, ACoverKeepsItsGap) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = random_problem(seed);
    const std::vector<oracle::Outcome> expected = oracle::frontier(problem);
    const oracle::Reference best = oracle::reference(problem);
    FrontierOptions options;
    options.most_points = 3;
    options.gap = 0.05;
    const Result<Frontier> found = frontier(problem, options);
    ASSERT_TRUE(found) << seed;
    EXPECT_LE(found->points.size(), options.most_points);
    EXPECT_EQ(found->points.empty(), expected.empty()) << seed;
    std::vector<double> worst(problem.parties.size(), std::numeric_limits<double>::infinity());
    for (const oracle::Outcome& each : oracle::allowed(problem)) {
      for (std::size_t i = 0; i < worst.size(); ++i)
        worst[i] = std::min(worst[i], each.utilities[i]);
    }
    const std::set<Deal> rational = deals(oracle::rational(problem));
    for (const Point& point : found->points) {
      EXPECT_TRUE(rational.contains(point.deals.front())) << seed;
    }
    for (const oracle::Outcome& each : expected) {
      double closest = std::numeric_limits<double>::infinity();
      for (const Point& point : found->points) {
        double furthest = 0;
        for (std::size_t i = 0; i < worst.size(); ++i) {
          if (!problem.parties[i].consents) continue;
          const double behind = each.utilities[i] - point.utilities[i];
          if (behind > tolerance(problem, i)) {
            furthest = std::max(furthest, behind / (best.best[i] - worst[i]));
          }
        }
        closest = std::min(closest, furthest);
      }
      EXPECT_LE(closest, found->gap + 1e-8) << seed;
    }
  }
}

}  // namespace
}  // namespace parley::bargaining
