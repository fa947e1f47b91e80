#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "scoring/gold.hpp"
#include "scoring/measures.hpp"

namespace parley::scoring {
namespace {

// Of alternatives the last, so that the first is not the only one that is accepted.
Json one_of(const Json& value) { return value.is_array() && !value.empty() ? value.back() : value; }

Json placed(const GoldItem& item) { return {{"start", item.span.start}, {"end", item.span.end}}; }

// What an engine would say that found just what the gold holds.
Json perfect_record(const GoldReport& report) {
  Json record = Json::object();
  for (const GoldItem& item : report.items) {
    Json entry = item.list == "actors" ? Json::object() : placed(item);
    for (const auto& [member, value] : item.fields.items()) {
      if (member != "text" && member != "condition") {
        entry[member] = member == "roles" ? value : one_of(value);
      }
    }
    if (item.list == "actors") entry["id"] = item.fields.at("name");
    if (item.list == "quotes") {
      entry["speaker_name"] = entry["speaker"];
      entry["confidence"] = "high";
    }
    if (item.list == "meetings") entry["evidence"] = {placed(item)};
    if (item.list == "stances") {
      if (item.fields.contains("condition")) entry["condition"] = placed(item);
      if (item.fields.at("issue").is_null()) entry["issue"] = "anything";
      const Json parties = item.fields.at("party").is_array() ? item.fields.at("party")
                                                              : Json{item.fields.at("party")};
      for (const Json& party : parties) {
        entry["party"] = party;
        record[item.list].push_back(entry);
      }
      continue;
    }
    record[item.list].push_back(entry);
  }
  return record;
}

class PerfectRecord : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Folders, PerfectRecord,
                         testing::Values(PARLEY_SOURCE_DIR "/tests/record/gold",
                                         PARLEY_SOURCE_DIR "/tests/record/held_out"));

TEST_P(PerfectRecord, ScoresOneInEveryMeasure) {
  const Result<Gold> gold = read_gold(GetParam());
  ASSERT_TRUE(gold);
  for (const GoldReport& report : gold->reports) {
    const Score score = score_report(report, perfect_record(report));
    for (const auto& [measure, tally] : score.tallies()) {
      EXPECT_EQ(tally.right, tally.wanted) << report.file << " " << measure;
      EXPECT_EQ(tally.right, tally.found) << report.file << " " << measure;
    }
    for (const Mistake& each : score.mistakes) {
      ADD_FAILURE() << report.file << " " << each.measure << " " << each.text << " " << each.detail;
    }
  }
}

TEST_P(PerfectRecord, ScoresOneInItsRelations) {
  const Result<Gold> gold = read_gold(GetParam());
  ASSERT_TRUE(gold);
  for (const GoldGroup& group : gold->groups) {
    Json record = {{"reports", Json::array()}, {"relations", Json::array()}};
    for (const std::string& file : group.files) {
      record["reports"].push_back(
          {{"id", file},
           {"file", "folder/" + file},
           {"same_wire",
            group.same_wire && file != group.files.front() ? group.files.front() : ""}});
    }
    const auto end = [](const GoldRelation::End& each) {
      return Json{{"report", each.file}, {"start", each.span.start}, {"end", each.span.end}};
    };
    for (const GoldRelation& each : group.relations) {
      record["relations"].push_back(
          {{"kind", each.kinds.back()}, {"a", end(each.b)}, {"b", end(each.a)}});
    }
    const Score score = score_relations(group, record);
    for (const auto& [measure, tally] : score.tallies()) {
      EXPECT_EQ(tally.right, tally.wanted) << group.name << " " << measure;
      EXPECT_EQ(tally.right, tally.found) << group.name << " " << measure;
    }
  }
}

}  // namespace
}  // namespace parley::scoring
