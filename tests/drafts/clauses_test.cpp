#include <rapidcheck/gtest.h>

#include "drafts/written.hpp"
#include "parley/drafts/internal/label.hpp"

namespace parley::drafts {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const char* const kAccord =
    "River accord between Lund and Marrow\n"
    "\n"
    "Preamble\n"
    "\n"
    "The Parties, hereinafter \"the Banks\", have agreed as follows:\n"
    "\n"
    "Article 1. Ferries\n"
    "\n"
    "1.1 Lund shall open two ferries from 1 May 2031.\n"
    "1.2 Marrow shall man the piers:\n"
    "(a) by day, with its own crews;\n"
    "(b) by night, with joint crews:\n"
    "(i) two from Lund;\n"
    "(ii) two from Marrow.\n"
    "1.3 Tolls are shared.\n"
    "\n"
    "Article 2 bis - Fish\n"
    "\n"
    "Nets wider than 10 metres are forbidden.\n"
    "\n"
    "ANNEX A\n"
    "\n"
    "Chart of the river.\n";

TEST(Clauses, AreNestedByTheirLabels) {
  EXPECT_THAT(
      outline(written(kAccord)),
      ElementsAre("preamble - @0", "preamble - @1", "article Article 1 @0", "paragraph 1.1 @1",
                  "paragraph 1.2 @1", "item (a) @2", "item (b) @2", "item (i) @3", "item (ii) @3",
                  "paragraph 1.3 @1", "article Article 2 bis @0", "paragraph - @1",
                  "annex ANNEX A @0", "paragraph - @1"));
}

TEST(Clauses, HaveTitleAndPlace) {
  const Draft draft = written(kAccord);
  EXPECT_EQ(draft.title, "River accord between Lund and Marrow");
  EXPECT_EQ(draft.clauses[2].title, "Ferries");
  EXPECT_EQ(draft.text.slice(draft.clauses[5].own), "(a) by day, with its own crews;");
  EXPECT_EQ(draft.text.slice(draft.clauses[5].words), "by day, with its own crews;");
  EXPECT_TRUE(draft.text.slice(draft.clauses[2].whole).ends_with("Tolls are shared."));
  EXPECT_TRUE(draft.is_agreement);
  EXPECT_EQ(draft.points.counted, 2U);
}

TEST(Clauses, ARomanOneBehindHIsALetterUnlessARomanTwoFollows) {
  std::string letters = "Rules\n\n";
  for (char c = 'a'; c <= 'k'; ++c) letters += std::string("(") + c + ") Rule of the house.\n";
  EXPECT_THAT(outline(written(letters)), testing::Each(testing::EndsWith("@0")));
  EXPECT_THAT(
      outline(written("(g) One.\n(h) Two:\n(i) small;\n(ii) smaller.\n(i) Three.\n")),
      ElementsAre("point (g) @0", "point (h) @0", "item (i) @1", "item (ii) @1", "point (i) @0"));
}

TEST(Clauses, AreNestedByColumnsWhereLabelsLeaveItOpen) {
  EXPECT_THAT(outline(written("1. First:\n   1. inner\n   2. inner\n2. Second\n", "a.md")),
              ElementsAre("point 1. @0", "item 1. @1", "item 2. @1", "point 2. @0"));
}

TEST(Clauses, OfOptionsStandBelowTheirChoice) {
  EXPECT_THAT(outline(written("## Article 4 *(water)*\n\n"
                              "**Option 1:**\n\n1. Pumps are shut.\n2. Pumps are sold.\n\n"
                              "**Option 2:** No text.\n\n## Article 5\n\nText here.\n",
                              "a.md")),
              ElementsAre("article Article 4 @0", "paragraph Option 1 @1", "paragraph 1. @2",
                          "paragraph 2. @2", "paragraph Option 2 @1", "article Article 5 @0",
                          "paragraph - @1"));
}

TEST(Clauses, KnowDefinitionsAndFootnotes) {
  const Draft draft = written(
      "## Article 1\n\n1. \"Bank\" means a side of the river;\n2. Other words.[^1]\n\n"
      "[^1]: Proposed by Lund.\n",
      "a.md");
  EXPECT_THAT(outline(draft), ElementsAre("article Article 1 @0", "definition 1. @1",
                                          "paragraph 2. @1", "footnote 1 @0"));
}

TEST(Clauses, OfAListThatOnlyThePageCounts) {
  const Draft draft = written(
      "<!doctype html><html><head><title>x</title></head><body><h1>The 3-point plan</h1>"
      "<ol><li>Guns fall silent.<li>Camps are emptied.</li><li>Taps are opened.</li></ol></body>",
      "a.html");
  EXPECT_THAT(outline(draft), ElementsAre("point 1. @0", "point 2. @0", "point 3. @0"));
  EXPECT_EQ(draft.points.claimed, 3U);
  EXPECT_EQ(draft.points.counted, 3U);
}

TEST(Points, ThatDifferFromWhatTheHeadingClaimsAreTold) {
  const Draft draft =
      written("A five-point plan for the lake\n\n1. A.\n2. B.\n3. C.\n5. E.\n", "a.txt");
  EXPECT_EQ(draft.points.counted, 4U);
  EXPECT_EQ(draft.points.claimed, 5U);
  ASSERT_THAT(draft.doubts, SizeIs(1));
  EXPECT_EQ(draft.doubts[0].code, "points-differ");
  EXPECT_THAT(draft.doubts[0].message, testing::HasSubstr("4 is missing"));
  EXPECT_EQ(draft.doubts[0].place.line, 1U);
}

TEST(Points, GapsInANumberingAreTold) {
  const Draft draft = written("1. Guns fall silent.\n2. Camps close.\n4. Taps open.\n");
  ASSERT_THAT(draft.doubts, SizeIs(1));
  EXPECT_EQ(draft.doubts[0].code, "numbers-left-out");
}

TEST(Labels, AreToldFromWordsThatLookLikeThem) {
  using internal::label_of;
  for (const char* words :
       {"Article 5 of the Convention applies.", "2.5 million people fled.", "1989 was the year.",
        "Part of the text.", "Option 2 was refused", "a man came", "(see below)", "-5 degrees",
        "Annex I Parties shall report on what they did, at length, in each and every year."}) {
    EXPECT_FALSE(label_of(words).has_value()) << words;
  }
  for (const auto& [words, shown] :
       {std::pair("Article 5", "Article 5"), std::pair("ARTICLE IV. Fish", "ARTICLE IV"),
        std::pair("**Option 2:** sell", "Option 2"), std::pair("3bis. Sell", "3bis."),
        std::pair("(iv) sell", "(iv)"), std::pair("1.2.3 Sell", "1.2.3"),
        std::pair("\u00A7 4 Sell", "\u00A7 4"), std::pair("Part Two", "Part Two"),
        std::pair("\u2013 sell", "\u2013"), std::pair("Option (b): sell", "Option (b)"),
        std::pair("Schedule 2 - Boats", "Schedule 2"), std::pair("12) sell", "12)"),
        std::pair("[(c) sell]", "(c)"), std::pair("Стаття 7. Мир", "Стаття 7")}) {
    const auto label = label_of(words);
    ASSERT_TRUE(label.has_value()) << words;
    EXPECT_EQ(label->shown, shown);
  }
}

TEST(Labels, RomanNumeralsAreThoseWrittenToday) {
  using internal::roman_number;
  EXPECT_EQ(roman_number("xiv"), 14);
  EXPECT_EQ(roman_number("XL"), 40);
  EXPECT_EQ(roman_number("iiii"), 0);
  EXPECT_EQ(roman_number("Xi"), 0);
  EXPECT_EQ(roman_number("vx"), 0);
}

// Any text: clauses come in order, lie within the text, and a parent holds its children.
RC_GTEST_PROP(ClauseLaws, AParentHoldsItsChildren, ()) {
  const auto pieces =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "1. ",         "2. ",        "(a) ",       "(b) ",        "(i) ", "Article 1\n",
          "Article 2\n", "Option 1: ", "Option 2: ", "words of it", ".\n",  "\n",
          "   ",         "[",          "]",          "# ",          "**",   "ANNEX\n",
          "- ",          "1.1 ",       "{insert}"}));
  std::string text = "x";
  for (const std::string& each : pieces) text += each;
  const Draft draft = written(text, *rc::gen::elementOf(std::vector<std::string>{"a.txt", "a.md"}));
  std::size_t start = 0;
  for (std::size_t c = 0; c < draft.clauses.size(); ++c) {
    const Clause& clause = draft.clauses[c];
    RC_ASSERT(start <= clause.own.start);
    start = clause.own.end;
    RC_ASSERT(clause.whole.contains(clause.own));
    RC_ASSERT(clause.own.contains(clause.words));
    RC_ASSERT(clause.whole.end <= draft.text.size());
    if (!clause.parent) continue;
    RC_ASSERT(*clause.parent < c);
    RC_ASSERT(draft.clauses[*clause.parent].whole.contains(clause.whole));
  }
}

}  // namespace
}  // namespace parley::drafts
