#include "parley/record/events.hpp"

#include <gmock/gmock.h>

#include "parley/record/record.hpp"
#include "record/recorded.hpp"

namespace parley::record {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A report in which both states are known before the sentences in question.
Record record_of(const std::string& sentences) {
  return recorded(
      {"Talks at the river\n\nThe Republic of Ostria and the Republic of Velmark share a "
       "river. " +
       sentences + "\n"});
}

/// "actors CLASS targets" of each event.
std::vector<std::string> events_in(const std::string& sentences) {
  const Record record = record_of(sentences);
  std::vector<std::string> events;
  for (const Event& event : record.events) {
    std::string line = names_of(record, event.actors) + ": " + std::string(name(event.event));
    if (!event.targets.empty()) line += " " + names_of(record, event.targets);
    events.push_back(std::move(line));
  }
  return events;
}

TEST(Events, SayWhoDidWhatToWhom) {
  EXPECT_THAT(events_in("Ostria accused Velmark of arming the rebels."),
              ElementsAre("Ostria: ACCUSE Velmark"));
  EXPECT_THAT(events_in("The plan was rejected by Ostria."), ElementsAre("Ostria: REJECT"));
  EXPECT_THAT(events_in("Ostria and Velmark signed a treaty on the river."),
              ElementsAre("Ostria, Velmark: SUPPORT"));
}

TEST(Events, OfARequirementAreDoneByWhoStatesIt) {
  EXPECT_THAT(events_in("Ostria said that Velmark must withdraw its troops."),
              ElementsAre("Ostria: REQUEST Velmark"));
}

TEST(Events, KeepTheStatementThatTellsThem) {
  const Record record = record_of(
      "Ostria said on Monday that Velmark had rejected the plan. Velmark freed two sailors.");
  ASSERT_EQ(record.events.size(), 2U);
  EXPECT_EQ(record.events[0].event, EventClass::REJECT);
  EXPECT_FALSE(record.events[0].statement.empty());
  EXPECT_EQ(record.events[1].event, EventClass::RETREAT);
  EXPECT_TRUE(record.events[1].statement.empty());
  EXPECT_EQ(record.events[1].text, "Velmark freed two sailors");
}

TEST(Events, TellWhatIsToComeFromWhatIsDone) {
  const Record record = record_of("Velmark will free two sailors. Velmark freed two sailors.");
  ASSERT_EQ(record.events.size(), 2U);
  EXPECT_EQ(record.events[0].event, EventClass::CONCEDE);
  EXPECT_TRUE(record.events[0].to_come);
  EXPECT_EQ(record.events[1].event, EventClass::RETREAT);
  EXPECT_FALSE(record.events[1].to_come);
}

TEST(Events, AreNotWhatHangsOnIfOrIsQuotedOrHasNoParty) {
  EXPECT_THAT(events_in("If Velmark attacked the port, nobody would notice."), IsEmpty());
  EXPECT_THAT(events_in("The weather was fine and the hall was full."), IsEmpty());
  EXPECT_THAT(events_in("Ostria accuses Velmark of having walked out."),
              ElementsAre("Ostria: ACCUSE Velmark"));
}

TEST(Events, OfOneVerbAreToldOnce) {
  EXPECT_THAT(events_in("Ostria agreed to suspend its embargo on Velmark."),
              ElementsAre("Ostria: CONCEDE Velmark"));
}

}  // namespace
}  // namespace parley::record
