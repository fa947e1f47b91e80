#include "parley/base/distribution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>
#include <vector>

namespace parley {
namespace {

// The mean of a distribution, by the midpoint rule over its quantiles.
double mean_of(const std::function<double(double)>& quantile) {
  constexpr int kSteps = 20000;
  double sum = 0;
  for (int i = 0; i < kSteps; ++i) sum += quantile((i + 0.5) / kSteps);
  return sum / kSteps;
}

rc::Gen<double> any_share() {
  return rc::gen::map(rc::gen::inRange(1, 1000000),
                      [](int millionths) { return millionths / 1e6; });
}

struct Range {
  double low, mode, high;
};

// Ranges of any width and lean, those with the peak on an end among them.
Range any_range() {
  const double low = *rc::gen::inRange(-1000, 1000);
  const double to_mode = *rc::gen::inRange(0, 100);
  const double from_mode = *rc::gen::inRange(to_mode > 0 ? 0 : 1, 100);
  return {low, low + to_mode, low + to_mode + from_mode};
}

TEST(Uniform, IsLinear) {
  EXPECT_DOUBLE_EQ(uniform_quantile(0.25, 10, 30), 15);
  EXPECT_DOUBLE_EQ(uniform_quantile(0.5, -1, 1), 0);
  EXPECT_DOUBLE_EQ(uniform_quantile(0.9, 5, 5), 5);
}

TEST(Triangular, HasTheQuantilesOfItsAreas) {
  // Left of the peak lies the share (mode - low) / (high - low).
  EXPECT_DOUBLE_EQ(triangular_quantile(0.25, 0, 2, 8), 2);
  EXPECT_DOUBLE_EQ(triangular_quantile(0.0625, 0, 2, 8), 1);
  EXPECT_DOUBLE_EQ(triangular_quantile(0.8125, 0, 2, 8), 5);
  EXPECT_DOUBLE_EQ(triangular_quantile(0.25, 0, 0, 1), 1 - std::sqrt(0.75));
  EXPECT_DOUBLE_EQ(triangular_quantile(0.25, 0, 1, 1), 0.5);
  EXPECT_DOUBLE_EQ(triangular_quantile(0.25, 3, 3, 3), 3);
}

RC_GTEST_PROP(TriangularProperty, UndoesItsDistributionFunction, ()) {
  const auto [low, mode, high] = any_range();
  const double p = *any_share();
  const double x = triangular_quantile(p, low, mode, high);
  RC_ASSERT(low <= x && x <= high);
  const double below = x <= mode && mode > low
                           ? (x - low) * (x - low) / ((high - low) * (mode - low))
                           : 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
  RC_ASSERT(std::abs(below - p) < 1e-9);
}

// Abramowitz & Stegun 1964, 26.2 and 26.5; the far tail from Wichura 1988, table 1.
TEST(Normal, HasThePublishedQuantiles) {
  EXPECT_DOUBLE_EQ(normal_quantile(0.5, 0, 1), 0);
  EXPECT_NEAR(normal_quantile(0.25, 0, 1), -0.6744897501960817, 1e-15);
  EXPECT_NEAR(normal_quantile(0.975, 0, 1), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(0.001, 0, 1), -3.090232306167814, 1e-14);
  EXPECT_NEAR(normal_quantile(1e-20, 0, 1), -9.262340089798408, 1e-13);
  EXPECT_DOUBLE_EQ(normal_quantile(0.3, 7, 0), 7);
}

RC_GTEST_PROP(NormalProperty, UndoesItsDistributionFunctionAndIsSymmetric, ()) {
  const double p = *any_share();
  const double z = normal_quantile(p, 0, 1);
  RC_ASSERT(std::abs(normal_cumulative(z) - p) < 1e-14);
  RC_ASSERT(std::abs(normal_quantile(1 - p, 0, 1) + z) < 1e-9);
  RC_ASSERT(std::abs(normal_quantile(p, 3, 2) - (3 + 2 * z)) < 1e-12);
}

// I_x(k, n - k + 1) is the chance of at least k successes in n trials of chance x (Abramowitz &
// Stegun 26.5.24), which a sum gives exactly enough.
TEST(BetaCumulative, IsTheBinomialTail) {
  for (int n = 1; n <= 12; ++n) {
    for (int k = 1; k <= n; ++k) {
      for (const double x : {0.01, 0.2, 0.5, 0.77, 0.99}) {
        double tail = 0;
        for (int i = k; i <= n; ++i) {
          tail += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) +
                           i * std::log(x) + (n - i) * std::log1p(-x));
        }
        ASSERT_NEAR(beta_cumulative(x, k, n - k + 1), tail, 1e-12) << n << " " << k << " " << x;
      }
    }
  }
}

TEST(BetaCumulative, HasItsClosedForms) {
  for (const double x : {0.0, 1e-9, 0.3, 0.5, 0.8, 1.0}) {
    EXPECT_NEAR(beta_cumulative(x, 1, 1), x, 1e-14);
    EXPECT_NEAR(beta_cumulative(x, 2.5, 1), std::pow(x, 2.5), 1e-14);
    EXPECT_NEAR(beta_cumulative(x, 1, 3.5), 1 - std::pow(1 - x, 3.5), 1e-14);
    // The arcsine law.
    EXPECT_NEAR(beta_cumulative(x, 0.5, 0.5), 2 / std::numbers::pi * std::asin(std::sqrt(x)),
                1e-12);
  }
}

RC_GTEST_PROP(BetaCumulativeProperty, IsSymmetricAndIncreasing, ()) {
  const double a = *rc::gen::inRange(1, 600) / 100.0;
  const double b = *rc::gen::inRange(1, 600) / 100.0;
  const double x = *any_share();
  RC_ASSERT(std::abs(beta_cumulative(x, a, b) + beta_cumulative(1 - x, b, a) - 1) < 1e-12);
  RC_ASSERT(beta_cumulative(x, a, b) <= beta_cumulative(std::min(1.0, x + 0.001), a, b));
}

RC_GTEST_PROP(PertProperty, UndoesTheBetaDistributionWithinTheRange, ()) {
  const auto [low, mode, high] = any_range();
  const double p = *any_share();
  const double width = high - low;
  const double x = pert_quantile(p, low, mode, high);
  RC_ASSERT(low <= x && x <= high);
  const double share = std::clamp((x - low) / width, 0.0, 1.0);
  const double below =
      beta_cumulative(share, 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width);
  RC_ASSERT(std::abs(below - p) < 1e-10);
}

RC_GTEST_PROP(PertProperty, IncreasesWithTheShare, ()) {
  const auto [low, mode, high] = any_range();
  const double p = *any_share();
  const double more = *any_share();
  RC_ASSERT((p <= more) ==
            (pert_quantile(p, low, mode, high) <= pert_quantile(more, low, mode, high)));
}

TEST(Pert, HasItsMeanAndMirrorsItself) {
  const Range rows[] = {{0, 0, 1}, {0, 1, 1}, {30, 40, 55}, {-5, 2, 3}, {0, 0.5, 1}};
  for (const auto& [low, mode, high] : rows) {
    EXPECT_NEAR(mean_of([&](double p) { return pert_quantile(p, low, mode, high); }),
                (low + 4 * mode + high) / 6, 1e-4 * (high - low));
    EXPECT_NEAR(pert_quantile(0.1, low, mode, high),
                low + high - pert_quantile(0.9, low, low + high - mode, high),
                1e-11 * (high - low));
  }
  EXPECT_DOUBLE_EQ(pert_quantile(0.4, 2, 2, 2), 2);
  // With the mode in the middle both shapes are 3: I_x(3, 3) = 10 x^3 - 15 x^4 + 6 x^5.
  const double x = pert_quantile(0.2, 0, 0.5, 1);
  EXPECT_NEAR(10 * std::pow(x, 3) - 15 * std::pow(x, 4) + 6 * std::pow(x, 5), 0.2, 1e-13);
}

TEST(Categorical, DividesTheUnitInProportion) {
  const std::vector<double> weights{0, 1, 0, 3, 0};
  EXPECT_EQ(categorical_quantile(0.001, weights), 1U);
  EXPECT_EQ(categorical_quantile(0.249, weights), 1U);
  EXPECT_EQ(categorical_quantile(0.251, weights), 3U);
  EXPECT_EQ(categorical_quantile(1 - 0x1.0p-54, weights), 3U);
  EXPECT_EQ(categorical_quantile(0.7, std::vector<double>{5}), 0U);
}

RC_GTEST_PROP(CategoricalProperty, NeverGivesAnIndexWithoutWeightAndNeverGoesBack, ()) {
  const auto parts = *rc::gen::nonEmpty<std::vector<unsigned char>>();
  const std::vector<double> weights(parts.begin(), parts.end());
  RC_PRE(std::accumulate(weights.begin(), weights.end(), 0.0) > 0);
  std::size_t last = 0;
  for (int i = 1; i < 100; ++i) {
    const std::size_t index = categorical_quantile(i / 100.0, weights);
    RC_ASSERT(weights.at(index) > 0);
    RC_ASSERT(index >= last);
    last = index;
  }
}

}  // namespace
}  // namespace parley
