#include "parley/brief/compare.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "assess/small_case.hpp"
#include "parley/assess/json.hpp"

namespace parley::brief {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The assessment of the small case in which Velm gets so much without a deal.
Json assessed(const std::string& no_deal, const std::string& more = "") {
  const casefile::Case source = assess::small_case(
      {"positions:\n"
       "  ostria: {harbour: {prefers: [ostrian, shared, velmian], judged_by: A, reason: B}}\n"
       "  velm: {harbour: {prefers: [velmian, shared, ostrian], judged_by: A, reason: B}}\n"
       "no_deal: {ostria: {value: 20, judged_by: A, reason: B}, velm: {value: ",
       no_deal, ", judged_by: A, reason: B}}\n",
       "drafts: {first: {title: First, terms: {harbour: shared}, judged_by: A, reason: B}", more,
       "}\n"});
  const auto assessment = assess::assess(source, {1, 500}, {});
  EXPECT_TRUE(assessment);
  return assess::to_json(*assessment, source);
}

Comparison compared(const Json& before, const Json& after) {
  const auto comparison = compare(before, after, {"before", 0, 0}, {"after", 0, 0});
  EXPECT_TRUE(comparison);
  return comparison ? *comparison : Comparison{};
}

TEST(Compare, FindsNothingInTheSame) {
  const Json same = assessed("30");
  const Comparison found = compared(same, same);
  EXPECT_GT(found.judgements, 0U);
  EXPECT_THAT(found.movements, IsEmpty());
  EXPECT_THAT(found.inputs, IsEmpty());
  EXPECT_THAT(found.settings, IsEmpty());
  EXPECT_THAT(summary(found), HasSubstr("The inputs are the same."));
}

TEST(Compare, SaysWhichJudgementsMovedAndWhichInputsDiffer) {
  const Comparison found = compared(assessed("30"), assessed("70"));
  ASSERT_FALSE(found.movements.empty());
  bool velm_moved = false;
  for (const Movement& each : found.movements) {
    if (each.path != "drafts/first/velm") continue;
    velm_moved = true;
    // The middle option of three is worth anything from 0 to 100 to Velm.
    EXPECT_NEAR(each.before.low, 0.7, 0.08);
    EXPECT_NEAR(each.after.low, 0.3, 0.08);
    EXPECT_TRUE(each.beyond_chance);
  }
  EXPECT_TRUE(velm_moved);
  ASSERT_EQ(found.inputs.size(), 1U);
  EXPECT_EQ(found.inputs[0].path, "no_deal/velm");
  EXPECT_THAT(*found.inputs[0].before, HasSubstr("30"));
  EXPECT_THAT(*found.inputs[0].after, HasSubstr("70"));
  EXPECT_THAT(summary(found), HasSubstr("no_deal/velm\n    was "));
}

TEST(Compare, ListsTheLargestMovementFirst) {
  const Comparison found = compared(assessed("30"), assessed("70"));
  for (std::size_t i = 1; i < found.movements.size(); ++i) {
    const auto moved = [&](std::size_t at) {
      const Movement& each = found.movements[at];
      return std::max(std::abs(each.after.low - each.before.low),
                      std::abs(each.after.high - each.before.high));
    };
    EXPECT_GE(moved(i - 1), moved(i));
  }
}

TEST(Compare, NamesWhatIsNewAndWhatIsGone) {
  const Json one = assessed("30");
  const Json two = assessed(
      "30", ", second: {title: Second, terms: {harbour: velmian}, judged_by: A, reason: B}");
  const Comparison came = compared(one, two);
  std::vector<std::string> judged;
  for (const Difference& each : came.judged_once) judged.push_back(each.path);
  EXPECT_THAT(judged, ElementsAre("drafts/second", "drafts/second/ostria", "drafts/second/velm"));
  std::vector<std::string> inputs;
  for (const Difference& each : came.inputs) {
    inputs.push_back(each.path);
    EXPECT_FALSE(each.before);
  }
  EXPECT_THAT(inputs, ElementsAre("drafts/second", "drafts/second/terms/harbour"));
  for (const Difference& each : compared(two, one).judged_once) EXPECT_FALSE(each.after);
}

TEST(Compare, RefusesOtherDocuments) {
  const Json good = assessed("30");
  Json without_drafts = good;
  without_drafts.erase("drafts");
  Json wrong_kind = good;
  wrong_kind["worlds"] = "many";
  for (const Json& bad : {Json(), Json(1), Json::array(), Json{{"schema", 1}},
                          Json{{"schema", "parley/assessment/1"}}, without_drafts, wrong_kind}) {
    const auto comparison = compare(good, bad, {"before", 0, 0}, {"after", 0, 0});
    ASSERT_FALSE(comparison);
    EXPECT_EQ(comparison.error().diagnostics.at(0).code, "not-an-assessment");
  }
}

}  // namespace
}  // namespace parley::brief
