#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "brief/hand_made.hpp"

namespace parley::brief {
namespace {

using casefile::Confidence;

using bargaining::DemandKind;

// The words are fixed by tests/brief/golden/NAME.md. With PARLEY_REGENERATE=1 in the environment
// the files are written anew; read them as an adviser would before you commit.
void expect_golden(const std::string& name, const HandMade& made) {
  const std::string path = PARLEY_SOURCE_DIR "/tests/brief/golden/" + name + ".md";
  const std::string actual = to_markdown(compose(made.source, made.assessment));
  if (std::getenv("PARLEY_REGENERATE") != nullptr) {
    std::ofstream(path) << actual;
    return;
  }
  std::ostringstream expected;
  expected << std::ifstream(path).rdbuf();
  EXPECT_EQ(expected.str(), actual) << path;
}

constexpr std::string_view kOneDraft =
    "drafts: {first: {title: First draft, terms: {harbour: shared}}}\n";
constexpr std::string_view kTwoDrafts =
    "drafts:\n"
    "  first: {title: First draft, terms: {harbour: shared}}\n"
    "  second: {title: Second draft, amends: first, terms: {harbour: velmian}}\n";

constexpr std::string_view kPositions =
    "positions:\n"
    "  ostria:\n"
    "    harbour: {prefers: [ostrian, shared, velmian], priority: vital,\n"
    "              red_lines: [{option: velmian, firmness: very likely}],\n"
    "              judged_by: A. Analyst, reason: It says so.}\n"
    "  velm:\n"
    "    harbour: {prefers: [velmian, [shared, ostrian]], priority: 10..30,\n"
    "              judged_by: A. Analyst, reason: It is told so., confidence: low}\n";

TEST(Golden, CertainDeal) {
  HandMade made = hand_made({kPositions, kOneDraft});
  add_draft(made, {1, 1}, {0.998, 0.998}, {0.998, 0.998});
  add_zone(made, 1, Confidence::high);
  expect_golden("certain_deal", made);
}

// Obstacles of every kind, packages that differ and cross a line, a driver that turns, a span.
TEST(Golden, NoZone) {
  HandMade made = hand_made({kPositions, kTwoDrafts});
  add_draft(made, {0.2, 0.2}, {0.004, 0.004}, {0, 0}, Confidence::moderate);
  assess::View& ostria =
      add_draft(made, {0.002, 0.002}, {0.8, 0.8}, {0, 0}, Confidence::moderate).views[0];
  ostria.crossed.push_back({.issue = 0, .option = 2, .meant = 0.9, .certain = true});
  made.assessment.changes = {{0,
                              1,
                              {{.issue = 0,
                                .change = assess::Change::altered,
                                .before = {1},
                                .after = {2},
                                .receptions = {{0, 0.02, 0.98}, {1, 0.999, 0}}}}}};
  assess::DealsAssessment& deals = add_zone(made, 0.006, Confidence::moderate);
  deals.span = {
      {0.001, 0.62},
      {1},
      {{.party = 1, .draft = 0, .takes = 0.2, .zone_if_takes = 0.55, .zone_if_not = 0.002}},
      Confidence::low};
  const bargaining::Demand line{DemandKind::red_line, 0};
  const bargaining::Demand minimum{DemandKind::reservation, 1};
  const bargaining::Demand condition{DemandKind::linkage, 0};
  deals.analysis.explanation->conflicts = {{{line, minimum}, {}}, {{condition, minimum, line}, {}}};
  deals.analysis.explanation->openings = {{{line}, {0}, {}, {0}},
                                          {{condition, minimum}, {0, 1}, {}, {0, 0.141}}};
  deals.analysis.explanation->choices = {{{{line}, {condition}}}, {{{minimum}}}};
  assess::Package weakest = deals.packages[0];
  weakest.principle = assess::Principle::best_for_the_weakest;
  weakest.deal = {2};
  weakest.assessment.views[0].gain = {-60, -31, -0.2};
  weakest.assessment.views[0].prefers = {0.1, 0.1};
  weakest.assessment.views[0].crossed.push_back(
      {.issue = 0, .option = 2, .meant = 0.9, .certain = true});
  deals.packages.push_back(weakest);
  deals.drivers = {{.kind = assess::DriverKind::no_deal,
                    .party = 1,
                    .when_low = 0.62,
                    .when_high = 0,
                    .flips_at = 31.4},
                   {.kind = assess::DriverKind::red_line,
                    .party = 0,
                    .issue = 0,
                    .option = 2,
                    .when_low = 0.2,
                    .when_high = 0.001,
                    .flips_at = {}}};
  expect_golden("no_zone", made);
}

TEST(Golden, TossUp) {
  HandMade made = hand_made({kPositions, kTwoDrafts});
  add_draft(made, {0.7, 0.7}, {0.6, 0.6}, {0.5, 0.5}, Confidence::moderate);
  add_draft(made, {0.3, 0.3}, {0.9, 0.9}, {0.28, 0.28}, Confidence::moderate);
  assess::DealsAssessment& deals = add_zone(made, 0.52, Confidence::moderate);
  deals.analysis.frontier.exact = false;
  deals.analysis.frontier.gap = 0.0123;
  bargaining::Trades trades;
  trades.trades = {{{{0, 1, 2, {0.011, 0.034}}}, {0.011, 0.034}, 0.045}};
  deals.analysis.trades = {{"first", trades}};
  deals.drivers = {{.kind = assess::DriverKind::weight,
                    .party = 0,
                    .issue = 0,
                    .option = 0,
                    .linkage = 0,
                    .when_low = 0.6,
                    .when_high = 0.44,
                    .flips_at = {}},
                   {.kind = assess::DriverKind::value,
                    .party = 1,
                    .issue = 0,
                    .option = 1,
                    .when_low = 0.45,
                    .when_high = 0.58,
                    .flips_at = 47.0}};
  expect_golden("toss_up", made);
}

TEST(Golden, UnknownText) {
  HandMade made =
      hand_made({"drafts:\n"
                 "  first: {title: First draft, unknown: all}\n"
                 "  second: {title: Second draft, unknown: [harbour]}\n"});
  for (int i = 0; i < 2; ++i) {
    assess::DraftAssessment& draft =
        add_draft(made, {0.02, 0.97}, {0, 1}, {0, 0.97}, Confidence::low);
    draft.terms_known = 0;
    draft.terms_open = 1;
    draft.views[1].crossed.push_back({.issue = 0, .option = 0, .meant = 0.7, .certain = false});
  }
  add_zone(made, 0.62, Confidence::low);
  expect_golden("unknown_text", made);
}

TEST(Golden, ConflictingSources) {
  HandMade made =
      hand_made({"claims:\n"
                 "  - topic: Length of the meeting\n"
                 "    claims:\n"
                 "      - {says: four hours, by: The first wire}\n"
                 "      - {says: five hours, by: The second wire}\n"
                 "    note: One may count the dinner.\n"});
  add_zone(made, 0.3, Confidence::moderate);
  expect_golden("conflicting_sources", made);
}

// The odds are the same as in the certain deal; only what they rest on is weak, and is said.
TEST(Golden, WeakInputs) {
  HandMade made = hand_made({kOneDraft});
  add_draft(made, {1, 1}, {0.998, 0.998}, {0.998, 0.998}, Confidence::low);
  add_zone(made, 1, Confidence::low);
  expect_golden("weak_inputs", made);
}

TEST(Golden, Contradiction) {
  HandMade made = hand_made({kOneDraft});
  add_draft(made, {0.9, 0.9}, {0.9, 0.9}, {0.85, 0.85}, Confidence::moderate);
  add_zone(made, 0.9, Confidence::moderate);
  made.assessment.effective_worlds = 120;
  made.assessment.contradiction = "Velm rejected First draft";
  expect_golden("contradiction", made);
}

TEST(Golden, RangeOfOdds) {
  HandMade made = hand_made({kTwoDrafts});
  add_draft(made, {0.35, 0.6}, {0.7, 0.9}, {0.3, 0.58}, Confidence::moderate);
  add_draft(made, {0.06, 0.06}, {0.9, 0.9}, {0.05, 0.05}, Confidence::high);
  add_zone(made, 0.7, Confidence::moderate);
  expect_golden("range_of_odds", made);
}

// A case of which nobody has said what going on gets: no odds at all.
TEST(Golden, NoEstimates) {
  HandMade made =
      hand_made({kTwoDrafts,
                 "positions: {ostria: {harbour: {red_lines: [velmian], judged_by: A, reason: B}}}\n"
                 "rounds: [{where: Merin, parties: [ostria, velm], judged_by: A, reason: B}]\n"});
  add_draft(made, {0.2, 0.7}, {0.1, 0.6}, {0.1, 0.6}, Confidence::low);
  add_draft(made, {0.2, 0.7}, {0.1, 0.6}, {0, 0}, Confidence::low)
      .views[0]
      .crossed.push_back({.issue = 0, .option = 2, .meant = 1, .certain = true});
  made.assessment.deals = assess::DealsAssessment{};
  made.assessment.deals->missing = {{assess::Missing::What::stand, 1},
                                    {assess::Missing::What::no_deal, std::nullopt}};
  expect_golden("no_estimates", made);
}

TEST(Golden, EmptyCase) { expect_golden("empty_case", hand_made({})); }

constexpr std::string_view kMoves =
    "moves:\n"
    "  ostria: {blockade: {title: Keep the fleet off the harbour, undo: yes, now: yes,\n"
    "                      judged_by: A. Analyst, reason: It lies there.}}\n"
    "  velm: {toll: {title: Double the toll, undo: yes, judged_by: A. Analyst, reason: It can.}}\n"
    "outlooks:\n"
    "  ostria: [deal, not toll, blockade]\n"
    "  velm: [deal, {says: toll iff blockade, odds: 60%, judged_by: A. Analyst, reason: It said "
    "so.}]\n";

assess::Turn turn(std::size_t party, std::optional<std::size_t> move, bool taken = true) {
  return {party, {{{party, move}, taken}}};
}

// Would it hold: who could upset the package, what keeps others from it, the guarantee that helps
// most, a dead end, the way there.
TEST(Golden, Holding) {
  HandMade made = hand_made({kPositions, kOneDraft, kMoves});
  add_draft(made, {0.9, 0.9}, {0.8, 0.8}, {0.7, 0.7});
  add_zone(made, 0.8, Confidence::moderate);
  const assess::Act fleet{0, 0};
  const assess::Act toll{1, 0};
  const assess::Act ostria_signs{0, std::nullopt};
  const assess::Act velm_signs{1, std::nullopt};
  assess::StabilityAssessment stability;
  assess::Situation today;
  today.done = {fleet};
  today.of_itself = today.holds = today.feared = 1;
  assess::Situation text;
  text.package = 0;
  text.agreed = 0.8;
  text.of_itself = 0.1;
  text.holds = 0.6;
  text.feared = 1;
  text.leavers = {{0, 0.4, turn(0, 0)}};
  text.deterred = {{0, turn(0, 0), {turn(1, 0), turn(0, 0, false)}}};
  text.remedies = {{assess::Remedy::Kind::rule_out, fleet, 0.98},
                   {assess::Remedy::Kind::cost, fleet, 0.97},
                   {assess::Remedy::Kind::bind, velm_signs, 0.7}};
  text.way = std::vector{turn(0, std::nullopt), turn(1, std::nullopt)};
  stability.situations = {today, text};
  assess::Map& map = stability.map;
  map.package = 0;
  map.kept = 1;
  map.told = 4;
  using assess::Signed;
  map.places = {{{fleet}, Signed::by_none, 1, true, 1},
                {{ostria_signs, velm_signs}, Signed::by_all, 0.6, true},
                {{fleet, toll}, Signed::by_none, 0.55, true, 1},
                {{ostria_signs, fleet, velm_signs, toll}, Signed::by_all, 0.2, true},
                {{ostria_signs}, Signed::by_some, 0.1, false}};
  map.legs = {{0, 4, turn(0, std::nullopt), false},
              {4, 1, turn(1, std::nullopt), true},
              {0, 2, turn(1, 0), true},
              {1, 3, turn(0, 0), true}};
  made.assessment.stability = stability;
  expect_golden("holding", made);
}

}  // namespace
}  // namespace parley::brief
