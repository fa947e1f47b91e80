// How reports of one set of talks compare: what agrees, what differs only in words or versions,
// what cannot both hold — and what is compatible, which is most.
#include "parley/record/relations.hpp"

#include <gtest/gtest.h>

#include "recorded.hpp"

namespace parley::record {
namespace {

using namespace std::chrono;

constexpr year_month_day kToday = 2027y / March / 10d;

// "contradiction: five hours / nine hours", one a line; agreements and spellings are left out.
std::string differences_of(const Record& record, const std::vector<std::string>& texts) {
  std::string list;
  const auto text_of = [&](const Passage& passage) {
    const Result<Text> text = Text::from_utf8(
        texts[static_cast<std::size_t>(passage.report[0] - 'a')], passage.report + ".txt");
    return text ? std::string(text->slice(passage.span)) : std::string();
  };
  for (const Relation& each : record.relations) {
    if (each.kind == RelationKind::agreement || each.kind == RelationKind::name_variant) continue;
    list += (list.empty() ? "" : "\n") + std::string(name(each.kind)) + ": " + text_of(each.a) +
            " / " + text_of(each.b);
  }
  return list;
}

struct Pair {
  std::string a;
  std::string b;
  std::string differences;
};

void expect_all(const std::vector<Pair>& pairs) {
  for (const Pair& each : pairs) {
    const std::vector<std::string> texts = {each.a, each.b};
    EXPECT_EQ(differences_of(recorded(texts, kToday), texts), each.differences) << each.a << "\n"
                                                                                << each.b;
  }
}

TEST(Relations, OfOneMeetingsLength) {
  expect_all({
      {"Egypt and Chad met in Sill on Monday. The talks lasted nearly five hours.",
       "Talks between Egypt and Chad in Sill on Monday lasted five hours.",
       "near_agreement: nearly five hours / five hours"},
      {"Egypt and Chad met in Sill on Monday. The talks lasted nine hours.",
       "Talks between Egypt and Chad in Sill on Monday lasted six hours.",
       "contradiction: nine hours / six hours"},
      // Another day is another meeting.
      {"Egypt and Chad met in Sill on Monday. The talks lasted nine hours.",
       "Talks between Egypt and Chad in Sill on Sunday lasted six hours.", ""},
  });
}

TEST(Relations, OfWhetherAMeetingTakesPlace) {
  expect_all({
      {"The summit between Egypt and Chad in Sill on Saturday has been cancelled, an aide said.",
       "The summit between Egypt and Chad will take place in Sill on Saturday, an envoy said.",
       "contradiction: The summit between Egypt and Chad in Sill on Saturday has been cancelled / "
       "The summit between Egypt and Chad will take place in Sill on Saturday"},
      {"A video conference between Egypt and Chad that was planned for Monday did not take place.",
       "Egypt and Chad spoke by video link on Monday.",
       "contradiction: A video conference between Egypt and Chad that was planned for Monday did "
       "not take place / Egypt and Chad spoke by video link on Monday"},
      // Another round may go ahead where one was called off.
      {"Talks between Egypt and Chad in Sill on Saturday have been cancelled, an aide said.",
       "The next round of talks between Egypt and Chad will be held in Sill next week.", ""},
      {"Talks between Egypt and Chad in Sill on 3 March were cancelled, an aide said.",
       "The next round of talks between Egypt and Chad will be held in Sill.", ""},
      {"Talks between Egypt and Chad in Sill on Monday ended without a deal.",
       "Egypt and Chad will meet in Sill on Friday.", ""},
  });
}

TEST(Relations, OfWhereAMeetingWas) {
  expect_all({
      {"Egypt and Chad met in Tunis on Monday.", "Egypt and Chad met in Ankara on Monday.",
       "contradiction: Egypt and Chad met in Tunis on Monday / Egypt and Chad met in Ankara on "
       "Monday"},
      // A capital and its state, a house and its town are one place.
      {"Egypt and Chad met in Tunis on Monday.", "Egypt and Chad met in Tunisia on Monday.", ""},
      {"Egypt and Chad met in Tunis on Monday.", "Egypt and Chad met at Sill House on Monday.", ""},
  });
}

TEST(Relations, OfOfficesNowAndThen) {
  expect_all({
      {"Former President Ilan Marek said no.", "President Ilan Marek of Egypt said no.",
       "contradiction: Former President / President"},
      {"Former envoy Ilan Marek said no.", "Minister Ilan Marek said no.", ""},
  });
}

TEST(Relations, OfOneRemarkInTwoWordings) {
  expect_all({
      {"\"The talks were extremely useful, constructive and informed,\" envoy Ilan Marek said.",
       "\"It was a very useful, constructive and highly informative talk,\" envoy Ilan Marek said.",
       "wording: The talks were extremely useful, constructive and informed, / It was a very "
       "useful, constructive and highly informative talk,"},
      {"\"We have packed our bags,\" envoy Ilan Marek said.",
       "\"We have packed our bags,\" envoy Ilan Marek said.", ""},
      {"\"The coast is ours,\" envoy Ilan Marek said.",
       "\"Nobody is tired,\" envoy Ilan Marek said.", ""},
  });
}

TEST(Relations, OfOneContentFromTwoSources) {
  expect_all({
      {"Aide Radek Simmon said that President Miro Daneth would accept a truce only if the guard "
       "left Orla.",
       "\"There will be a truce when the last guard has gone from Orla,\" President Miro Daneth "
       "said.",
       "attribution: President Miro Daneth would accept a truce only if the guard left Orla / "
       "There "
       "will be a truce when the last guard has gone from Orla,"},
  });
}

TEST(Relations, OfWhatIsSaidAndDenied) {
  expect_all({
      {"Envoy Ilan Marek said that direct talks took place in the harbour.",
       "Minister Ada Rehn denied that direct talks took place in the harbour.",
       "contradiction: direct talks took place in the harbour / direct talks took place in the "
       "harbour"},
      {"Envoy Ilan Marek said that the army would leave the port.",
       "Minister Ada Rehn denied that direct talks took place in the harbour.", ""},
  });
}

TEST(Relations, OfCounts) {
  expect_all({
      {"Shelling south of Sill killed four people on Monday, authorities said.",
       "The shelling south of Sill on Monday killed at least four villagers.",
       "near_agreement: four people / at least four villagers"},
      // A toll rises; what befalls them differs; the places differ.
      {"Shelling south of Sill killed four people on Monday, authorities said.",
       "The shelling south of Sill on Monday killed nine people.", ""},
      {"Some 300 prisoners were freed in Sill on Monday.",
       "Egypt captured 40 soldiers in Sill on Monday.", ""},
  });
}

TEST(Relations, OfVersionsPointToThePlaceCompared) {
  expect_all({
      {"The 17-point draft is in doubt. The original plan had 24 points. It was cut to 17 last "
       "weekend.",
       "The 17-point text grew to 19 points on Monday.",
       "version_chain: 24 points / 17\n"
       "version_chain: 17-point / 19 points\n"
       "version_chain: 17-point / 19 points"},
  });
}

TEST(Relations, LeaveCopiesOut) {
  const std::string wire =
      "Egypt and Chad met in Sill on Monday for talks on the coast that lasted nine hours, and the "
      "envoys of both sides said afterwards that they would return to the harbour within a week "
      "with new instructions from their capitals and a shorter list of demands.";
  const Record record = recorded({wire, wire}, kToday);
  EXPECT_EQ(record.reports[1].same_wire, "a");
  EXPECT_TRUE(record.relations.empty());
}

}  // namespace
}  // namespace parley::record
