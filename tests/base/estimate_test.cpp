#include "parley/base/estimate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "parley/base/distribution.hpp"

namespace parley {
namespace {

Estimate shaped(double low, double mode, double high, Shape shape) {
  return {low, mode, high, shape, {}, {}};
}

Estimate sharing(Estimate estimate, std::vector<Estimate::Loading> factors) {
  estimate.factors = std::move(factors);
  return estimate;
}

constexpr std::uint64_t kWorlds = 20000;

std::vector<double> drawn(const char* name, const Estimate& estimate) {
  std::vector<double> values;
  for (std::uint64_t world = 0; world < kWorlds; ++world) {
    values.push_back(World(11, world).draw(name, estimate));
  }
  return values;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double n = static_cast<double>(x.size());
  double sx = 0;
  double sy = 0;
  double sxx = 0;
  double syy = 0;
  double sxy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sx += x[i];
    sy += y[i];
    sxx += x[i] * x[i];
    syy += y[i] * y[i];
    sxy += x[i] * y[i];
  }
  return (sxy - sx * sy / n) / std::sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
}

// The greatest distance between the share of draws below a value and the share there should be
// (Kolmogorov 1933).
double distance_from(std::vector<double> draws, const Estimate& estimate) {
  std::sort(draws.begin(), draws.end());
  double greatest = 0;
  for (const double p : {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99}) {
    const auto below = std::lower_bound(draws.begin(), draws.end(), quantile(estimate, p));
    const double share =
        static_cast<double>(below - draws.begin()) / static_cast<double>(draws.size());
    greatest = std::max(greatest, std::abs(share - p));
  }
  return greatest;
}

// Passed by chance once in a thousand times by a sound generator (Kolmogorov's asymptotic law).
const double kTolerance = 1.95 / std::sqrt(static_cast<double>(kWorlds));

TEST(Estimate, HasTheQuantilesOfItsShape) {
  EXPECT_EQ(quantile(Estimate::fixed(40), 0.1), 40);
  EXPECT_DOUBLE_EQ(quantile(Estimate::between(30, 45), 0.2), 33);
  EXPECT_DOUBLE_EQ(quantile(shaped(0, 2, 8, Shape::triangular), 0.25), 2);
  EXPECT_DOUBLE_EQ(quantile(shaped(30, 40, 55, Shape::pert), 0.7), pert_quantile(0.7, 30, 40, 55));
  const Estimate normal = shaped(10, 20, 30, Shape::normal);
  EXPECT_NEAR(quantile(normal, 0.05), 10, 1e-12);
  EXPECT_NEAR(quantile(normal, 0.5), 20, 1e-12);
  EXPECT_NEAR(quantile(normal, 0.95), 30, 1e-12);
}

TEST(World, DrawsTheSameForTheSameNameAndOtherwiseNot) {
  const Estimate range = Estimate::between(0, 1);
  const World world(7, 3);
  EXPECT_EQ(world.draw("a", range), World(7, 3).draw("a", range));
  EXPECT_NE(world.draw("a", range), world.draw("b", range));
  EXPECT_NE(world.draw("a", range), World(7, 4).draw("a", range));
  EXPECT_NE(world.draw("a", range), World(8, 3).draw("a", range));
}

TEST(World, DrawsAFixedNumberWhateverItShares) {
  EXPECT_EQ(World(1, 2).draw("a", sharing(Estimate::fixed(3), {{"front", 1}})), 3);
}

TEST(World, SpreadsDrawsAsTheEstimateSays) {
  const Estimate estimates[] = {
      Estimate::between(30, 45),
      shaped(0, 2, 8, Shape::triangular),
      shaped(30, 40, 55, Shape::pert),
      shaped(10, 20, 30, Shape::normal),
  };
  for (const Estimate& each : estimates)
    EXPECT_LT(distance_from(drawn("a", each), each), kTolerance);
}

TEST(World, KeepsAnEstimatesOwnSpreadWhateverItShares) {
  const Estimate range = Estimate::between(30, 45);
  for (const double weight : {1.0, -1.0, 0.6, -0.3, 0.0}) {
    EXPECT_LT(distance_from(drawn("a", sharing(range, {{"front", weight}})), range), kTolerance);
  }
  const Estimate two = sharing(range, {{"front", 0.6}, {"winter", 0.8}});
  EXPECT_LT(distance_from(drawn("a", two), range), kTolerance);
}

TEST(World, MovesEstimatesTogetherByTheProductOfTheirLoadings) {
  // For normal estimates the correlation of the copula is that of the values.
  const Estimate normal = shaped(-1, 0, 1, Shape::normal);
  struct Row {
    double a, b;
  };
  for (const auto& [a, b] : {Row{0.8, 0.8}, Row{0.9, -0.5}, Row{0.0, 1.0}}) {
    const double found = correlation(drawn("a", sharing(normal, {{"front", a}})),
                                     drawn("b", sharing(normal, {{"front", b}})));
    // Five standard errors of a correlation.
    const double r = a * b;
    EXPECT_NEAR(found, r, 5 * (1 - r * r) / std::sqrt(static_cast<double>(kWorlds)));
  }
  EXPECT_NEAR(correlation(drawn("a", normal), drawn("b", normal)), 0, 0.04);
}

TEST(World, MovesFullyWithAndFullyAgainstAFactor) {
  const Estimate range = Estimate::between(0, 10);
  for (std::uint64_t number = 0; number < 100; ++number) {
    const World world(3, number);
    const double with = world.draw("a", sharing(range, {{"front", 1}}));
    EXPECT_DOUBLE_EQ(with, 10 * normal_cumulative(world.factor("front")));
    EXPECT_DOUBLE_EQ(with, world.draw("b", sharing(range, {{"front", 1}})));
    EXPECT_NEAR(with, 10 - world.draw("c", sharing(range, {{"front", -1}})), 1e-12);
  }
}

// Loadings whose squares sum to 1 but for rounding must not make a root of a negative number, and a
// sum far out must not reach a share of 0 or 1.
TEST(World, DrawsFiniteValuesAtTheLimitOfSharing) {
  const double third = std::sqrt(1.0 / 3);
  const Estimate normal =
      sharing(shaped(-1, 0, 1, Shape::normal), {{"x", third}, {"y", third}, {"z", third + 1e-16}});
  for (const double each : drawn("a", normal)) ASSERT_TRUE(std::isfinite(each));
}

}  // namespace
}  // namespace parley
