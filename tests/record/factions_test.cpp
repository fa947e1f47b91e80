// Sides that a report calls by a noun alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parley/record/record.hpp"
#include "parley/record/table.hpp"

namespace parley::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The groups and states of a report, with who speaks for them.
std::vector<std::string> sides_of(const std::string& text) {
  const auto record = make_record({{"a.txt", text, {}}}, {});
  std::vector<std::string> sides;
  for (const Actor& actor : record->actors) {
    if (actor.kind == ActorKind::person) continue;
    std::string line = actor.name;
    for (const Actor& person : record->actors) {
      if (person.side == actor.id) line += ", " + person.name;
    }
    sides.push_back(line);
  }
  return sides;
}

TEST(Factions, AreGroupsOfTheirOwnWhenTheyAct) {
  EXPECT_THAT(sides_of("The union said on Monday that it would not sign. Management walked out. "
                       "By noon the union had left too."),
              ElementsAre("the union"));
  EXPECT_THAT(sides_of("A book was sold to guerrillas. Another lay with the guerrillas."),
              IsEmpty());
}

// Each row of data/lexicon/collectives.tsv by its example.
TEST(Factions, AreCollectivesThatActOnce) {
  for (const auto& row : internal::lexicon_rows("collectives.tsv")) {
    EXPECT_THAT(sides_of(std::string(row[2])), testing::SizeIs(1)) << row[2];
  }
  EXPECT_THAT(sides_of("The rise was accepted by the dockers."), ElementsAre("the dockers"));
  EXPECT_THAT(sides_of("The harbour is full of dockers. The dockers' hall was cold."), IsEmpty());
  EXPECT_THAT(sides_of("Ostria's envoy Ilan Marek met farmers. French farmers rejected the price."),
              testing::Not(testing::Contains("the farmers")));
}

TEST(Factions, AreSingleNamesThatDoWhatSidesDo) {
  EXPECT_THAT(sides_of("Belvarra rejected the quota on Monday. The press was not let in."),
              ElementsAre("Belvarra"));
  EXPECT_THAT(sides_of("Minister Ilan Marek spoke first. Marek rejected the quota."), IsEmpty());
}

TEST(Factions, AreAnotherWordForTheOneNameTheyFollow) {
  EXPECT_THAT(sides_of("Germany's government and rebels loyal to the former minister Ilan Marek "
                       "signed a truce. The rebels left first; the government said nothing."),
              ElementsAre("Germany", "the rebels, Ilan Marek"));
}

TEST(Factions, ThatFollowSeveralNamesAreNobody) {
  EXPECT_THAT(sides_of("The German government and the French government met. The government said "
                       "that the government was ready."),
              ElementsAre("Germany", "France"));
}

TEST(Factions, HaveThePeopleWhoHoldTheirOffices) {
  EXPECT_THAT(sides_of("The opposition rejected the text. Ilan Marek, the head of the opposition "
                       "delegation, told reporters that the opposition would wait."),
              ElementsAre("the opposition, Ilan Marek"));
}

}  // namespace
}  // namespace parley::record
