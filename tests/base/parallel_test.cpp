#include "parley/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "parley/base/estimate.hpp"

namespace parley {
namespace {

Control with_threads(unsigned threads) {
  Control control;
  control.threads = threads;
  return control;
}

class ForEachIndex : public testing::TestWithParam<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Threads, ForEachIndex, testing::Values(0U, 1U, 2U, 8U),
                         testing::PrintToStringParamName());

TEST_P(ForEachIndex, VisitsEachOnce) {
  for (const std::size_t count : {0U, 1U, 2U, 255U, 256U, 257U, 10000U}) {
    std::vector<int> visits(count, 0);
    ASSERT_TRUE(
        for_each_index(count, with_threads(GetParam()), [&](std::size_t i) { ++visits[i]; }));
    EXPECT_EQ(visits, std::vector<int>(count, 1));
  }
}

TEST_P(ForEachIndex, GivesTheSameWorldsAsOneThreadDoes) {
  const Estimate estimate{0, 1, 3, Shape::pert, {{"front", 0.7}}, {}};
  const auto worlds = [&](unsigned threads) {
    std::vector<double> values(3000);
    EXPECT_TRUE(for_each_index(values.size(), with_threads(threads), [&](std::size_t i) {
      values[i] = World(1, i).draw("a", estimate);
    }));
    return values;
  };
  EXPECT_EQ(worlds(GetParam()), worlds(1));
}

TEST_P(ForEachIndex, TellsHowFarItIsOneAtATimeAndNeverGoesBack) {
  Control control = with_threads(GetParam());
  std::vector<double> shares;
  std::atomic<int> watching{0};
  control.progress = [&](double share) {
    EXPECT_EQ(++watching, 1);
    shares.push_back(share);
    --watching;
  };
  ASSERT_TRUE(for_each_index(5000, control, [](std::size_t) {}));
  ASSERT_FALSE(shares.empty());
  EXPECT_EQ(shares.back(), 1);
  for (std::size_t i = 1; i < shares.size(); ++i) EXPECT_LT(shares[i - 1], shares[i]);
}

TEST_P(ForEachIndex, StopsWhenAskedTo) {
  Control control = with_threads(GetParam());
  std::atomic<int> visits{0};
  control.cancelled = [&] { return visits >= 100; };
  const Result<void> result = for_each_index(1000000, control, [&](std::size_t) { ++visits; });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, FailureKind::cancelled);
  EXPECT_EQ(result.error().diagnostics.at(0).code, "cancelled");
  EXPECT_LT(visits, 100000);
}

TEST_P(ForEachIndex, DoesNothingWhenStoppedBeforehand) {
  Control control = with_threads(GetParam());
  control.cancelled = [] { return true; };
  EXPECT_FALSE(for_each_index(10, control, [](std::size_t) { FAIL(); }));
}

TEST_P(ForEachIndex, LetsExceptionsOut) {
  EXPECT_THROW(for_each_index(1000, with_threads(GetParam()),
                              [](std::size_t i) {
                                if (i == 500) throw std::runtime_error("from within");
                              }),
               std::runtime_error);
}

}  // namespace
}  // namespace parley
