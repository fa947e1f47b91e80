// Input that no newspaper prints: the record ends, keeps to its report and stays whole. How long
// the real sizes take is measured in bench/record.cpp.
#include <gtest/gtest.h>

#include "recorded.hpp"

namespace parley::record {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

const char* const kSentence = "Envoy Ilan Marek of Egypt said that the road was open.";

Record recorded_as(const std::string& file, std::string bytes) {
  std::vector<ReportText> reports;
  reports.push_back({file, std::move(bytes), std::nullopt});
  Result<Record> record = make_record(std::move(reports), {}, {1, {}, {}});
  EXPECT_TRUE(record) << file;
  return record ? std::move(*record) : Record();
}

TEST(LargeInput, OfQuoteMarksAloneHoldsNoQuote) {
  for (const char* mark : {"\"", "'", "\u201C", "\" ", "\"\n\n"}) {
    const Record record = recorded_as("a.txt", repeated(mark, 3000));
    EXPECT_TRUE(record.quotes.empty()) << mark;
    // At most twenty marks without a partner, and that the line is read in pieces.
    EXPECT_LE(record.diagnostics.size(), 21U) << mark;
  }
}

TEST(LargeInput, AfterQuoteMarksIsStillRead) {
  const Record record =
      recorded_as("a.txt", repeated("\"", 3001) + "\n\n" + std::string(kSentence) + "\n");
  ASSERT_EQ(record.statements.size(), 1U);
  EXPECT_EQ(record.statements[0].text, "the road was open");
}

TEST(LargeInput, OfManyPeopleKeepsThemApart) {
  std::string text;
  const std::string letters = "bdfghklmnprstvy";  // none that folds into another
  for (std::size_t i = 0; i < 500; ++i) {
    const std::string name{static_cast<char>(letters[i % 15] - 'a' + 'A'),
                           'a',
                           letters[i / 15 % 15],
                           'o',
                           letters[i / 225 % 15],
                           'u',
                           'x',
                           'e'};
    text += "Minister Ilan " + name + " told reporters that the road was open.\n\n";
  }
  const Record record = recorded_as("a.txt", text);
  EXPECT_EQ(record.actors.size(), 500U);
  EXPECT_EQ(record.statements.size(), 500U);
}

TEST(LargeInput, OfDeepAndUnclosedMarkupIsReadThrough) {
  for (const char* tag : {"<div>", "<p><b><li><td>", "<blockquote>", "<span title=\"a\">"}) {
    const Record record =
        recorded_as("a.html", "<html><body>" + repeated(tag, 3000) + "<p>" + kSentence);
    EXPECT_EQ(record.statements.size(), 1U) << tag;
  }
  for (const char* tag : {"<", "<a href=\"", "<script>", "<!--", "&amp", "&#x"})
    recorded_as("a.html", "<html><body>" + repeated(tag, 3000));
  recorded_as("a.md", repeated("[", 3000) + "\n" + repeated("> ", 3000) + "x\n" +
                          repeated("*", 3000) + repeated("`", 3001));
}

TEST(LargeInput, RepeatedHoldsEverySentence) {
  const Record record = recorded_as("a.txt", repeated(std::string(kSentence).append("\n\n"), 2000));
  EXPECT_EQ(record.statements.size(), 2000U);
  ASSERT_EQ(record.actors.size(), 2U);
  EXPECT_EQ(record.actors[0].mentions.size(), 2000U);
}

TEST(LargeInput, OfVersionsMeetingsAndLossesEnds) {
  recorded_as("a.txt", repeated("A 17-point draft of June was cut to 12 points. ", 1500));
  recorded_as("a.txt", repeated("Egypt and Chad met in Sill. ", 1500));
  recorded_as("a.txt", repeated("Egypt put its losses at three and its toll at four, ", 1500));
}

TEST(HostileInput, SpeakersWhoLeadToOneAnotherEnd) {
  // Each "he" is in the words of the other.
  EXPECT_TRUE(make_record({{"a.txt", "he said,should,he said,", {}}}, {}));
}

}  // namespace
}  // namespace parley::record
