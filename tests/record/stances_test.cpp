// Who takes which stance, on sentences of our own about invented talks. Each is read after a
// sentence that says who talks; what a careful reader would note stands beside it.
#include <gtest/gtest.h>

#include "parley/record/record.hpp"

namespace parley::record {
namespace {

const std::vector<IssueCues>& issues() {
  static const std::vector<IssueCues> list = {
      {"ceasefire", {"ceasefire", "truce", "shelling"}},
      {"territory", {"border", "land", "valley", "cession"}},
      {"prisoners", {"prisoner", "hostage", "detainee"}},
      {"sanctions", {"sanction", "embargo"}},
      {"monitoring", {"observer", "inspect", "monitor"}},
      {"troops", {"peacekeep", "withdraw", "troops", "foreign bases"}},
      {"water", {"water", "reservoir", "dam"}},
      {"nuclear", {"enrich", "reactor"}},
      {"amnesty", {"amnest", "war crimes"}},
  };
  return list;
}

constexpr std::string_view kWhoTalks =
    "Envoys of the Kingdom of Ostria and the Republic of Velmar met in the port of Sill. ";

Record read_stances(const std::string& text, bool use_tagger) {
  RecordOptions options;
  options.issues = issues();
  options.use_tagger = use_tagger;
  std::vector<ReportText> reports;
  reports.push_back({"a.txt", std::string(kWhoTalks) + text, std::nullopt});
  Result<Record> record = make_record(std::move(reports), options);
  EXPECT_TRUE(record);
  return record ? std::move(*record) : Record();
}

// "ostria territory rejects", with "if …" for its condition; several with "; " between them.
std::string stances_in(const std::string& text, bool use_tagger = true) {
  const Record record = read_stances(text, use_tagger);
  const Text whole = Text::from_utf8(std::string(kWhoTalks) + text, "a.txt").value();
  std::string all;
  for (const Stance& each : record.stances) {
    if (!all.empty()) all += "; ";
    all += each.party + ' ' + (each.issue.empty() ? "-" : each.issue) + ' ';
    all += name(each.stance);
    if (each.condition) all += " [" + std::string(whole.slice(*each.condition)) + "]";
  }
  return all.empty() ? "none" : all;
}

struct Case {
  const char* text;
  const char* stances;
};

void expect(const std::vector<Case>& cases) {
  for (const Case& each : cases) EXPECT_EQ(stances_in(each.text), each.stances) << each.text;
}

TEST(Stances, OfVerbs) {
  expect({
      {"Ostria rejected any cession of land.", "ostria territory rejects"},
      {"Velmar has accepted observers at the crossing.", "velmar monitoring accepts"},
      {"Any cession of land was rejected by Ostria.", "ostria territory rejects"},
      {"The exchange of prisoners was ruled out.", "none"},
      {"Velmar did not rule out a truce.", "velmar ceasefire open"},
      {"Ostria is willing to free the prisoners.", "ostria prisoners open"},
      {"Velmar insists on an end to the embargo.", "velmar sanctions demands"},
      {"Velmar intends to lift the embargo.", "velmar sanctions offers"},
      {"Ostria does not intend to withdraw.", "ostria troops rejects"},
      {"Ostria accepts no observers.", "ostria monitoring rejects"},
      {"Velmar's envoy, Ada Rehn, said nobody in Velmar would accept an amnesty.",
       "velmar amnesty rejects"},
  });
}

TEST(Stances, OfNeitherIsNotThatOfWhoIsNamedLast) {
  expect({
      {"Neither Ostria nor Velmar signed the draft.", "none"},
      {"Ostria did not sign the draft, nor did Velmar.", "ostria - rejects"},
  });
  const std::string refused = stances_in("Neither Ostria nor Velmar accepts the draft.");
  EXPECT_EQ(refused.find("accepts"), std::string::npos) << refused;
  EXPECT_NE(refused.find("rejects"), std::string::npos) << refused;
}

TEST(Stances, OfPartsAreAcceptancesInPart) {
  expect({
      {"Velmar agreed with several elements of the draft.", "velmar - accepts_partly"},
      {"Ostria partly accepted the draft.", "ostria - accepts_partly"},
      {"Ostria accepted the draft and part of the press cheered.", "ostria - accepts"},
  });
}

TEST(Stances, OfConditionsInTheMouthOfWhoSetsThem) {
  expect({
      {"Velmar's sole condition for a truce is a new bridge.", "velmar ceasefire demands"},
      {"A new bridge is the sole condition for a truce, Velmar's envoy, Ada Rehn, said.",
       "velmar ceasefire demands"},
      {"A new bridge is the sole condition for a truce.", "none"},
  });
}

TEST(Stances, OfWhoOnlyWaitsAreNone) {
  expect({
      {"Ostria is awaiting the outcome of the talks.", "none"},
      {"Ostria awaits a new draft.", "none"},
  });
}

TEST(Stances, OfThreatsByForceWithTheConditionTurnedRound) {
  EXPECT_EQ(stances_in("Ostria's envoy, Ilan Marek, warned that should the withdrawal fail, Ostria "
                       "would take the valley by force."),
            "ostria territory threatens [should the withdrawal fail]");
}

TEST(Stances, AreNotTowardsWhatOnlyBelongsToASide) {
  const Record record = read_stances("Ostria accused Velmar's allies of sabotage.", true);
  for (const Stance& each : record.stances) EXPECT_EQ(each.target, "") << each.text;
  const Record plain = read_stances("Ostria accused Velmar of sabotage.", true);
  ASSERT_EQ(plain.stances.size(), 1U);
  EXPECT_EQ(plain.stances[0].target, "velmar");
}

TEST(Stances, OfDeedsOnlyWhileTheyAreAnnounced) {
  expect({
      {"Ostria released forty prisoners on Sunday.", "none"},
      {"Ostria will release forty prisoners on Sunday.", "ostria prisoners offers"},
      {"Ostria will not release the prisoners.", "ostria prisoners rejects"},
      {"Velmar lifted the embargo in May.", "none"},
  });
}

TEST(Stances, OfNouns) {
  expect({
      {"Ostria's demand that Velmar free all hostages angered the mediators.",
       "ostria prisoners demands"},
      {"The talks broke down over Velmar's refusal to admit inspectors.",
       "velmar monitoring rejects"},
      {"Velmar voiced its opposition to foreign bases.", "velmar troops rejects"},
      {"Ostria expressed readiness to discuss a truce.", "ostria ceasefire open"},
      {"The demand by Velmar for a share of the water was not new.", "velmar water demands"},
      {"Ostria dropped its demand for a border along the river.",
       "ostria territory accepts_partly"},
      {"The demands were read out.", "none"},
      {"Ostria rejected Velmar's demand for inspections.",
       "ostria monitoring rejects; velmar monitoring demands"},
  });
}

TEST(Stances, KeepTheirCondition) {
  expect({
      {"Ostria will lift the embargo if Velmar frees the hostages.",
       "ostria sanctions conditional [if Velmar frees the hostages]"},
      {"Velmar agreed, subject to a vote in parliament, to admit observers.",
       "velmar monitoring conditional [subject to a vote in parliament]"},
      {"Ostria is open to a truce, provided that the shelling stops first.",
       "ostria ceasefire conditional [provided that the shelling stops first]"},
      {"Velmar would not discuss a truce until the troops had gone, its envoy said.",
       "velmar ceasefire rejects [until the troops had gone]"},
      {"Ostria offered access to the water in return for an end to the embargo.",
       "ostria water conditional [in return for an end to the embargo]"},
      {"Ostria opened the border at once.", "none"},
  });
}

TEST(Stances, ThatThreatenKeepTheirCondition) {
  expect({
      {"\"We seek no fight. But if they cross the border, we will close the dam,\" Ostria's "
       "president, Ilan Marek, said.",
       "ostria water threatens [if they cross the border]"},
      {"Velmar warned that it would cut the water unless the embargo ended.",
       "velmar water threatens [unless the embargo ended]"},
      {"Velmar warned that winter was near.", "none"},
      {"Ostria's envoy, Ada Rehn, said any patrol beyond the border \"will be met with force\".",
       "ostria territory threatens"},
  });
}

TEST(Stances, OfWhoSpeaks) {
  expect({
      {"\"We will never accept foreign troops,\" Ostria's premier, Ilan Marek, said.",
       "ostria troops rejects"},
      {"Ostria's premier, Ilan Marek, said the prisoners must go home.",
       "ostria prisoners demands"},
      {"\"There will be no truce until the hostages are free,\" Ostria's premier, Ilan Marek, "
       "said.",
       "ostria ceasefire rejects [until the hostages are free]"},
      {"Velmar's envoy, Ada Rehn, called the amnesty \"a betrayal\".",
       "velmar amnesty disapproves"},
      {"Velmar's envoy, Ada Rehn, said the amnesty was unacceptable.", "velmar amnesty rejects"},
      {"Velmar stressed that it would never admit inspectors.", "velmar monitoring rejects"},
      {"Ostria and Velmar were tired of it. Both sides welcomed the truce.",
       "ostria ceasefire accepts; velmar ceasefire accepts"},
      {"Ostria said it would study the truce.", "ostria ceasefire open"},
  });
}

TEST(Stances, OfPartsAndExceptions) {
  expect({
      {"Ostria accepts the truce but not the inspections.",
       "ostria ceasefire accepts; ostria monitoring rejects"},
      {"Velmar rejected the amnesty and demanded the release of all prisoners.",
       "velmar amnesty rejects; velmar prisoners demands"},
  });
}

TEST(Stances, AreNobodysInPlansForecastsAndQuestions) {
  expect({
      {"Under the draft, Ostria would lift the embargo.", "none"},
      {"Ostria would lift the embargo and Velmar would free the hostages.", "none"},
      {"Analysts believe Ostria wants the valley.", "none"},
      {"Velmar's envoy, Ada Rehn, said Ostria would never accept observers.", "none"},
      {"Velmar's envoy, Ada Rehn, said Ostria had rejected observers.",
       "ostria monitoring rejects"},
      {"It is not known whether Ostria accepts the truce.", "none"},
      {"If Ostria accepts observers, the talks will go on.", "none"},
      {"\"Does Ostria accept the truce?\" the envoy asked.", "none"},
      {"Ostria, as the Velmari envoy put it, refuses to share the water.", "none"},
      {"Ostria bombed ships from countries supporting Velmar's attacks on the dam.", "none"},
      {"The sides did not agree on the water.", "none"},
      {"Ostria should accept observers.", "none"},
  });
}

TEST(Stances, OfPointsOfAPlanAreAboutThePoint) {
  EXPECT_EQ(stances_in("\n\n1. Ostria lifts the embargo.\n\n2. Both sides admit inspectors.\n\n"
                       "Velmar called point 1 unacceptable."),
            "velmar sanctions rejects");
}

TEST(Stances, AreFoundWithoutTheTagger) {
  const std::vector<Case> cases = {
      {"Ostria rejected any cession of land.", "ostria territory rejects"},
      {"\"We will never accept foreign troops,\" Ostria's premier, Ilan Marek, said.",
       "ostria troops rejects"},
      {"Ostria will lift the embargo if Velmar frees the hostages.",
       "ostria sanctions conditional [if Velmar frees the hostages]"},
      {"Under the draft, Ostria would lift the embargo.", "none"},
  };
  for (const Case& each : cases) EXPECT_EQ(stances_in(each.text, false), each.stances) << each.text;
}

TEST(Stances, HaveThePloverClassOfWhatTheySay) {
  const Record record = read_stances(
      "Ostria will not lift the embargo. Velmar did not rule out a truce. Ostria denied that it "
      "had "
      "broken the truce. Velmar will withdraw from the valley.",
      true);
  std::string classes;
  for (const Stance& each : record.stances) classes += '[' + each.plover + ']';
  EXPECT_EQ(classes, "[REJECT][AGREE][][CONCEDE]");
}

}  // namespace
}  // namespace parley::record
