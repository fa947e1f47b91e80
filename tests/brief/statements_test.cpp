// What a brief says of who said what.
#include <gtest/gtest.h>

#include "parley/brief/chapters.hpp"

namespace parley::brief {
namespace {

using record::Statement;
using record::StatementKind;

constexpr std::string_view kWire = "“Never,” the envoy said. She hopes for a truce.";

struct Talks {
  casefile::Case source;
  assess::Assessment assessment;
  record::Record record;

  Talks() {
    source.reports.add("wire").title = "A wire";
    source.texts.add("wire") = *Text::from_utf8(std::string(kWire), "wire.txt");
    record::Actor envoy;
    envoy.id = "envoy";
    envoy.name = "Ada Moor";
    record.actors.push_back(envoy);
  }

  Statement& add(StatementKind kind, const std::string& text, const std::string& cue) {
    Statement made;
    made.passage = {"wire", {1, 6}};
    made.kind = kind;
    made.text = text;
    made.cue = cue;
    record.statements.push_back(made);
    return record.statements.back();
  }

  Chapter told() const {
    Exhibits exhibits(source);
    return statements({source, assessment, exhibits, &record});
  }
};

const Table& table_of(const Chapter& chapter) { return std::get<Table>(chapter.blocks.front()); }

TEST(Statements, StandBySpeakerWithTheirVerbAndTheirPassage) {
  Talks talks;
  talks.add(StatementKind::direct, "Never,", "said").speaker = "envoy";
  talks.add(StatementKind::indirect, "nothing was agreed", "").speaker_name = "a diplomat";
  Statement& relayed = talks.add(StatementKind::mixed, "it was “a start,”", "called");
  relayed.speaker = "envoy";
  relayed.said_by = {"envoy"};
  const Chapter chapter = talks.told();
  const Table& table = table_of(chapter);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0][0].text(), "Ada Moor");
  EXPECT_EQ(table.rows[0][1].text(),
            "said: “Never” [1]\ncalled, as passed on by Ada Moor: it was “a start” [1]");
  EXPECT_EQ(table.rows[1][0].text(), "A diplomat");
  EXPECT_EQ(table.rows[1][1].text(), "nothing was agreed [1]");
}

TEST(Statements, BeyondEightOfOneSpeakerAreCounted) {
  Talks talks;
  for (int i = 0; i < 10; ++i) talks.add(StatementKind::indirect, "no", "said").speaker = "envoy";
  const Chapter chapter = talks.told();
  EXPECT_TRUE(table_of(chapter).rows[0][1].text().ends_with("\nTwo more stand in record.json."));
}

TEST(Statements, WithoutASpeakerAreCounted) {
  Talks talks;
  talks.add(StatementKind::indirect, "no", "said").speaker = "envoy";
  talks.add(StatementKind::indirect, "no", "said");
  const Chapter chapter = talks.told();
  EXPECT_EQ(std::get<Paragraph>(chapter.blocks.back()).prose.text(),
            "One more statement has no speaker that could be named; record.json holds it.");
}

TEST(Statements, AreSaidToBeMissingWhereThereAreNone) {
  const Chapter chapter = Talks().told();
  EXPECT_EQ(std::get<Paragraph>(chapter.blocks.front()).prose.text(),
            "The reports pass on no statement of a named speaker.");
}

}  // namespace
}  // namespace parley::brief
