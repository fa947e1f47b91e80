#include "parley/assess/assessment.hpp"
#include "parley/assess/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "parley/casefile/reader.hpp"
#include "small_case.hpp"

namespace parley::assess {
namespace {

TEST(Assessment, SameSeedSameBytesOnAnyNumberOfThreads) {
  const auto read = casefile::read_case(PARLEY_SOURCE_DIR "/cases/moscow-2025/case.yaml");
  ASSERT_TRUE(read.has_value());
  const auto bytes = [&](unsigned threads) {
    Control control;
    control.threads = threads;
    const auto assessment = assess(read->value, {1, 500}, control);
    return to_json(assessment.value(), read->value).dump();
  };
  const std::string one = bytes(1);
  EXPECT_EQ(one, bytes(2));
  EXPECT_EQ(one, bytes(8));
}

TEST(Assessment, AnotherSeedIsAnotherSample) {
  const casefile::Case source =
      small_case({"positions: {ostria: {harbour: {prefers: [ostrian, shared, velmian]}}}\n"
                  "drafts: {first: {title: First, terms: {harbour: shared}}}\n"});
  const auto one = assess(source, {1, 200}, {}).value();
  const auto two = assess(source, {2, 200}, {}).value();
  EXPECT_NE(one.drafts[0].views[0].value.middle, two.drafts[0].views[0].value.middle);
}

TEST(Assessment, AsksForPartiesAndIssuesAtOnce) {
  const auto assessment = assess({}, {}, {});
  ASSERT_FALSE(assessment.has_value());
  ASSERT_EQ(assessment.error().diagnostics.size(), 2U);
  EXPECT_EQ(assessment.error().diagnostics[0].code, "no-parties");
  EXPECT_EQ(assessment.error().diagnostics[1].code, "no-issues");
}

TEST(Assessment, StopsWhenAsked) {
  Control control;
  control.cancelled = [] { return true; };
  const auto assessment = assess(small_case({}), {}, control);
  ASSERT_FALSE(assessment.has_value());
  EXPECT_EQ(assessment.error().kind, FailureKind::cancelled);
}

}  // namespace
}  // namespace parley::assess
