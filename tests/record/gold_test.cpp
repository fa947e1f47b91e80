// What the engine reaches on reports whose right answer is known, with floors a little below, so
// that a change that loses something is seen. docs/record-quality.md states the figures and what
// each measure counts.
#include <gtest/gtest.h>

#include "scoring/evaluate.hpp"
#include "scoring/gold.hpp"
#include "scoring/stance_gold.hpp"

namespace parley::scoring {
namespace {

struct Floor {
  const char* measure;
  double precision;
  double recall;
};

void expect_at_least(Result<Score> score, const std::vector<Floor>& floors) {
  ASSERT_TRUE(score);
  for (const Floor& floor : floors) {
    const Tally tally = score->of(floor.measure);
    EXPECT_GE(tally.precision(), floor.precision) << floor.measure;
    EXPECT_GE(tally.recall(), floor.recall) << floor.measure;
    EXPECT_GT(tally.wanted, 0U) << floor.measure;
  }
}

void expect_at_least(const char* folder, const std::vector<Floor>& floors) {
  const Result<Gold> gold = read_gold(folder);
  ASSERT_TRUE(gold);
  expect_at_least(evaluate(*gold), floors);
}

TEST(GoldReports, StayAboveTheirFloors) {
  expect_at_least(PARLEY_SOURCE_DIR "/tests/record/gold", {{"quotes", 0.98, 0.99},
                                                           {"speakers", 0.79, 0.76},
                                                           {"cues", 0.91, 0.89},
                                                           {"statements", 0.71, 0.71},
                                                           {"people", 0.97, 0.94},
                                                           {"roles", 0.88, 0.91},
                                                           {"meetings", 0.96, 0.96},
                                                           {"stances", 0.82, 0.67},
                                                           {"conditions", 0.93, 0.93},
                                                           {"drafts", 0.98, 0.95},
                                                           {"quantities", 0.95, 0.81},
                                                           {"times", 0.93, 0.86},
                                                           {"relations", 0.94, 0.81},
                                                           {"version_chain", 0.90, 0.90},
                                                           {"contradiction", 0.98, 0.74}});
}

TEST(HeldOutReports, StayAboveTheirFloors) {
  expect_at_least(PARLEY_SOURCE_DIR "/tests/record/held_out",
                  {{"quotes", 0.96, 0.96}, {"speakers", 0.70, 0.70}, {"cues", 0.92, 0.92}});
}

// Of any talks, by another hand; nobody reads the misses.
TEST(UnseenStances, StayAboveTheirFloors) {
  expect_at_least(evaluate_stances(PARLEY_SOURCE_DIR "/tests/record/unseen/stances"),
                  {{"by kind", 0.70, 0.10}, {"by kind, high", 0.83, 0.02}});
}

}  // namespace
}  // namespace parley::scoring
