// Power indices against well-known bodies and against counting every coalition; the Nash solution.
#include "parley/influence/power.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "influence/councils.hpp"
#include "parley/influence/baseline.hpp"
#include "parley/influence/nash.hpp"

namespace parley::influence {
namespace {

TEST(Power, OfTheSixOf1958) {
  // The Council of the EEC (Brams & Affuso 1976): Luxembourg's vote was worth nothing.
  const PowerIndices found = *power_indices({{4, 4, 4, 2, 2, 1}, 12, {}});
  const std::vector<double> shapley{14.0 / 60, 14.0 / 60, 14.0 / 60, 9.0 / 60, 9.0 / 60, 0};
  const std::vector<double> banzhaf{5.0 / 21, 5.0 / 21, 5.0 / 21, 3.0 / 21, 3.0 / 21, 0};
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(found.shapley_shubik[i], shapley[i], 1e-12);
    EXPECT_NEAR(found.banzhaf_normalised[i], banzhaf[i], 1e-12);
  }
}

TEST(Power, OfTheSecurityCouncil) {
  // Five permanent members with a veto, ten without, nine votes: as weights of 7 and 1 with 39.
  const PowerIndices by_veto = *power_indices({std::vector<double>(15, 1.0), 9, {0, 1, 2, 3, 4}});
  std::vector<double> weights(15, 1.0);
  std::fill_n(weights.begin(), 5, 7.0);
  const PowerIndices by_weight = *power_indices({weights, 39, {}});
  EXPECT_NEAR(by_veto.shapley_shubik[0], 421.0 / 2145, 1e-12);
  EXPECT_NEAR(by_veto.shapley_shubik[14], 4.0 / 2145, 1e-12);
  for (std::size_t i = 0; i < 15; ++i) {
    EXPECT_NEAR(by_veto.shapley_shubik[i], by_weight.shapley_shubik[i], 1e-12);
    EXPECT_NEAR(by_veto.banzhaf[i], by_weight.banzhaf[i], 1e-12);
  }
}

TEST(Power, RefusesWhatIsNoVote) {
  const auto code = [](const WeightedVote& vote) {
    const auto found = power_indices(vote);
    return found ? std::string() : found.error().diagnostics.front().code;
  };
  EXPECT_EQ(code({{1, -1}, 1, {}}), "negative-weight");
  EXPECT_EQ(code({{1, 1}, 3, {}}), "bad-quota");
  EXPECT_EQ(code({{1, 1}, 0, {}}), "bad-quota");
  EXPECT_EQ(code({{1, 1}, 1, {2}}), "unknown-actor");
  EXPECT_EQ(code({{1.0 / 3, 1}, 1, {}}), "too-large");
  EXPECT_EQ(code({{0.1, 0.2, 0.7}, 0.5, {}}), "");
}

// Every order of the voters, one by one.
std::vector<double> shapley_by_orders(const WeightedVote& vote) {
  std::vector<std::size_t> order(vote.weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> turns(order.size(), 0.0);
  double orders = 0;
  do {
    double weight = 0;
    std::size_t vetoes = 0;
    for (const std::size_t each : order) {
      weight += vote.weights[each];
      vetoes += static_cast<std::size_t>(std::ranges::count(vote.vetoes, each));
      if (weight >= vote.quota && vetoes == vote.vetoes.size()) {
        ++turns[each];
        break;
      }
    }
    ++orders;
  } while (std::ranges::next_permutation(order).found);
  for (double& each : turns) each /= orders;
  return turns;
}

RC_GTEST_PROP(PowerLaws, AgreesWithCountingEveryOrder, ()) {
  WeightedVote vote;
  double total = 0;
  const auto voters = *rc::gen::inRange<std::size_t>(2, 7);
  for (std::size_t i = 0; i < voters; ++i) {
    vote.weights.push_back(*rc::gen::inRange(1, 9));
    total += vote.weights.back();
  }
  vote.quota = *rc::gen::inRange(1, static_cast<int>(total) + 1);
  if (*rc::gen::arbitrary<bool>()) vote.vetoes.push_back(1);
  const PowerIndices found = *power_indices(vote);
  const auto wanted = shapley_by_orders(vote);
  double sum = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    RC_ASSERT(std::abs(found.shapley_shubik[i] - wanted[i]) < 1e-9);
    sum += found.shapley_shubik[i];
  }
  RC_ASSERT(std::abs(sum - 1) < 1e-9);
}

Council with_reference(Council council, double reference) {
  council.scales[0].low = std::min(council.scales[0].low, reference);
  council.scales[0].high = std::max(council.scales[0].high, reference);
  council.scales[0].reference = reference;
  return council;
}

TEST(Nash, WeighsTheGainsOfAllWhoConsent) {
  EXPECT_NEAR(*nash(with_reference(council_of({{60, 1, 1}, {60, 1, 1}}), 0), 0), 60, 1e-9);
  // Gains x (2 * 40 - x) and x (2 * 80 - x): the product is greatest where 1/x + 1/x =
  // 1/(80-x) + 1/(160-x).
  const double x = *nash(with_reference(council_of({{40, 1, 1}, {80, 1, 1}}), 0), 0);
  EXPECT_NEAR(2 / x, 1 / (80 - x) + 1 / (160 - x), 1e-9);
}

TEST(Nash, TheReferenceStaysWhereSomeWantEachWay) {
  EXPECT_EQ(*nash(with_reference(council_of({{20, 1, 1}, {80, 1, 1}}), 50), 0), 50);
}

TEST(Nash, OnlyHoldersOfAVetoNeedToGain) {
  Council council = with_reference(council_of({{20, 1, 1}, {80, 1, 1}}), 50);
  council.actors[1].veto = true;
  EXPECT_NEAR(*nash(council, 0), 80, 1e-9);
  EXPECT_EQ(within_vetoes(council, 0, 20), 50);
  EXPECT_EQ(within_vetoes(council, 0, 70), 70);
}

TEST(Nash, NeedsAReference) {
  const auto found = nash(council_of({{20, 1, 1}}), 0);
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().diagnostics.front().message.find("reference"), std::string::npos);
}

RC_GTEST_PROP(NashLaws, GoesToTheWeightedMeanAsTheReferenceGoesAway, ()) {
  const Council council = any_council(5, 1);
  const double mean = weighted_mean(voters(council, 0));
  RC_ASSERT(std::abs(*nash(with_reference(council, -1e7), 0) - mean) < 1e-3);
}

RC_GTEST_PROP(NashLaws, NobodyLosesByIt, ()) {
  const Council council = with_reference(any_council(5, 1), 0);
  const double outcome = *nash(council, 0);
  for (const Voter& each : voters(council, 0)) {
    RC_ASSERT(std::abs(outcome - each.position) <= each.position + 1e-9);
  }
}

RC_GTEST_PROP(NashLaws, FollowsATurnOfTheScale, ()) {
  const Council council = with_reference(any_council(4, 1), 0);
  RC_ASSERT(std::abs(*nash(council, 0) + *nash(turned_round(council), 0) - 100) < 1e-7);
}

}  // namespace
}  // namespace parley::influence
