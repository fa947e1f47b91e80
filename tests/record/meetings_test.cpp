// Meetings of one report: who, where, when, how long, whether it took place, and what is none.
#include "parley/record/meetings.hpp"

#include <gtest/gtest.h>

#include "recorded.hpp"

namespace parley::record {
namespace {

using namespace std::chrono;

// Wednesday, 10 March 2027.
constexpr year_month_day kToday = 2027y / March / 10d;

// "held | Ostria, Velmar | Sill | 2027-03-09 | PT6H | without a deal", one a line.
std::string meetings_of(const std::string& text) {
  const Record record = recorded({text}, kToday);
  std::string list;
  for (const Meeting& each : record.meetings) {
    if (!list.empty()) list += '\n';
    list += std::string(name(each.status)) + " | " + names_of(record, each.participants) + " | " +
            each.place + " | " + each.date + " | " + each.duration + " | " + each.outcome;
  }
  return list;
}

struct Case {
  const char* text;
  const char* meetings;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& each : cases) EXPECT_EQ(meetings_of(each.text), each.meetings) << each.text;
}

TEST(Meetings, DoNotTakeTheDayOfAnAttack) {
  for (const char* text :
       {"The talks between Egypt and Chad began after the assault of 7 October 2024.",
        "Since Chad was attacked on 7 October 2024, Egypt and Chad have held talks in Sill.",
        "Egypt and Chad held talks in Sill, two years after the raid on 7 October 2024."}) {
    EXPECT_EQ(meetings_of(text).find("2024"), std::string::npos) << text << meetings_of(text);
  }
  EXPECT_NE(meetings_of("Egypt and Chad held talks in Sill on 5 March.").find("2027-03-05"),
            std::string::npos);
}

TEST(Meetings, ThatWereHeld) {
  expect_all({
      {"Envoys from Egypt and Chad ended nearly six hours of talks in the port of Sill on Tuesday "
       "without a breakthrough, officials said.",
       "held | Egypt, Chad | Sill | 2027-03-09 | PT6H | without a breakthrough"},
      {"Egyptian President Ana Torvik met Chadian Foreign Minister Ilan Marek in Sill on Monday.",
       "held | Egypt, Chad, Ana Torvik, Ilan Marek | Sill | 2027-03-08 |  | "},
      {"The fourth round of talks between Egypt and Chad concluded in Sill on Monday.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | "},
      {"The delegations of Egypt and Chad spent seven hours there on Monday.",
       "held | Egypt, Chad |  | 2027-03-08 | PT7H | "},
      {"The Egyptian and Chadian ministers met for two hours and agreed to open the road.",
       "held | Egypt, Chad |  |  | PT2H | agreed to open the road"},
  });
}

TEST(Meetings, AreCallsAndConferencesToo) {
  expect_all({
      {"Egyptian President Ana Torvik spoke by telephone with the President of Chad, Ilan Marek, "
       "on Monday. The call lasted 45 minutes.",
       "held | Egypt, Chad, Ana Torvik, Ilan Marek |  | 2027-03-08 | PT45M | "},
      {"In a phone call with Chad on Monday, Egypt asked for more time.",
       "held | Chad |  | 2027-03-08 |  | "},
      {"A video conference between Egypt and Chad that was planned for Tuesday did not take place.",
       "cancelled | Egypt, Chad |  | 2027-03-09 |  | "},
      {"Egyptian-Chadian talks were held in Sill on Monday.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | "},
  });
}

TEST(Meetings, ThatAreToCome) {
  expect_all({
      {"Egypt and Chad will meet in Sill on Friday.",
       "planned | Egypt, Chad | Sill | 2027-03-12 |  | "},
      {"The foreign ministers of Egypt and Chad agreed to meet in Sill next week.",
       "planned | Egypt, Chad | Sill | 2027-03-15/2027-03-21 |  | "},
      {"The summit between Egypt and Chad will take place in Sill on Friday as planned, the "
       "minister said.",
       "planned | Egypt, Chad | Sill | 2027-03-12 |  | "},
      {"A possible Egypt-Chad summit would depend on progress.",
       "possible | Egypt, Chad |  |  |  | "},
      {"Egyptian President Ana Torvik expressed readiness to meet with Chad in Sill.",
       "possible | Egypt, Chad, Ana Torvik | Sill |  |  | "},
      {"Egypt and Chad may meet in Sill.", "possible | Egypt, Chad | Sill |  |  | "},
      {"Egypt would meet Chad in Sill only if the guns fell silent.",
       "possible | Egypt, Chad | Sill |  |  | "},
      {"A meeting between Egypt and Chad that was due to be held in Sill on Saturday has been "
       "cancelled, an aide said.",
       "cancelled | Egypt, Chad | Sill | 2027-03-13 |  | "},
  });
}

TEST(Meetings, HoldOnlyThoseWhoTakePart) {
  expect_all({
      // Spoken of, the scene of the war, the speaker, an ally in an aside: none is at the table.
      {"Talks between Egypt and Chad on the war in Sudan ended in Sill on Monday, with Libya "
       "doubling down on threats toward Europe.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | "},
      {"Libya said that Egypt and Chad met in Sill on Monday.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | "},
      {"Egypt and Chad met in Sill on Monday, hours after Libya left the alliance.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | "},
      {"Egyptian President Ana Torvik's envoy, Ilan Marek, met Chad in Sill on Monday.",
       "held | Egypt, Chad, Ilan Marek | Sill | 2027-03-08 |  | "},
      // A truce's length is not the meeting's, a war's place not its place.
      {"Egypt and Chad met on Monday about a 60-day ceasefire in Darfur.",
       "held | Egypt, Chad |  | 2027-03-08 |  | "},
  });
}

TEST(Meetings, ThatAreNone) {
  expect_all({
      {"Egypt and Chad have not met since January.", ""},
      {"Egypt refused to meet Chad in Sill.", ""},
      {"The demand was met in Sill on Monday.", ""},
      {"The text met resistance in Sill on Monday.", ""},
      {"The minister told a news conference in Sill on Monday that it was over.", ""},
  });
}

TEST(Meetings, ToldOfAgainAreOne) {
  EXPECT_EQ(meetings_of("Egypt and Chad met in Sill on Monday. The talks lasted five hours. "
                        "Egypt welcomed the talks."),
            "held | Egypt, Chad | Sill | 2027-03-08 | PT5H | ");
  EXPECT_EQ(meetings_of("Talks between Egypt and Chad on Tuesday failed to bring a truce. Egyptian "
                        "envoy Ilan Marek travelled to Sill for discussions with Chad."),
            "held | Egypt, Chad, Ilan Marek | Sill | 2027-03-09 |  | failed to bring a truce");
  EXPECT_EQ(meetings_of("Egypt and Chad met on Monday. They had last met in Orla."),
            "held | Egypt, Chad |  | 2027-03-08 |  | \n"
            "held | Egypt, Chad | Orla |  |  | ");
  EXPECT_EQ(meetings_of("Egypt and Chad met in Sill on Monday. They will meet again in Orla on "
                        "Friday. Egypt also met Libya in Sill on Tuesday."),
            "held | Egypt, Chad | Sill | 2027-03-08 |  | \n"
            "planned | Egypt, Chad | Orla | 2027-03-12 |  | \n"
            "held | Egypt, Libya | Sill | 2027-03-09 |  | ");
}

TEST(Meetings, GoByManyVerbs) {
  expect_all({
      {"The Egyptian and Chadian delegations sat down in Sill on Monday.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | "},
      {"Egypt and Chad will reconvene in Sill on Friday.",
       "planned | Egypt, Chad | Sill | 2027-03-12 |  | "},
      {"Egyptian and Chadian officers will meet on Friday for the first time since the May truce.",
       "planned | Egypt, Chad |  | 2027-03-12 |  | "},
  });
}

TEST(Meetings, OfTheTalksHaveTheirTwoSides) {
  expect_all({
      {"Talks between Egypt and Chad resumed in Sill on Monday. A session planned for Friday was "
       "called off.",
       "held | Egypt, Chad | Sill | 2027-03-08 |  | \n"
       "cancelled | Egypt, Chad |  | 2027-03-12 |  | "},
      {"The dialogue between Egypt and Chad is stuck. The seventh cycle, due to open in Sill on "
       "Friday, was suspended.",
       "cancelled | Egypt, Chad | Sill | 2027-03-12 |  | "},
  });
}

TEST(Meetings, OfOneBodyAreNone) {
  for (const char* text : {"A summit of the African Union takes place in Sill on Friday.",
                           "The NATO council meets in Sill on Friday.",
                           "Egypt and Chad agreed to extend the talks until Friday."}) {
    EXPECT_EQ(meetings_of(text), "") << text;
  }
}

}  // namespace
}  // namespace parley::record
