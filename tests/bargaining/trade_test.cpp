#include "parley/bargaining/trade.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "bargaining/oracle.hpp"
#include "bargaining/random_problem.hpp"
#include "bargaining/small_problem.hpp"

namespace parley::bargaining {
namespace {

TEST(Trades, LogrollingOnTwoIssuesThatAreValuedDifferently) {
  // Weights A (.7, .3), B (.3, .7), both issues split evenly: from (.5, .5) to (.7, .7).
  const std::vector<double> up = {0, 0.5, 1};
  const std::vector<double> down = {1, 0.5, 0};
  const Problem problem =
      small_problem({{"one", {"to B", "even", "to A"}}, {"two", {"to B", "even", "to A"}}},
                    {{"A", {0.7, 0.3}, {up, up}, 0}, {"B", {0.3, 0.7}, {down, down}, 0}});
  const auto found = trades(problem, {1, 1});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->trades.size(), 1u);
  const Trade& trade = found->trades.front();
  ASSERT_EQ(trade.steps.size(), 2u);
  EXPECT_NEAR(trade.gains[0], 0.2, 1e-12);
  EXPECT_NEAR(trade.gains[1], 0.2, 1e-12);
  EXPECT_NEAR(trade.joint_gain, 0.4, 1e-12);
  EXPECT_NEAR(trade.steps[0].gains[0], 0.35, 1e-12);
  EXPECT_NEAR(trade.steps[0].gains[1], -0.15, 1e-12);
  EXPECT_NEAR(found->headroom, 0.2, 1e-12);
  EXPECT_EQ(found->best, (Deal{2, 0}));
}

// Whether a party that is needed has nothing against going from the draft to the deal: no demand is
// broken that the draft does not break as well, and its own no-deal value counts only where the
// draft does not need it. Steps onto red lines are new ones.
bool is_accepted(const Problem& problem, const Deal& draft, const Deal& deal) {
  for (const RedLine& line : problem.red_lines) {
    const bool stepped_onto = deal[line.issue] == line.option && draft[line.issue] != line.option;
    const bool newly_asked =
        deal[line.issue] == line.option && !oracle::needs(problem, draft, line.party);
    if ((stepped_onto || newly_asked) && oracle::needs(problem, deal, line.party)) return false;
  }
  for (std::size_t i = 0; i < problem.linkages.size(); ++i) {
    const Demand linkage{DemandKind::linkage, i};
    if (!oracle::meets(problem, linkage, deal) && oracle::meets(problem, linkage, draft)) {
      return false;
    }
  }
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (!oracle::needs(problem, deal, i)) continue;
    if (oracle::needs(problem, draft, i)) {
      const double gain = oracle::utility(problem, i, deal) - oracle::utility(problem, i, draft);
      if (gain < -oracle::equal(problem, i)) return false;
    } else if (!oracle::meets(problem, {DemandKind::reservation, i}, deal)) {
      return false;
    }
  }
  return true;
}

// All changes of at most three issues that everybody needed accepts, that help a party that is
// always needed, and that hold no smaller such change.
std::set<Deal> expected_trades(const Problem& problem, const Deal& draft) {
  std::vector<std::pair<std::size_t, Deal>> good;
  for (const oracle::Outcome& each : oracle::all_outcomes(problem)) {
    std::size_t steps = 0;
    for (std::size_t k = 0; k < draft.size(); ++k) {
      if (each.deal[k] != draft[k]) ++steps;
    }
    bool better = false;
    for (std::size_t i = 0; i < problem.parties.size(); ++i) {
      const double gain = each.utilities[i] - oracle::utility(problem, i, draft);
      better = better || (problem.parties[i].consents && gain > oracle::equal(problem, i));
    }
    if (better && steps <= 3 && is_accepted(problem, draft, each.deal)) {
      good.emplace_back(steps, each.deal);
    }
  }
  std::ranges::sort(good);
  std::set<Deal> minimal;
  for (const auto& [steps, deal] : good) {
    const auto part_of = [&, &deal = deal](const Deal& smaller) {
      for (std::size_t k = 0; k < draft.size(); ++k) {
        if (smaller[k] != draft[k] && smaller[k] != deal[k]) return false;
      }
      return true;
    };
    if (std::ranges::none_of(minimal, part_of)) minimal.insert(deal);
  }
  return minimal;
}

TEST(Trades, AgreeWithEnumeration) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const Problem problem = random_problem(seed);
    Deal draft;
    for (const Issue& each : problem.issues) draft.push_back(seed % each.options.size());
    TradeOptions options;
    options.most_trades = 100'000;
    const auto found = trades(problem, draft, options);
    ASSERT_TRUE(found) << seed;
    std::set<Deal> deals;
    double last = std::numeric_limits<double>::infinity();
    for (const Trade& trade : found->trades) {
      Deal deal = draft;
      for (const TradeStep& step : trade.steps) deal[step.issue] = step.to;
      deals.insert(deal);
      EXPECT_LE(trade.joint_gain, last + 1e-12);
      last = trade.joint_gain;
    }
    EXPECT_EQ(deals, expected_trades(problem, draft)) << seed;
    EXPECT_EQ(found->found, deals.size());
  }
}

TEST(Trades, HeadroomAgreesWithEnumeration) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    const Problem problem = random_problem(seed);
    const Deal draft(problem.issues.size(), 0);
    double expected = 0;
    for (const oracle::Outcome& each : oracle::allowed(problem)) {
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < problem.parties.size(); ++i) {
        const double gain = each.utilities[i] - oracle::utility(problem, i, draft);
        if (problem.parties[i].consents) {
          least = std::min(least, gain);
        } else if (oracle::needs(problem, each.deal, i)) {
          const bool takes = oracle::needs(problem, draft, i)
                                 ? gain >= -oracle::equal(problem, i)
                                 : oracle::meets(problem, {DemandKind::reservation, i}, each.deal);
          if (!takes) least = -1;
        }
      }
      expected = std::max(expected, least);
    }
    const auto found = trades(problem, draft);
    ASSERT_TRUE(found) << seed;
    EXPECT_NEAR(found->headroom, expected, 1e-8) << seed;
  }
}

}  // namespace
}  // namespace parley::bargaining
