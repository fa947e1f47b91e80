// Versions of a plan: which one amends which, and what is no plan.
#include "parley/record/drafts.hpp"

#include <gtest/gtest.h>

#include "recorded.hpp"

namespace parley::record {
namespace {

using namespace std::chrono;

// "24; 17 after 24; 19 after 17"
std::string drafts_of(const std::string& text) {
  const Record record = recorded({text}, 2027y / March / 10d);
  std::vector<std::pair<int, std::string>> drafts;
  for (const Draft& each : record.drafts) {
    if (!each.points) continue;
    const std::string before = each.amends.empty() ? "" : " after " + each.amends.substr(6);
    drafts.emplace_back(*each.points, std::to_string(*each.points) + before);
  }
  std::string list;
  for (const auto& [points, told] : drafts) list += (list.empty() ? "" : "; ") + told;
  return list;
}

struct Case {
  const char* text;
  const char* drafts;
};

TEST(Drafts, FollowEachOtherAsTheTextPlacesThemInTime) {
  const Case cases[] = {
      {"The original plan, drawn up in December, had 24 points. It was cut to 17 last weekend.",
       "24; 17 after 24"},
      {"Envoys discussed the 17-point text. It grew to 19 points in the afternoon. An early "
       "version "
       "had 24.",
       "17 after 24; 19 after 17; 24"},
      {"The paper has grown from nine points to ten; an earlier draft, of October, had 14.",
       "9 after 14; 10 after 9; 14"},
      {"The sides work from a 21-point draft. The first version, tabled in June, had 13 points, "
       "and "
       "a second one, agreed in September, had 26.",
       "21 after 26; 13; 26 after 13"},
      {"Following an initial 28-point draft, the allies amended the proposal to 19 points. The "
       "aide "
       "said that both sides discussed a 27-point plan.",
       "28; 19 after 28; 27"},
      {"There were thirty points in June; there are twenty-two today. The plan is poor.",
       "30; 22 after 30"},
      {"The revised draft contains nineteen articles and replaces the draft of sixteen articles.",
       "19; 16 after 19"},
  };
  for (const Case& each : cases) EXPECT_EQ(drafts_of(each.text), each.drafts) << each.text;
}

TEST(Drafts, ATextOfAnAgreementIsOneWithItsArticles) {
  EXPECT_EQ(drafts_of("River accord between Lund and Marrow\n\nThe Parties, hereinafter \"the "
                      "Banks\", have agreed as follows:\n\nArticle 1. Ferries\n\n1.1 Lund "
                      "shall open two ferries.\n(a) One sails by day.\n\nArticle 2. Fish\n\n2.1 "
                      "Wide nets are forbidden.\n\nArticle 3. Tolls\n\nTolls are "
                      "shared.\n\nANNEX A\n\nChart of the river.\n"),
            "3");
}

TEST(Drafts, ATextOfAPlanIsOneWithItsPoints) {
  EXPECT_EQ(drafts_of("Proposal of the elders: a 4-point plan for the lake\n\n1. Guns fall "
                      "silent.\n- By day.\n- By night.\n2. Camps are emptied.\n3. Taps are "
                      "opened.\n4. Boats are counted.\n"),
            "4");
  EXPECT_EQ(drafts_of("Text of the plan\n\n1. Guns fall silent.\n2. Camps are emptied.\n3. Taps "
                      "are opened.\n4. Boats are counted.\n5. Wells are dug.\n"),
            "5");
}

TEST(Drafts, AReportWithAListIsNoPlan) {
  EXPECT_EQ(drafts_of("Lund and Marrow meet at the lake\n\nThe ministers met on Monday and spoke "
                      "for three hours about fish, tolls and ferries, their offices said in the "
                      "evening.\n\nWhat was said:\n\n1. Fish are few.\n2. Tolls are high.\n3. "
                      "Ferries are late.\n\nThey will meet again in May, when the water is "
                      "lower and the roads are dry.\n"),
            "");
}

TEST(Drafts, AreNotLinkedWithoutAWordThatSaysSo) {
  EXPECT_EQ(drafts_of("The premier praised a 12-point plan. The opposition has a 10-point plan."),
            "12; 10");
}

TEST(Drafts, AreNoAgendaAndNoPointsWithinAPlan) {
  EXPECT_EQ(drafts_of("The parties agreed on three of the five points on the agenda."), "");
}

TEST(Drafts, MayBeListedInTheReportItself) {
  EXPECT_EQ(drafts_of("Text: the three points put to both sides\n\nThe following is the draft.\n\n"
                      "1. All guns fall silent.\n\n2. All prisoners go home.\n\n"
                      "3. The road is opened.\n\nAn earlier paper had 30 points.\n"),
            "30; 3 after 30");
}

// "counterproposal by Chad; text", the words of each draft that has no number.
std::string plain_drafts_of(const std::string& text) {
  const Record record = recorded({text}, 2027y / March / 10d);
  std::string list;
  for (const Draft& each : record.drafts) {
    if (each.points) continue;
    const Passage& at = each.evidence.front();
    list += (list.empty() ? "" : "; ") +
            record.reports.front().text.substr(at.span.start, at.span.end - at.span.start);
    if (!each.by.empty()) list += " by " + names_of(record, each.by);
  }
  return list;
}

TEST(PlainDrafts, AreFoundByOwnerAuthorVersionOrTabling) {
  const Case cases[] = {
      {"Chad's paper was discussed for an hour.", "Chad's paper by Chad"},
      {"Egypt returned the Chadian draft with remarks.", "the Chadian draft by Chad"},
      {"The ministers looked at a proposal made by Egypt.", "a proposal by Egypt"},
      {"The mediator circulated a paper on Monday.", "a paper"},
      {"Chad has tabled a counterproposal.", "a counterproposal by Chad"},
      {"An updated text was on the table.", "An updated text"},
      {"The counterproposal lay on the table.", "The counterproposal"},
  };
  for (const Case& each : cases) EXPECT_EQ(plain_drafts_of(each.text), each.drafts) << each.text;
}

TEST(PlainDrafts, AreNoVerbsNumbersOrOtherPapers) {
  for (const char* text : {"Egypt plans to leave on Monday.", "Chad will draft a letter.",
                           "The text was long.", "Egypt and Chad discussed the 17-point text."}) {
    EXPECT_EQ(plain_drafts_of(text), "") << text;
  }
}

TEST(PlainDrafts, ThatAreNamedAgainAreOne) {
  EXPECT_EQ(plain_drafts_of("A counterproposal came late. The counterproposal was short."),
            "A counterproposal");
  EXPECT_EQ(plain_drafts_of("Chad's counterproposal was long. Nobody read Chad's counterproposal."),
            "Chad's counterproposal by Chad");
}

}  // namespace
}  // namespace parley::record
