// What is read into the sides of talks: each row of data/lexicon/readings.tsv by its example.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "parley/record/reading_rows.hpp"
#include "parley/record/record.hpp"

namespace parley::record {
namespace {

using internal::reading_rows;
using internal::ReadingRow;
using internal::ReadingSide;

std::vector<SideReading> readings_of(const std::string& text) {
  return make_record({{"a.txt", text, {}}}, {})->readings;
}

std::vector<std::string> kinds_of(const std::string& text) {
  std::vector<std::string> kinds;
  for (const SideReading& each : readings_of(text)) kinds.emplace_back(name(each.kind));
  return kinds;
}

TEST(ReadingRows, EachReadsItsExample) {
  for (const ReadingRow& row : reading_rows()) {
    const auto found = readings_of(row.example);
    const bool read = std::any_of(found.begin(), found.end(), [&](const SideReading& each) {
      const bool side = row.side == ReadingSide::any || each.subject == "norway";
      return each.kind == row.kind && side;
    });
    EXPECT_TRUE(read) << name(row.kind) << ": " << row.example;
  }
}

TEST(SideReadings, TurnWithANegation) {
  EXPECT_THAT(kinds_of("An envoy said Norway was not short of time."),
              testing::ElementsAre("gains_by_delay"));
  EXPECT_THAT(kinds_of("An envoy said Norway was not divided over the fish."), testing::IsEmpty());
}

TEST(SideReadings, AreNoneInQuestionsAndOfOnesOwnWill) {
  EXPECT_THAT(kinds_of("Is Norway in a hurry?"), testing::IsEmpty());
  EXPECT_THAT(kinds_of("\"Norway will not budge on the cape,\" said Norwegian minister Ane Lund."),
              testing::IsEmpty());
}

TEST(SideReadings, SayWhoHoldsThem) {
  const auto found = readings_of("Professor Ane Lund said that Norway was in a hurry.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].holder, "ane-lund");
  EXPECT_EQ(found[0].subject, "norway");
  EXPECT_FALSE(found[0].statement.empty());
  const auto told = readings_of("Norway was in a hurry.");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_TRUE(told[0].holder_name.empty());
  EXPECT_EQ(told[0].confidence, Confidence::low);
}

}  // namespace
}  // namespace parley::record
