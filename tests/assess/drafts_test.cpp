#include "parley/assess/drafts.hpp"

#include <gtest/gtest.h>

#include "small_case.hpp"

namespace parley::assess {
namespace {

DraftAssessment assess_only_draft(const casefile::Case& source) {
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 4000, {}).value();
  return assess_drafts(model, worlds).front();
}

const char* const kPositions = R"(positions:
  ostria:
    harbour: {priority: high, prefers: [ostrian, shared, velmian], red_lines: [velmian], confidence: high}
  velm:
    harbour: {priority: high, prefers: [velmian, shared, ostrian], confidence: low}
no_deal: {ostria: {value: 30}, velm: {value: 30}}
)";

TEST(Drafts, ATextThatIsBestForOneAndWorstForTheOther) {
  const auto draft = assess_only_draft(
      small_case({kPositions, "drafts: {first: {title: First, terms: {harbour: ostrian}}}\n"}));
  EXPECT_NEAR(draft.views[0].prefers.low, 1, 1e-9);
  EXPECT_EQ(draft.views[0].value.middle, 100);
  EXPECT_EQ(draft.views[0].gain.middle, 70);
  EXPECT_EQ(draft.views[1].prefers.high, 0);
  EXPECT_EQ(draft.joint_signs.high, 0);
}

TEST(Drafts, KnownTextGivesOneNumber) {
  const auto draft = assess_only_draft(
      small_case({kPositions, "drafts: {first: {title: First, terms: {harbour: shared}}}\n"}));
  EXPECT_EQ(draft.views[0].prefers.low, draft.views[0].prefers.high);
  // The shared harbour is worth something uniform on 0 .. 100, going on 30.
  EXPECT_NEAR(draft.views[0].prefers.low, 0.7, 0.03);
  EXPECT_NEAR(draft.joint_prefers.low, 0.49, 0.03);
}

TEST(Drafts, UnknownTextGivesARangeFromTheWorstReadingToTheBest) {
  const auto draft = assess_only_draft(
      small_case({kPositions, "drafts: {first: {title: First, unknown: all}}\n"}));
  EXPECT_EQ(draft.terms_known, 0U);
  EXPECT_EQ(draft.views[1].prefers.low, 0);
  EXPECT_NEAR(draft.views[1].prefers.high, 1, 1e-9);
}

TEST(Drafts, ACrossedRedLineStopsASignatureWhateverTheValue) {
  const auto draft = assess_only_draft(small_case({R"(positions:
  ostria: {harbour: {priority: high, prefers: [velmian, shared, ostrian], red_lines: [velmian]}}
no_deal: {ostria: {value: 30}}
drafts: {first: {title: First, terms: {harbour: velmian}}}
)"}));
  EXPECT_NEAR(draft.views[0].prefers.low, 1, 1e-9);
  EXPECT_EQ(draft.views[0].signs.high, 0);
  ASSERT_EQ(draft.views[0].crossed.size(), 1U);
  EXPECT_TRUE(draft.views[0].crossed[0].certain);
  EXPECT_NEAR(draft.views[0].crossed[0].meant, 1, 1e-9);
}

TEST(Drafts, ARedLineThatMayBeABluffStopsAShareOfTheWorlds) {
  const auto draft = assess_only_draft(small_case({R"(positions:
  ostria:
    harbour: {priority: high, prefers: [velmian, shared, ostrian], red_lines: [{option: velmian, firmness: 0.6}]}
no_deal: {ostria: {value: 30}}
drafts: {first: {title: First, terms: {harbour: velmian}}}
)"}));
  EXPECT_NEAR(draft.views[0].signs.low, 0.4, 0.04);
  EXPECT_NEAR(draft.views[0].crossed[0].meant, 0.6, 0.04);
}

TEST(Drafts, AnOpenTextMayBeReadWithinTheLines) {
  const auto draft = assess_only_draft(small_case(
      {kPositions, "drafts: {first: {title: First, terms: {harbour: [velmian, ostrian]}}}\n"}));
  EXPECT_EQ(draft.views[0].signs.low, 0) << "one reading crosses the line";
  EXPECT_NEAR(draft.views[0].signs.high, 1, 1e-9) << "the other is the best of all";
  EXPECT_FALSE(draft.views[0].crossed[0].certain);
}

TEST(Drafts, ABrokenLinkageStopsItsOwnerOnly) {
  const auto draft = assess_only_draft(small_case({R"(  toll:
    title: The toll
    options: {none: None, paid: Paid}
positions:
  ostria: {harbour: {prefers: [shared, ostrian, velmian]}, toll: {prefers: [none, paid]}}
  velm: {harbour: {prefers: [shared, ostrian, velmian]}, toll: {prefers: [none, paid]}}
no_deal: {ostria: {value: 0}, velm: {value: 0}}
linkages: [{if: {harbour: shared}, then: {toll: paid}, by: velm}]
drafts: {first: {title: First, terms: {harbour: shared, toll: none}}}
)"}));
  EXPECT_NEAR(draft.views[0].signs.low, 1, 1e-9);
  EXPECT_NEAR(draft.views[1].prefers.low, 1, 1e-9);
  EXPECT_EQ(draft.views[1].signs.high, 0);
}

TEST(Drafts, ConfidenceFollowsTheInputs) {
  const auto draft = assess_only_draft(
      small_case({kPositions, "drafts: {first: {title: First, terms: {harbour: shared}}}\n"}));
  EXPECT_EQ(draft.views[0].confidence, casefile::Confidence::high);
  EXPECT_EQ(draft.views[1].confidence, casefile::Confidence::low);
}

}  // namespace
}  // namespace parley::assess
