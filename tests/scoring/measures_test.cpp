#include "scoring/measures.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace parley::scoring {
namespace {

// "We will stay," Ada Rehn said on Tuesday. "Nobody left," a guard said after nearly five hours.
constexpr const char* kReport =
    "\"We will stay,\" Ada Rehn said on Tuesday. \"Nobody left,\" a guard said after nearly five "
    "hours.";

GoldReport gold_of(const Json& lists) {
  GoldReport report;
  report.file = "a.txt";
  report.text = Text::from_utf8(kReport, "a.txt").value();
  for (const auto& [list, items] : lists.items()) {
    for (const Json& item : items) {
      Span span;
      if (item.contains("text")) {
        const auto words = item.at("text").get<std::string>();
        const std::size_t at = std::string_view(kReport).find(words);
        span = {at, at + words.size()};
      }
      report.items.push_back({list, span, item.value("optional", false), item});
    }
  }
  return report;
}

Tally tally_of(const Score& score, std::string_view measure) {
  for (const auto& [name, tally] : score.tallies()) {
    if (name == measure) return tally;
  }
  ADD_FAILURE() << "no measure " << measure;
  return {};
}

Json quote(std::size_t start, std::size_t end, Json speaker_name, const char* confidence) {
  return {{"start", start},     {"end", end},
          {"speaker", nullptr}, {"speaker_name", speaker_name},
          {"cue", "said"},      {"confidence", confidence}};
}

TEST(ScoreReport, CountsQuotesSpeakersAndCues) {
  const GoldReport gold =
      gold_of({{"quotes",
                {{{"text", "We will stay,"}, {"speaker", "Ada Rehn"}, {"cue", "said"}},
                 {{"text", "Nobody left,"}, {"speaker", "a guard"}, {"cue", "said"}}}}});
  const Json record = {{"quotes",
                        {quote(1, 13, "Rehn", "high"), quote(43, 55, "Ada Rehn", "low"),
                         quote(60, 64, nullptr, "low")}}};
  const Score score = score_report(gold, record);
  EXPECT_EQ(tally_of(score, "quotes"), (Tally{2, 3, 2}));
  EXPECT_EQ(tally_of(score, "speakers"), (Tally{1, 2, 2}));
  EXPECT_EQ(tally_of(score, "speakers (high)"), (Tally{1, 1, 2}));
  EXPECT_EQ(tally_of(score, "cues"), (Tally{2, 3, 2}));
}

TEST(ScoreReport, OptionalItemsCostNothing) {
  const GoldReport gold = gold_of({{"quotes",
                                    {{{"text", "We will stay,"},
                                      {"speaker", nullptr},
                                      {"cue", nullptr},
                                      {"optional", true}}}}});
  EXPECT_EQ(tally_of(score_report(gold, {{"quotes", Json::array()}}), "quotes"), (Tally{0, 0, 0}));
  const Json found = {{"quotes", {quote(1, 14, "Ada Rehn", "low")}}};
  EXPECT_EQ(tally_of(score_report(gold, found), "quotes"), (Tally{0, 0, 0}));
  EXPECT_EQ(tally_of(score_report(gold, found), "speakers"), (Tally{0, 0, 0}));
}

TEST(ScoreReport, ComparesQuantitiesAsIntervalsInOneUnit) {
  const GoldReport gold = gold_of({{"quantities",
                                    {{{"text", "nearly five hours"},
                                      {"kind", "duration"},
                                      {"low", 4.5},
                                      {"high", 5},
                                      {"unit", "hours"}}}}});
  const auto found = [&](double low, double high, const char* unit) {
    const Json record = {{"quantities",
                          {{{"start", 80},
                            {"end", 97},
                            {"kind", "duration"},
                            {"low", low},
                            {"high", high},
                            {"unit", unit}}}}};
    return tally_of(score_report(gold, record), "quantities").right;
  };
  EXPECT_EQ(found(4.5, 5, "hours"), 1U);
  EXPECT_EQ(found(270, 300, "minutes"), 1U);
  EXPECT_EQ(found(4.75, 5.25, "hours"), 0U);
}

TEST(ScoreReport, AnUnresolvedTimeMustStayUnresolved) {
  const GoldReport gold = gold_of({{"times", {{{"text", "Tuesday"}, {"value", nullptr}}}}});
  const auto right = [&](const Json& value) {
    const Json record = {{"times", {{{"start", 32}, {"end", 39}, {"value", value}}}}};
    return tally_of(score_report(gold, record), "times").right;
  };
  EXPECT_EQ(right(nullptr), 1U);
  EXPECT_EQ(right("2027-03-09"), 0U);
}

TEST(ScoreReport, AStanceOfTwoPartiesIsTwoStances) {
  const GoldReport gold = gold_of({{"stances",
                                    {{{"text", "We will stay,"},
                                      {"party", {"Rehn", "Ostria"}},
                                      {"issue", "territory"},
                                      {"stance", {"rejects", "disapproves"}}}}}});
  const Json record = {
      {"actors", {{{"id", "rehn"}, {"name", "Ada Rehn"}}, {{"id", "ostria"}, {"name", "Ostria"}}}},
      {"stances",
       {{{"start", 1},
         {"end", 14},
         {"party", "ostria"},
         {"issue", "territory"},
         {"stance", "rejects"}},
        {{"start", 1},
         {"end", 14},
         {"party", "rehn"},
         {"issue", "territory"},
         {"stance", "accepts"}}}}};
  const Score score = score_report(gold, record);
  EXPECT_EQ(tally_of(score, "stances"), (Tally{1, 2, 2}));
  EXPECT_EQ(tally_of(score, "stances (issue)"), (Tally{2, 2, 2}));
}

TEST(ScoreReport, RolesNeedTheRightTime) {
  const GoldReport gold = gold_of(
      {{"actors",
        {{{"name", "Ada Rehn"},
          {"kind", "person"},
          {"roles",
           {{{"title", "minister of trade"}, {"affiliation", "Ostria"}, {"time", "former"}}}}}}}});
  const auto right = [&](const char* time) {
    const Json record = {{"actors",
                          {{{"id", "rehn"},
                            {"name", "Ada Rehn"},
                            {"kind", "person"},
                            {"roles", {{{"title", "Trade Minister"}, {"time", time}}}}}}}};
    return tally_of(score_report(gold, record), "roles").right;
  };
  EXPECT_EQ(right("former"), 1U);
  EXPECT_EQ(right("current"), 0U);
}

TEST(ScoreRelations, NeedsTheKindAndBothEndsInEitherOrder) {
  const GoldGroup group{
      "pair",
      {"a.txt", "b.txt"},
      false,
      {{{"contradiction"}, "hours", {"a.txt", {5, 9}}, {"b.txt", {2, 4}}, false}}};
  const auto right = [&](const char* kind, Span a, Span b) {
    const Json record = {
        {"reports", {{{"id", "a"}, {"file", "x/a.txt"}}, {{"id", "b"}, {"file", "x/b.txt"}}}},
        {"relations",
         {{{"kind", kind},
           {"a", {{"report", "b"}, {"start", b.start}, {"end", b.end}}},
           {"b", {{"report", "a"}, {"start", a.start}, {"end", a.end}}}}}}};
    return tally_of(score_relations(group, record), "relations");
  };
  EXPECT_EQ(right("contradiction", {8, 12}, {0, 3}), (Tally{1, 1, 1}));
  EXPECT_EQ(right("contradiction", {9, 12}, {0, 3}), (Tally{0, 1, 1}));
  EXPECT_EQ(right("wording", {8, 12}, {0, 3}), (Tally{0, 1, 1}));
  EXPECT_EQ(right("agreement", {8, 12}, {0, 3}), (Tally{0, 0, 1}));
}

}  // namespace
}  // namespace parley::scoring
