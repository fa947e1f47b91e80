#include "parley/assess/span.hpp"

#include <gtest/gtest.h>

#include "parley/assess/deals.hpp"
#include "small_case.hpp"

namespace parley::assess {
namespace {

using casefile::Confidence;

const char* const kStands = R"(positions:
  ostria: {harbour: {priority: high, values: {ostrian: 100, shared: 50, velmian: 0}}}
  velm: {harbour: {priority: high, values: {ostrian: 0, shared: 50, velmian: 100}}}
drafts:
  first: {title: First, terms: {harbour: ostrian}}
  second: {title: Second, terms: {harbour: shared}}
)";

DealsAssessment deals_of(const char* no_deal) {
  const casefile::Case source = small_case({kStands, no_deal});
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 4000, {}).value();
  return assess_deals(model, worlds, {}).value();
}

TEST(Span, OfNarrowValuesIsThePoint) {
  const auto deals = deals_of("no_deal: {ostria: {value: 30..40}, velm: {value: 30..40}}\n");
  EXPECT_TRUE(deals.span.wide.empty());
  EXPECT_EQ(deals.span.zone.low, deals.zone);
  EXPECT_EQ(deals.span.zone.high, deals.zone);
  EXPECT_EQ(deals.span.confidence, Confidence::high);
  EXPECT_TRUE(deals.span.questions.empty());
}

// Velm would take the shared harbour when going on is worth 50 or less: half of the worlds.
TEST(Span, OfAnOpenEndReachesFromNoDealToADeal) {
  const auto deals = deals_of("no_deal: {ostria: {value: 30..40}, velm: {above: first}}\n");
  EXPECT_EQ(deals.span.wide, (std::vector<std::size_t>{1}));
  EXPECT_NEAR(deals.zone, 0.5, 0.03);
  EXPECT_EQ(deals.span.zone.low, 0);
  EXPECT_NEAR(deals.span.zone.high, 1, 1e-9);
  EXPECT_EQ(deals.span.confidence, Confidence::low);
}

TEST(Span, AsksWhatWouldSettleIt) {
  const auto deals = deals_of("no_deal: {ostria: {value: 30..40}, velm: {above: first}}\n");
  ASSERT_EQ(deals.span.questions.size(), 1U);
  EXPECT_EQ(deals.span.questions[0].party, 1U);
  EXPECT_EQ(deals.span.questions[0].draft, 1U);
  EXPECT_NEAR(deals.span.questions[0].takes, deals.zone, 1e-9);
  EXPECT_NEAR(deals.span.questions[0].zone_if_takes, 1, 1e-9);
  EXPECT_EQ(deals.span.questions[0].zone_if_not, 0);
}

TEST(Span, HoldsAValueAtAQuantileInEveryWorld) {
  const casefile::Case source =
      small_case({kStands, "no_deal: {ostria: {value: 20..60}, velm: {above: first}}\n"});
  const Model model(source);
  const DrawnWorld world = draw_world(model, 7, 3, {0.25, 0.5});
  EXPECT_NEAR(world.no_deal[0], 0.3, 1e-12);
  EXPECT_NEAR(world.no_deal[1], 0.5, 1e-12);
}

TEST(MissingForOdds, NamesPartiesWithoutAStandAndTheMissingAlternative) {
  const casefile::Case source =
      small_case({"positions: {ostria: {harbour: {prefers: [ostrian, shared, velmian]}}}\n"});
  const auto missing = missing_for_odds(Model(source));
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_EQ(missing[0].what, Missing::What::stand);
  EXPECT_EQ(missing[0].party, 1U);
  EXPECT_EQ(missing[1].what, Missing::What::no_deal);
}

TEST(MissingForOdds, LeavesOutOddsAndPackages) {
  const casefile::Case source =
      small_case({"positions: {ostria: {harbour: {prefers: [ostrian, shared, velmian]}}}\n"
                  "no_deal: {ostria: {value: 30}}\n"
                  "drafts: {first: {title: First, terms: {harbour: shared}}}\n"});
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 200, {}).value();
  const auto deals = assess_deals(model, worlds, {}).value();
  EXPECT_EQ(deals.missing.size(), 1U);
  EXPECT_TRUE(deals.packages.empty());
  EXPECT_TRUE(deals.drivers.empty());
}

TEST(Drafts, OfAPartyWithoutAStandNothingIsKnown) {
  const casefile::Case source =
      small_case({"positions: {ostria: {harbour: {prefers: [ostrian, shared, velmian]}}}\n"
                  "no_deal: {ostria: {value: 0}}\n"
                  "drafts: {first: {title: First, terms: {harbour: shared}}}\n"});
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 200, {}).value();
  const DraftAssessment draft = assess_drafts(model, worlds).front();
  EXPECT_EQ(draft.views[1].signs.low, 0);
  EXPECT_EQ(draft.views[1].signs.high, 1);
  EXPECT_EQ(draft.views[1].known, 0);
  EXPECT_EQ(draft.joint_signs.low, 0);
  EXPECT_NEAR(draft.joint_signs.high, 1, 1e-9);
}

}  // namespace
}  // namespace parley::assess
