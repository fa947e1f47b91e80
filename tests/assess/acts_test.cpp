// Options that take an act of a party, and what options are worth together.
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "parley/assess/drafts.hpp"
#include "parley/assess/problem.hpp"
#include "small_case.hpp"

namespace parley::assess {
namespace {

const char* const kHead = R"(parley: 1
title: Talks on a harbour
parties:
  ostria: {name: Ostria, role: signatory}
  velm: {name: Velm, role: signatory}
  league: {name: The League, role: guarantor}
issues:
  harbour: {title: The harbour, options: {ostrian: Ostrian, shared: Shared, velmian: Velmian}}
  watch: {title: The watch, options: {none: None, league: {title: By the League, needs: league}}}
positions:
  ostria:
    harbour: {priority: {value: 50}, values: {ostrian: 100, shared: 60, velmian: 0}}
    watch: {priority: {value: 50}, values: {none: 50, league: 100}}
  velm:
    harbour: {priority: {value: 50}, values: {ostrian: 0, shared: 60, velmian: 100}}
    watch: {priority: {value: 50}, values: {none: 50, league: 100}}
  league:
    watch: {priority: {value: 50}, values: {none: 100, league: 0}}
no_deal: {ostria: {value: 40}, velm: {value: 40}, league: {value: 50}}
)";

casefile::Case read(std::initializer_list<std::string_view> more) {
  std::string yaml = kHead;
  for (const std::string_view each : more) yaml += each;
  return case_of({yaml});
}

DraftAssessment assess_only_draft(std::initializer_list<std::string_view> more) {
  const casefile::Case source = read(more);
  const Model model(source);
  return assess_drafts(model, draw_worlds(model, 1, 200, {}).value()).front();
}

TEST(Acts, AreReadInTheOrderOfTheOptions) {
  const casefile::Case source = read({});
  const Model model(source);
  ASSERT_EQ(model.acts().size(), 1U);
  EXPECT_EQ(model.acts()[0].party, 2U);
  EXPECT_EQ(model.acts()[0].option, 4U);
  EXPECT_EQ(model.consenting(), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(model.askable(), (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Acts, ASignatoryIsAskedOnce) {
  casefile::Case source = read({});
  source.parties.find("league")->role = casefile::Role::signatory;
  EXPECT_TRUE(Model(source).acts().empty());
}

TEST(Acts, ATextThatTakesAnActNeedsThatPartysConsent) {
  const auto draft = assess_only_draft(
      {"drafts: {first: {title: First, terms: {harbour: shared, watch: league}}}\n"});
  EXPECT_EQ(draft.views[2].consent, Consent::needed);
  EXPECT_NEAR(draft.views[0].signs.low, 1, 1e-9);
  EXPECT_EQ(draft.views[2].signs.high, 0);
  EXPECT_EQ(draft.joint_signs.high, 0);
}

TEST(Acts, ATextWithoutItLeavesThePartyAView) {
  const auto draft = assess_only_draft(
      {"drafts: {first: {title: First, terms: {harbour: shared, watch: none}}}\n"});
  EXPECT_EQ(draft.views[2].consent, Consent::not_needed);
  EXPECT_NEAR(draft.joint_signs.low, 1, 1e-9);
}

TEST(Acts, ATextThatLeavesItOpenNeedsConsentPerhaps) {
  const auto draft = assess_only_draft(
      {"drafts: {first: {title: First, terms: {harbour: shared}, unknown: [watch]}}\n"});
  EXPECT_EQ(draft.views[2].consent, Consent::perhaps);
  EXPECT_EQ(draft.joint_signs.low, 0);
  EXPECT_NEAR(draft.joint_signs.high, 1, 1e-9);
}

TEST(Acts, ReachTheEnginesProblem) {
  const casefile::Case source = read({});
  const Model model(source);
  const bargaining::Problem problem = problem_in(model, draw_world(model, 1, 0));
  ASSERT_EQ(problem.acts.size(), 1U);
  EXPECT_EQ(problem.acts[0].party, 2U);
  EXPECT_EQ(problem.acts[0].issue, 1U);
  EXPECT_EQ(problem.acts[0].option, 1U);
}

const char* const kInterplay =
    "interplay: [{party: velm, when: {harbour: shared, watch: league}, value: -25}]\n";

TEST(Interplay, AddsWhereItsConditionHolds) {
  const auto together = assess_only_draft(
      {kInterplay, "drafts: {first: {title: First, terms: {harbour: shared, watch: league}}}\n"});
  EXPECT_NEAR(together.views[1].value.middle, 55, 1e-9);
  EXPECT_NEAR(together.views[0].value.middle, 80, 1e-9);
  const auto apart = assess_only_draft(
      {kInterplay, "drafts: {first: {title: First, terms: {harbour: shared, watch: none}}}\n"});
  EXPECT_NEAR(apart.views[1].value.middle, 55, 1e-9);
  EXPECT_NEAR(apart.views[0].value.middle, 55, 1e-9);
}

TEST(Interplay, OfAnOpenTextCountsForTheWorstReadingOnly) {
  const auto draft = assess_only_draft(
      {kInterplay,
       "drafts: {first: {title: First, terms: {harbour: shared}, unknown: [watch]}}\n"});
  EXPECT_NEAR(draft.views[1].value.low, 30, 1e-9);
  EXPECT_NEAR(draft.views[1].value.high, 80, 1e-9);
}

TEST(Interplay, ReachesTheEnginesProblem) {
  const casefile::Case source = read({kInterplay});
  const Model model(source);
  const bargaining::Problem problem = problem_in(model, draw_world(model, 1, 0));
  ASSERT_EQ(problem.interactions.size(), 1U);
  EXPECT_EQ(problem.interactions[0].party, 1U);
  EXPECT_NEAR(problem.interactions[0].value, -0.25, 1e-12);
  ASSERT_EQ(problem.interactions[0].when.size(), 2U);
}

}  // namespace
}  // namespace parley::assess
