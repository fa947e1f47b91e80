#include "parley/bargaining/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "bargaining/oracle.hpp"
#include "bargaining/random_problem.hpp"
#include "bargaining/small_problem.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::bargaining {
namespace {

template <class Sets>
std::vector<std::vector<Demand>> sorted(const Sets& sets) {
  std::vector<std::vector<Demand>> result;
  for (const auto& each : sets) {
    result.push_back(each.demands);
    std::ranges::sort(result.back());
  }
  std::ranges::sort(result);
  return result;
}

TEST(Explain, FindsAllMinimalConflictsAndOpenings) {
  std::size_t without_zone = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed);
    ExplainOptions options;
    options.size = oracle::demands(problem).size();
    const Result<Explanation> found = explain(problem, options);
    ASSERT_TRUE(found) << seed;
    if (!oracle::rational(problem).empty()) {
      EXPECT_TRUE(found->conflicts.empty() && found->openings.empty()) << seed;
      continue;
    }
    if (found->impossible) {
      EXPECT_TRUE(oracle::openings(problem).empty()) << seed;
      continue;
    }
    ++without_zone;
    EXPECT_EQ(found->size, options.size);
    EXPECT_EQ(sorted(found->conflicts), oracle::conflicts(problem)) << seed;
    EXPECT_EQ(sorted(found->openings), oracle::openings(problem)) << seed;
    for (const Opening& each : found->openings) {
      for (const Demand demand : oracle::demands(problem)) {
        if (std::ranges::find(each.demands, demand) == each.demands.end()) {
          EXPECT_TRUE(oracle::meets(problem, demand, each.deal))
              << seed << " " << to_text(problem, demand);
        }
      }
    }
  }
  EXPECT_GT(without_zone, 300u);
}

TEST(Explain, StopsAtTheSizeAskedFor) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const Problem problem = random_problem(seed);
    ExplainOptions options;
    options.size = 2;
    const Result<Explanation> found = explain(problem, options);
    ASSERT_TRUE(found) << seed;
    if (found->impossible || found->openings.empty()) continue;
    std::vector<std::vector<Demand>> small = oracle::openings(problem);
    std::erase_if(small, [](const auto& each) { return each.size() > 2; });
    std::vector<std::vector<Demand>> listed = sorted(found->openings);
    std::erase_if(listed, [](const auto& each) { return each.size() > 2; });
    EXPECT_EQ(listed, small) << seed;
  }
}

// Whoever could open a zone alone is named with an opening, however large it must be.
TEST(Explain, NamesAnOpeningForEachPartyThatHasOne) {
  std::size_t larger = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed, {.parties = 3, .red_lines = 8});
    const Result<Explanation> found = explain(problem, {.size = 1});
    ASSERT_TRUE(found) << seed;
    if (!oracle::rational(problem).empty() || found->impossible) continue;
    const auto all = oracle::openings(problem);
    for (const Opening& each : found->openings) {
      std::vector<Demand> demands = each.demands;
      std::ranges::sort(demands);
      EXPECT_TRUE(std::ranges::find(all, demands) != all.end()) << seed;
      std::set<std::size_t> owners;
      for (const Demand demand : demands) owners.insert(owner(problem, demand));
      EXPECT_TRUE(std::ranges::equal(owners, each.movers));
      if (demands.size() > 1) ++larger;
    }
    for (std::size_t party = 0; party < problem.parties.size(); ++party) {
      const auto is_its = [&](const std::vector<Demand>& set) {
        return std::ranges::all_of(set, [&](Demand each) { return owner(problem, each) == party; });
      };
      EXPECT_EQ(std::ranges::any_of(all, is_its),
                std::ranges::any_of(found->openings, is_its, &Opening::demands))
          << seed;
    }
  }
  EXPECT_GT(larger, 30u);
}

// All ways to take one alternative of each choice, each a sorted set.
std::vector<std::vector<Demand>> combined(const std::vector<Choice>& choices) {
  std::vector<std::vector<Demand>> all = {{}};
  for (const Choice& choice : choices) {
    std::vector<std::vector<Demand>> next;
    for (const std::vector<Demand>& before : all) {
      for (const std::vector<Demand>& alternative : choice.alternatives) {
        next.push_back(before);
        next.back().insert(next.back().end(), alternative.begin(), alternative.end());
        std::ranges::sort(next.back());
      }
    }
    all = std::move(next);
  }
  std::ranges::sort(all);
  return all;
}

TEST(Explain, IndependentChoicesMakeUpAllOpenings) {
  std::size_t with_choices = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed, {.red_lines = 8});
    const Result<Explanation> found = explain(problem);
    ASSERT_TRUE(found) << seed;
    if (found->choices.empty()) continue;
    ++with_choices;
    EXPECT_GE(found->choices.size(), 2u);
    EXPECT_EQ(combined(found->choices), oracle::openings(problem)) << seed;
  }
  EXPECT_GT(with_choices, 50u);
}

// Six bridges, on each of which either side refuses one of two lanes: sixty-four openings, told as
// six choices of two.
TEST(Explain, IndependentChoicesAreNotMultipliedOut) {
  std::vector<std::pair<std::string, std::vector<std::string>>> issues;
  Row north{"North", {}, {}, 0};
  Row south{"South", {}, {}, 0};
  for (int k = 0; k < 6; ++k) {
    issues.push_back({"bridge " + std::to_string(k), {"upstream", "downstream"}});
    north.weights.push_back(1);
    south.weights.push_back(1);
    north.values.push_back({1, 0});
    south.values.push_back({0, 1});
  }
  Problem problem = small_problem(issues, {north, south});
  for (std::size_t k = 0; k < 6; ++k) {
    problem.red_lines.push_back({0, k, 1, 1});
    problem.red_lines.push_back({1, k, 0, 2});
  }
  const Result<Explanation> found = explain(problem);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->conflicts.size(), 6u);
  ASSERT_EQ(found->choices.size(), 6u);
  for (std::size_t k = 0; k < 6; ++k) {
    EXPECT_EQ(found->choices[k].alternatives,
              (std::vector<std::vector<Demand>>{{{DemandKind::red_line, 2 * k}},
                                                {{DemandKind::red_line, 2 * k + 1}}}));
  }
  // Either side alone must give way six times.
  ASSERT_EQ(found->openings.size(), 2u);
  EXPECT_EQ(found->openings[0].movers, std::vector<std::size_t>{0});
  EXPECT_EQ(found->openings[1].movers, std::vector<std::size_t>{1});
  EXPECT_EQ(found->openings[1].demands.size(), 6u);
}

TEST(Explain, AConflictOfReservationValuesNamesTheIssuesThatDriveItApart) {
  // Both want the harbour, and the same of the customs; fees matter less.
  const Problem problem =
      small_problem({{"harbour", {"ours", "theirs"}},
                     {"customs", {"joint", "none"}},
                     {"fees", {"low", "middle", "high"}}},
                    {{"Hill", {0.6, 0.2, 0.2}, {{1, 0}, {1, 0}, {1, 0.5, 0}}, 0.7},
                     {"Coast", {0.5, 0.3, 0.2}, {{0, 1}, {1, 0}, {0, 0.5, 1}}, 0.7}});
  const Result<Explanation> found = explain(problem);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->conflicts.size(), 1u);
  const Conflict& conflict = found->conflicts.front();
  ASSERT_EQ(conflict.drivers.size(), 2u);
  EXPECT_EQ(conflict.drivers[0].issues, std::vector<std::size_t>{0});
  EXPECT_EQ(conflict.drivers[1].issues, std::vector<std::size_t>{2});
  EXPECT_GT(conflict.drivers[0].loss, conflict.drivers[1].loss);
}

// The losses are what separates everybody's best from what the weighted parties can have together,
// so that a conflict of reservation values has at least one unless a party alone is in it.
TEST(Explain, EveryConflictOfReservationValuesHasItsDrivers) {
  std::size_t seen = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const Problem problem = random_problem(seed);
    const Result<Explanation> found = explain(problem);
    ASSERT_TRUE(found) << seed;
    for (const Conflict& each : found->conflicts) {
      const bool reservations_only = std::ranges::all_of(
          each.demands, [](Demand demand) { return demand.kind == DemandKind::reservation; });
      if (!reservations_only || each.demands.size() == 1) {
        EXPECT_TRUE(each.drivers.empty()) << seed;
        continue;
      }
      ++seen;
      EXPECT_TRUE(std::ranges::is_sorted(each.drivers, std::greater{}, &Driver::loss)) << seed;
      for (const Driver& driver : each.drivers) EXPECT_GT(driver.loss, 0) << seed;
    }
  }
  EXPECT_GT(seen, 20u);
}

// A guarantee that the guarantor would not give at any price leaves the deals without it.
TEST(Explain, APartyMayBeLeftOutByNotUsingItsActs) {
  Problem problem = small_problem({{"guarantee", {"none", "by Outer"}}, {"land", {"east", "west"}}},
                                  {{"East", {0.5, 0.5}, {{0, 1}, {1, 0}}, 0.4},
                                   {"West", {0.5, 0.5}, {{0, 1}, {0, 1}}, 0},
                                   {"Outer", {0.9, 0.1}, {{1, 0}, {0, 1}}, 0.6}});
  problem.parties[2].consents = false;
  problem.acts.push_back({2, 0, 1});
  EXPECT_EQ(zone(problem)->outcomes->to_string(), "1");  // nobody asks Outer
  problem.parties[0].reservation = 0.8;
  const Result<Explanation> found = explain(problem);
  ASSERT_TRUE(found);
  const Demand outer{DemandKind::reservation, 2};
  const Demand east{DemandKind::reservation, 0};
  EXPECT_EQ(sorted(found->conflicts), (std::vector<std::vector<Demand>>{{east, outer}}));
  ASSERT_EQ(found->openings.size(), 2u);
  for (const Opening& each : found->openings) {
    ASSERT_EQ(each.demands.size(), 1u);
    const bool asks = consents_needed(problem, each.deal)[2];
    EXPECT_EQ(asks, each.demands.front() == outer);
    EXPECT_NEAR(each.shortfall.front(), asks ? 0.6 : 0.3, 1e-12);
  }
}

}  // namespace
}  // namespace parley::bargaining
