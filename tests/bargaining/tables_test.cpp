// Worked tables whose figures were computed from the definitions by other means, and the published
// figures of NegoLog's domains 0 and 1 (its specs.json).
#include <gtest/gtest.h>

#include <set>

#include "bargaining/small_problem.hpp"
#include "parley/bargaining/distance.hpp"
#include "parley/bargaining/frontier.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::bargaining {
namespace {

constexpr double kExact = 1e-12;

// The maximisers' deals as "option/option", with the largest value in front.
struct Expected {
  double value;
  std::set<std::string> deals;
};

std::string text(const Problem& problem, const Deal& deal) {
  std::string result;
  for (std::size_t k = 0; k < deal.size(); ++k) {
    result += (k == 0 ? "" : "/") + problem.issues[k].options[deal[k]].name;
  }
  return result;
}

std::set<std::string> texts(const Problem& problem, const std::vector<Point>& points) {
  std::set<std::string> result;
  for (const Point& point : points) {
    for (const Deal& deal : point.deals) result.insert(text(problem, deal));
  }
  return result;
}

void expect_solutions(const Problem& problem, const std::vector<Expected>& expected) {
  const auto found = solve_all(problem);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Solution& solution = (*found)[i];
    EXPECT_EQ(texts(problem, solution.maximisers), expected[i].deals) << name(solution.concept_);
    EXPECT_NEAR(solution.value, expected[i].value, kExact) << name(solution.concept_);
    EXPECT_TRUE(solution.exact);
  }
}

void expect_opposition(const Problem& problem, double expected) {
  const auto found = opposition(problem);
  ASSERT_TRUE(found && *found);
  EXPECT_NEAR(**found, expected, 1e-12);
}

TEST(Tables, OneIssueTellsMaxMinFromSmallestSpread) {
  const Problem problem =
      small_problem({{"v", {"v1", "v2", "v3", "v4"}}},
                    {{"A", {1}, {{1, 0.6, 0.45, 0}}, 0}, {"B", {1}, {{0, 0.44, 0.7, 1}}, 0}});
  const auto points = frontier(problem);
  ASSERT_TRUE(points);
  EXPECT_EQ(points->points.size(), 4u);
  expect_solutions(problem, {{0.315, {"v3"}}, {0.45, {"v3"}}, {0.45, {"v3"}}, {1.15, {"v3"}}});
  expect_opposition(problem, 0.6264982043070835);
}

Problem price_and_delivery(double first, double second) {
  return small_problem({{"price", {"low", "mid", "high"}}, {"delivery", {"1w", "2w", "4w"}}},
                       {{"A", {0.6, 0.4}, {{0, 0.5, 1}, {0, 0.7, 1}}, first},
                        {"B", {0.5, 0.5}, {{1, 0.6, 0}, {1, 0.8, 0}}, second}});
}

TEST(Tables, UtilitarianTieOfDecimalsSurvives) {
  const Problem problem = price_and_delivery(0, 0);
  const auto points = frontier(problem);
  ASSERT_TRUE(points);
  EXPECT_EQ(texts(problem, points->points),
            (std::set<std::string>{"low/1w", "low/2w", "mid/1w", "mid/2w", "high/1w", "high/2w",
                                   "high/4w"}));
  expect_solutions(
      problem,
      {{0.406, {"mid/2w"}}, {0.58, {"mid/2w"}}, {0.58, {"mid/2w"}}, {1.28, {"mid/2w", "high/2w"}}});
  expect_opposition(problem, 0.5161395160225577);
}

TEST(Tables, ADealExactlyAtAReservationValueIsRational) {
  const Problem problem = price_and_delivery(0.3, 0.35);
  const auto points = frontier(problem);
  ASSERT_TRUE(points);
  EXPECT_EQ(texts(problem, points->points),
            (std::set<std::string>{"mid/1w", "mid/2w", "high/1w", "high/2w"}));
  EXPECT_EQ(zone(problem)->outcomes->to_string(), "5");
  expect_solutions(
      problem,
      {{0.098, {"mid/2w"}}, {0.4, {"mid/2w"}}, {0.28, {"mid/2w"}}, {1.28, {"mid/2w", "high/2w"}}});
  expect_opposition(problem, 0.5161395160225577);
}

TEST(Tables, ThreePartiesWithEqualVectors) {
  const Problem problem =
      small_problem({{"deal", {"a", "b", "c", "d", "e", "f", "g", "h"}}},
                    {{"1", {1}, {{0.9, 0.6, 0.6, 0.3, 0.6, 1, 0.2, 0.1}}, 0.2},
                     {"2", {1}, {{0.3, 0.6, 0.6, 0.9, 0.6, 0.1, 0.1, 1}}, 0.2},
                     {"3", {1}, {{0.6, 0.6, 0.6, 0.6, 0.5, 0.2, 1, 0.1}}, 0.2}});
  const auto points = frontier(problem);
  ASSERT_TRUE(points);
  EXPECT_EQ(points->points.size(), 3u);
  EXPECT_EQ(points->outcomes.to_string(), "4");
  EXPECT_EQ(texts(problem, points->points), (std::set<std::string>{"a", "b", "c", "d"}));
  EXPECT_EQ(zone(problem)->outcomes->to_string(), "5");
  expect_solutions(
      problem,
      {{0.064, {"b", "c"}}, {0.5, {"b", "c"}}, {0.4, {"b", "c"}}, {1.8, {"a", "b", "c", "d"}}});
  expect_opposition(problem, 0.6928203230275509);
}

TEST(Tables, ZeroSum) {
  std::vector<std::string> options;
  std::vector<double> first;
  std::vector<double> second;
  for (int x = 0; x < 10; ++x) {
    options.push_back(std::to_string(x));
    first.push_back(x / 9.0);
    second.push_back((9 - x) / 9.0);
  }
  const Problem problem =
      small_problem({{"pie", options}}, {{"A", {1}, {first}, 0}, {"B", {1}, {second}, 0}});
  expect_opposition(problem, 0.7114582486036499);
  EXPECT_EQ(conflict_level(first, second), 1);
  EXPECT_EQ(conflict_level(first, first), 0);
  const auto all = solve(problem, Concept::utilitarian);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->maximisers.size(), 10u);
  expect_opposition(
      small_problem({{"pie", options}}, {{"A", {1}, {first}, 0}, {"B", {1}, {first}, 0}}), 0);
}

Problem negolog(const std::vector<double>& values) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < values.size(); ++i) names.emplace_back(1, static_cast<char>('A' + i));
  const std::vector<double> back(values.rbegin(), values.rend());
  return small_problem({{"A", names}, {"B", names}, {"C", names}},
                       {{"A", {0.17, 0.33, 0.5}, {values, values, values}, 0},
                        {"B", {0.5, 0.33, 0.17}, {back, back, back}, 0}});
}

TEST(Tables, NegoLogDomain0) {
  const Problem problem = negolog({0.2, 0.61, 1});
  EXPECT_EQ(count_outcomes(problem).to_string(), "27");
  const auto points = frontier(problem);
  ASSERT_TRUE(points);
  EXPECT_EQ(points->points.size(), 7u);
  expect_solutions(
      problem,
      {{0.54066609, {"A/B/C"}}, {0.7353, {"A/B/C"}}, {0.7353, {"A/B/C"}}, {1.4706, {"A/B/C"}}});
  expect_opposition(problem, 0.3743423299601583);
}

TEST(Tables, NegoLogDomain1HasTwoNashPoints) {
  const Problem problem = negolog({0.2, 0.47, 0.73, 1});
  EXPECT_EQ(count_outcomes(problem).to_string(), "64");
  const auto points = frontier(problem);
  ASSERT_TRUE(points);
  EXPECT_EQ(points->points.size(), 10u);
  const auto found = solve_all(problem);
  ASSERT_TRUE(found);
  const std::set<std::string> both = {"A/B/D", "A/C/D"};
  EXPECT_NEAR((*found)[0].value, 0.53398359, kExact);
  EXPECT_EQ(texts(problem, (*found)[0].maximisers), both);
  EXPECT_NEAR((*found)[1].value, 0.6891, kExact);
  EXPECT_EQ(texts(problem, (*found)[1].maximisers), both);
  EXPECT_EQ(texts(problem, (*found)[2].maximisers), both);
  EXPECT_NEAR((*found)[3].value, 1.464, kExact);
  EXPECT_EQ((*found)[3].maximisers.size(), 4u);
  expect_opposition(problem, 0.38383436531920895);
}

}  // namespace
}  // namespace parley::bargaining
