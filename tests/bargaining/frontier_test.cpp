#include "parley/bargaining/frontier.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "bargaining/oracle.hpp"
#include "bargaining/random_problem.hpp"
#include "parley/bargaining/cover.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/bargaining/zone_search.hpp"

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

// By how much the points fall short of covering a deal, each party's utility on its own span.
double distance_to_cover(const Problem& problem, const std::vector<double>& span,
                         const oracle::Outcome& outcome, const std::vector<Deal>& points) {
  double closest = std::numeric_limits<double>::infinity();
  for (const Deal& point : points) {
    const std::vector<double> reached = utilities(problem, point);
    double furthest = 0;
    for (std::size_t i = 0; i < span.size(); ++i) {
      if (!problem.parties[i].consents) continue;
      const double behind = outcome.utilities[i] - reached[i];
      if (behind > tolerance(problem, i)) furthest = std::max(furthest, behind / span[i]);
    }
    closest = std::min(closest, furthest);
  }
  return closest;
}

std::vector<double> spans(const Problem& problem) {
  std::vector<double> best(problem.parties.size(), -std::numeric_limits<double>::infinity());
  std::vector<double> worst(problem.parties.size(), std::numeric_limits<double>::infinity());
  for (const oracle::Outcome& each : oracle::allowed(problem)) {
    for (std::size_t i = 0; i < worst.size(); ++i) {
      worst[i] = std::min(worst[i], each.utilities[i]);
      best[i] = std::max(best[i], each.utilities[i]);
    }
  }
  for (std::size_t i = 0; i < worst.size(); ++i) best[i] -= worst[i];
  return best;
}

void expect_cover(std::uint64_t seed, const Problem& problem, const std::vector<Deal>& points,
                  double gap) {
  const std::vector<oracle::Outcome> expected = oracle::frontier(problem);
  EXPECT_EQ(points.empty(), expected.empty()) << seed;
  const std::set<Deal> rational = deals(oracle::rational(problem));
  for (const Deal& point : points) EXPECT_TRUE(rational.contains(point)) << seed;
  const std::vector<double> span = spans(problem);
  for (const oracle::Outcome& each : expected) {
    EXPECT_LE(distance_to_cover(problem, span, each, points), gap + 1e-8) << seed;
  }
}

TEST(Frontier, ACoverKeepsItsGap) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = random_problem(seed);
    for (const std::size_t most_points : {3U, 12U}) {
      const Result<Frontier> found =
          frontier(problem, {.most_points = most_points, .gap = most_points == 3 ? 0.05 : 0.002});
      ASSERT_TRUE(found) << seed;
      // Each set of parties that may be asked has a cover of its own.
      const auto onlookers = std::ranges::count(problem.parties, false, &Party::consents);
      EXPECT_LE(found->points.size(), std::max<std::size_t>(most_points, 1U << onlookers));
      std::vector<Deal> points;
      for (const Point& each : found->points) points.push_back(each.deals.front());
      expect_cover(seed, problem, points, found->gap);
    }
  }
}

// The cover for frontiers whose halves are too large as well.
TEST(Frontier, ACoverByZonesKeepsItsGap) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = random_problem(seed, {.acts = 0});
    const auto model = internal::build_model(problem);
    if (!model->feasible) continue;
    const auto rational = internal::find_rational(*model, {});
    if (!*rational) continue;
    const auto found = internal::cover(*model, **rational, {.gap = 0.05, .most_points = 3}, {});
    ASSERT_TRUE(found) << seed;
    EXPECT_LE(found->points.size(), 3U);
    std::vector<Deal> points;
    for (const internal::Choices& each : found->points) {
      points.push_back(internal::deal(*model, each));
    }
    expect_cover(seed, problem, points, found->gap);
  }
}

// However little it may compare, what it says of its gap is true.
TEST(Frontier, ACoverThatHasToStopKeepsTheGapThatItStates) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = random_problem(seed, {.acts = 0});
    const auto model = internal::build_model(problem);
    if (!model->feasible) continue;
    const auto rational = internal::find_rational(*model, {});
    if (!*rational) continue;
    const auto found = internal::cover(*model, **rational, {.most_comparisons = seed % 7}, {});
    ASSERT_TRUE(found) << seed;
    EXPECT_LE(found->gap, 1) << seed;
    std::vector<Deal> points;
    for (const internal::Choices& each : found->points) {
      points.push_back(internal::deal(*model, each));
    }
    expect_cover(seed, problem, points, found->gap);
  }
}

TEST(Frontier, OfALargePlanIsCoveredWithinTheGapAskedFor) {
  Problem problem = random_plan(1, 4, 28, 4);
  for (Party& each : problem.parties) each.reservation = 0.62;
  const Result<Frontier> found = frontier(problem, {.most_points = 2'000, .gap = 0.01});
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->exact);
  EXPECT_EQ(found->gap, 0.01);
  EXPECT_FALSE(found->points.empty());
  for (const Point& each : found->points) {
    for (const double utility : each.utilities) EXPECT_GE(utility, 0.62);
  }
  // The solutions lie on the frontier, so that some point is near each.
  const std::vector<Solution> solutions = *solve_all(problem);
  for (const Solution& solution : solutions) {
    const std::vector<double>& best = solution.maximisers.front().utilities;
    const bool covered = std::ranges::any_of(found->points, [&](const Point& point) {
      return std::ranges::equal(point.utilities, best, [&](double reached, double wanted) {
        return reached >= wanted - found->gap;
      });
    });
    EXPECT_TRUE(covered) << name(solution.concept_);
  }
}

}  // namespace
}  // namespace parley::bargaining
