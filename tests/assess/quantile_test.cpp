#include "parley/assess/quantile.hpp"

#include <gtest/gtest.h>

namespace parley::assess {
namespace {

TEST(WeightedQuantile, IsTheSmallestValueThatTheShareDoesNotExceed) {
  std::vector<std::pair<double, double>> samples{{3, 0.25}, {1, 0.25}, {2, 0.5}};
  EXPECT_EQ(weighted_quantile(samples, 0.25), 1);
  EXPECT_EQ(weighted_quantile(samples, 0.26), 2);
  EXPECT_EQ(weighted_quantile(samples, 0.75), 2);
  EXPECT_EQ(weighted_quantile(samples, 1.0), 3);
}

TEST(WeightedQuantile, SkipsValuesWithoutWeight) {
  std::vector<std::pair<double, double>> samples{{1, 0}, {2, 1}, {3, 0}};
  EXPECT_EQ(weighted_quantile(samples, 0.0), 2);
  EXPECT_EQ(weighted_quantile(samples, 1.0), 2);
}

}  // namespace
}  // namespace parley::assess
