#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "brief/hand_made.hpp"

namespace parley::brief {
namespace {

using casefile::Confidence;

// The chapters that tell a result, as Markdown.
std::string told(const HandMade& made) {
  Exhibits exhibits(made.source);
  const Material material{made.source, made.assessment, exhibits};
  Brief brief;
  brief.title = made.source.title;
  for (Chapter (*chapter)(Material) : {bottom_line, acceptance, disagreements, unknowns}) {
    brief.chapters.push_back(chapter(material));
  }
  brief.exhibits = exhibits.all();
  return to_markdown(brief);
}

// The words are fixed by tests/brief/golden/NAME.md. With PARLEY_REGENERATE=1 in the environment
// the files are written anew; read them as an adviser would before you commit.
void expect_golden(const std::string& name, const HandMade& made) {
  const std::string path = PARLEY_SOURCE_DIR "/tests/brief/golden/" + name + ".md";
  const std::string actual = told(made);
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

TEST(Golden, CertainDeal) {
  HandMade made = hand_made({kOneDraft});
  add_draft(made, {1, 1}, {0.998, 0.998}, {0.998, 0.998});
  add_zone(made, 1, Confidence::high);
  expect_golden("certain_deal", made);
}

TEST(Golden, NoZone) {
  HandMade made = hand_made({kTwoDrafts});
  add_draft(made, {0.2, 0.2}, {0.004, 0.004}, {0, 0}, Confidence::moderate);
  assess::View& ostria =
      add_draft(made, {0.002, 0.002}, {0.8, 0.8}, {0, 0}, Confidence::moderate).views[0];
  ostria.crossed.push_back({.issue = 0, .option = 2, .meant = 0.9, .certain = true});
  add_zone(made, 0.006, Confidence::moderate);
  expect_golden("no_zone", made);
}

TEST(Golden, TossUp) {
  HandMade made = hand_made({kTwoDrafts});
  add_draft(made, {0.7, 0.7}, {0.6, 0.6}, {0.5, 0.5}, Confidence::moderate);
  add_draft(made, {0.3, 0.3}, {0.9, 0.9}, {0.28, 0.28}, Confidence::moderate);
  add_zone(made, 0.52, Confidence::moderate);
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
  made.assessment.effective_worlds = 120;
  made.assessment.contradiction = "Velm rejected First draft";
  expect_golden("contradiction", made);
}

TEST(Golden, RangeOfOdds) {
  HandMade made = hand_made({kTwoDrafts});
  add_draft(made, {0.35, 0.6}, {0.7, 0.9}, {0.3, 0.58}, Confidence::moderate);
  add_draft(made, {0.06, 0.06}, {0.9, 0.9}, {0.05, 0.05}, Confidence::high);
  expect_golden("range_of_odds", made);
}

TEST(Golden, EmptyCase) { expect_golden("empty_case", hand_made({})); }

}  // namespace
}  // namespace parley::brief
