// What a brief says of the stands that reports tell of.
#include <gtest/gtest.h>

#include "parley/brief/chapters.hpp"

namespace parley::brief {
namespace {

using record::Stance;
using record::StanceKind;

Stance stance(const std::string& party, StanceKind kind, const std::string& issue) {
  Stance made;
  made.passage = {"wire", {0, 9}};
  made.text = "We demand";
  made.party = party;
  made.stance = kind;
  made.issue = issue;
  return made;
}

struct Talks {
  casefile::Case source;
  assess::Assessment assessment;
  record::Record record;

  Talks() {
    source.reports.add("wire");
    source.texts.add("wire") = *Text::from_utf8("We demand the coast.", "wire.txt");
    source.parties.add("ostria").name = "Ostria";
    source.parties.add("velm").name = "United Velm";
    source.parties.add("harbour").name = "Harbour League";
    source.parties.find("harbour")->role = casefile::Role::stakeholder;
    source.issues.add("coast").title = "Control of the coast";
    for (const char* name : {"Ostria", "United Velm", "Harbour League"}) {
      record::Actor actor;
      actor.id = actor.name = name;
      record.actors.push_back(actor);
    }
  }

  Prose in_short() const {
    Exhibits exhibits(source);
    return stands_in_short({source, assessment, exhibits, &record});
  }
};

TEST(Stands, InShortAreThoseOfThePartiesThatWouldSign) {
  Talks talks;
  talks.record.stances = {stance("Ostria", StanceKind::demands, "coast"),
                          stance("Ostria", StanceKind::demands, "coast"),
                          stance("Ostria", StanceKind::threatens, ""),
                          stance("United Velm", StanceKind::conditional, "coast"),
                          stance("Harbour League", StanceKind::rejects, "coast")};
  EXPECT_EQ(
      talks.in_short().text(),
      "The reports show Ostria with demands on “Control of the coast” and threats; the United "
      "Velm with conditional acceptance on “Control of the coast”");
}

TEST(Stands, InShortSayNothingOfWhatBearsOnNoIssue) {
  Talks talks;
  talks.record.stances = {stance("Ostria", StanceKind::rejects, ""),
                          stance("Ostria", StanceKind::accuses, "coast")};
  EXPECT_TRUE(talks.in_short().empty());
}

TEST(Stands, HaveARowEachWithItsPassage) {
  Talks talks;
  talks.record.stances = {stance("Ostria", StanceKind::accepts_partly, "coast"),
                          stance("United Velm", StanceKind::threatens, "")};
  talks.record.stances[1].target = "Ostria";
  talks.record.stances[1].condition = Span{3, 9};
  Exhibits exhibits(talks.source);
  const Chapter chapter = stands({talks.source, talks.assessment, exhibits, &talks.record});
  const auto& table = std::get<Table>(chapter.blocks.at(0));
  ASSERT_EQ(table.rows.size(), 2U);
  const auto row = [&](std::size_t i) {
    std::string text;
    for (const Prose& cell : table.rows[i]) text += cell.text() + " | ";
    return text;
  };
  EXPECT_EQ(row(0), "Ostria | accepts in part | Control of the coast | “We demand” [1] | low | ");
  EXPECT_EQ(row(1),
            "United Velm | threatens, on a condition (towards Ostria) | no single issue | “We "
            "demand” [1] | low | ");
}

}  // namespace
}  // namespace parley::brief
