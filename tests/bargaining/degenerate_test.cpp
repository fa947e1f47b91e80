#include <gtest/gtest.h>

#include <map>
#include <set>

#include "bargaining/small_problem.hpp"
#include "parley/bargaining/frontier.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::bargaining {
namespace {

using ::testing::HasSubstr;

TEST(Degenerate, NoRationalDealIsAResult) {
  const Problem problem =
      small_problem({{"pie", {"x", "y"}}}, {{"A", {1}, {{1, 0}}, 0.6}, {"B", {1}, {{0, 1}}, 0.5}});
  EXPECT_FALSE(zone(problem)->exists);
  EXPECT_TRUE(frontier(problem)->points.empty());
  const auto solutions = solve_all(problem);
  ASSERT_TRUE(solutions);
  for (const Solution& each : *solutions) EXPECT_TRUE(each.maximisers.empty());
}

TEST(Degenerate, AReservationValueBeyondTheBestNamesTheParty) {
  const Problem problem =
      small_problem({{"pie", {"x", "y"}}}, {{"A", {1}, {{1, 0}}, 1.1}, {"B", {1}, {{0, 1}}, 0}});
  EXPECT_EQ(zone(problem)->out_of_reach, std::vector<std::size_t>{0});
}

TEST(Degenerate, ASingleRationalDealSolvesEveryConcept) {
  const Problem problem = small_problem(
      {{"pie", {"x", "y", "z"}}}, {{"A", {1}, {{1, 0.5, 0}}, 0.5}, {"B", {1}, {{0, 0.5, 1}}, 0.5}});
  const auto solutions = solve_all(problem);
  ASSERT_TRUE(solutions);
  for (const Solution& each : *solutions) {
    ASSERT_EQ(each.maximisers.size(), 1u) << name(each.concept_);
    EXPECT_EQ(each.maximisers.front().deals, std::vector<Deal>{{1}});
  }
}

TEST(Degenerate, APartyThatCannotGainIsLeftOutByName) {
  const Problem problem =
      small_problem({{"pie", {"x", "y", "z"}}}, {{"A", {1}, {{1, 0.5, 0}}, 0},
                                                 {"B", {1}, {{0, 0.7, 1}}, 0},
                                                 {"Constant", {1}, {{0.4, 0.4, 0.4}}, 0.4}});
  const auto nash = solve(problem, Concept::nash);
  ASSERT_TRUE(nash);
  ASSERT_EQ(nash->maximisers.size(), 1u);
  EXPECT_EQ(nash->maximisers.front().deals, std::vector<Deal>{{1}});
  EXPECT_EQ(nash->left_out, std::vector<std::size_t>{2});
  EXPECT_THAT(nash->note, HasSubstr("Constant"));
}

TEST(Degenerate, AllProductsZeroTakesTheMostPartiesThatGainTogether) {
  const Problem problem = small_problem({{"pie", {"x", "y", "z"}}}, {{"A", {1}, {{0, 0.6, 0.2}}, 0},
                                                                     {"B", {1}, {{0, 0.5, 0.9}}, 0},
                                                                     {"C", {1}, {{0.3, 0, 0}}, 0}});
  const auto nash = solve(problem, Concept::nash);
  ASSERT_TRUE(nash);
  ASSERT_EQ(nash->maximisers.size(), 1u);
  EXPECT_EQ(nash->maximisers.front().deals, std::vector<Deal>{{1}});
  EXPECT_EQ(nash->left_out, std::vector<std::size_t>{2});
  EXPECT_THAT(nash->note, HasSubstr("leaves out C"));
}

TEST(Degenerate, AllLargestSetsThatGainTogetherHaveTheirMaximisers) {
  const auto will = [](std::vector<std::string> heirs) {
    const std::map<std::string, std::vector<double>> values = {
        {"Inga", {1, 0.5, 0}}, {"Jon", {0, 0, 0.7}}, {"Kit", {0, 0, 0}}};
    std::vector<Row> rows;
    for (const std::string& each : heirs) rows.push_back({each, {1}, {values.at(each)}, 0});
    return small_problem({{"farm", {"to Inga", "half to Inga", "to Jon"}}}, rows);
  };
  for (const std::vector<std::string>& order :
       {std::vector<std::string>{"Inga", "Jon", "Kit"}, {"Kit", "Jon", "Inga"}}) {
    const auto nash = solve(will(order), Concept::nash);
    ASSERT_TRUE(nash);
    std::set<Deal> deals;
    for (const Point& each : nash->maximisers) {
      deals.insert(each.deals.begin(), each.deals.end());
    }
    EXPECT_EQ(deals, (std::set<Deal>{{0}, {2}}));
    EXPECT_EQ(nash->value, 1);
    EXPECT_THAT(nash->note, HasSubstr("different deals give it to 1 of them"));
    ASSERT_EQ(nash->left_out.size(), 1u);
    EXPECT_EQ(order[nash->left_out.front()], "Kit");
  }
}

TEST(Degenerate, OnePartyTakesItsBest) {
  const Problem problem =
      small_problem({{"pie", {"x", "y", "z"}}}, {{"A", {1}, {{0.5, 0.9, 0.9}}, 0}});
  const auto solutions = solve_all(problem);
  ASSERT_TRUE(solutions);
  for (const Solution& each : *solutions) {
    ASSERT_EQ(each.maximisers.size(), 1u);
    EXPECT_EQ(each.maximisers.front().outcomes.to_string(), "2");
  }
}

TEST(Degenerate, NegativeUtilities) {
  const Problem problem = small_problem({{"pie", {"x", "y"}}},
                                        {{"A", {1}, {{-3, -1}}, -5}, {"B", {1}, {{-2, -9}}, -10}});
  const auto nash = solve(problem, Concept::nash);
  ASSERT_TRUE(nash);
  EXPECT_NEAR(nash->value, 16, 1e-12);
}

TEST(Degenerate, CountsOfManyDealsAreExact) {
  std::vector<std::pair<std::string, std::vector<std::string>>> issues;
  Row row{"A", {}, {}, 0};
  for (int k = 0; k < 60; ++k) {
    issues.push_back({"issue " + std::to_string(k), {"a", "b", "c", "d", "e", "f", "g"}});
    row.weights.push_back(1);
    row.values.push_back({1, 1, 1, 1, 1, 1, 1});
  }
  const Problem problem = small_problem(issues, {row});
  const std::string seven_to_sixty = "508021860739623365322188197652216501772434524836001";
  EXPECT_EQ(count_outcomes(problem).to_string(), seven_to_sixty);
  EXPECT_EQ(zone(problem)->outcomes->to_string(), seven_to_sixty);
  EXPECT_EQ(frontier(problem)->outcomes.to_string(), seven_to_sixty);
}

}  // namespace
}  // namespace parley::bargaining
