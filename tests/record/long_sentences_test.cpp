// What is longer than a sentence may be is read in pieces, and said so; what is not, is not.
#include "parley/record/long_sentences.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>

#include "recorded.hpp"

namespace parley::record {
namespace {

using internal::kLongestSentence;
using internal::piece_ends;
using internal::Token;

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::size_t warnings_of(const Record& record, std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(record.diagnostics.begin(), record.diagnostics.end(),
                    [&](const Diagnostic& each) { return each.code == code; }));
}

RC_GTEST_PROP(LongSentence, IsCutIntoPiecesThatFollowEachOther, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(1, 6 * kLongestSentence);
  const auto comma_each = *rc::gen::inRange<std::size_t>(1, 2 * kLongestSentence);
  std::vector<Token> tokens(size + 5);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    tokens[i].text = i % comma_each == comma_each - 1 ? "," : "word";
  const std::vector<std::size_t> ends = piece_ends(tokens, 5, tokens.size());
  RC_ASSERT(ends.back() == tokens.size());
  std::size_t first = 5;
  for (const std::size_t end : ends) {
    RC_ASSERT(end > first);
    RC_ASSERT(end - first <= kLongestSentence);
    const bool last = end == tokens.size();
    // Behind a comma where there is one in the second half, else as late as may be.
    const auto half = tokens.begin() + static_cast<std::ptrdiff_t>(first + kLongestSentence / 2);
    if (!last && end - first < kLongestSentence) RC_ASSERT(tokens[end - 1].text == ",");
    if (!last && tokens[end - 1].text != ",") {
      RC_ASSERT(std::none_of(half, tokens.begin() + static_cast<std::ptrdiff_t>(end),
                             [](const Token& each) { return each.text == ","; }));
    }
    first = end;
  }
}

TEST(LongSentence, AtTheLimitIsWhole) {
  const Record record = recorded({repeated("word ", kLongestSentence - 1) + ".\n"});
  EXPECT_EQ(warnings_of(record, "long-sentence"), 0U);
}

TEST(LongSentence, BeyondTheLimitIsToldOnceWithItsPlace) {
  const Record record =
      recorded({"Ostria spoke.\n\n" + repeated("wörd ", 3 * kLongestSentence) + ".\n"});
  ASSERT_EQ(warnings_of(record, "long-sentence"), 1U);
  const Diagnostic& told = record.diagnostics.front();
  EXPECT_EQ(told.place, (Place{"a.txt", 3, kLongestSentence * 5 + 1}));
  EXPECT_EQ(told.severity, Severity::warning);
}

TEST(LongSentence, OfAQuoteWithManyStopsIsToldToo) {
  const std::string words = repeated("We will not go home. ", kLongestSentence);
  const Record record = recorded({"\u201C" + words + "We stay,\u201D Marek said.\n"});
  EXPECT_EQ(warnings_of(record, "long-sentence"), 1U);
  ASSERT_EQ(record.quotes.size(), 1U);
  EXPECT_EQ(record.quotes[0].text, words + "We stay,");
  EXPECT_EQ(record.quotes[0].speaker_name, "Marek");
}

TEST(LongSentence, LeavesWhatIsSaidBeforeAndBehind) {
  const std::string said = "Envoy Ilan Marek of Egypt said that the road was open";
  const Record record =
      recorded({said + ". And " + repeated("on and ", 2 * kLongestSentence) + ". " + said + ".\n"});
  ASSERT_EQ(record.statements.size(), 2U);
  EXPECT_EQ(record.statements[0].text, "the road was open");
  EXPECT_EQ(record.statements[1].text, "the road was open");
}

TEST(Warning, OfAPageHasItsPlaceInTheFile) {
  ReportText page{"a.html",
                  "<html><body><p>One.</p>\n<p>The <b>\u201Cend</b> came.</p></body></html>",
                  std::nullopt};
  const auto record = make_record({page}, {}, {1, {}, {}});
  ASSERT_TRUE(record);
  ASSERT_EQ(record->diagnostics.size(), 1U);
  EXPECT_EQ(record->diagnostics[0].code, "unmatched-quotation-mark");
  EXPECT_EQ(record->diagnostics[0].place, (Place{"a.html", 2, 11}));
}

double seconds_for(const std::string& text) {
  const std::clock_t begin = std::clock();
  const auto record = make_record({{"a.txt", text, std::nullopt}}, {}, {1, {}, {}});
  EXPECT_TRUE(record);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// Four times the text may take six times the time; with the square of it, it would be sixteen. Time
// of the processor, so that other work does not count; the best of some runs.
TEST(Record, TakesTimeInProportionToItsText) {
  recorded({"Ostria spoke.\n"});  // loads the word lists
  for (const char* text : {"said ", "signed , ", "to go ", "will not ", "being asked by ",
                           "and said ", "he said that ", "\u201Ca\u201D ", "\u201C", "(a) ", "a-",
                           "Egypt, Chad, Marek, ", "if they leave ", "\u201CWe will not go. \n\n",
                           "He said it was his.\n\n", "one million ", "Marek, who "}) {
    const std::size_t times = 40'000 / std::string_view(text).size();
    double growth = 0;
    for (int run = 0; run < 4; ++run) {
      const double once = seconds_for(repeated(text, times));
      growth = seconds_for(repeated(text, 4 * times)) / std::max(once, 0.01);
      if (growth < 6) break;
    }
    EXPECT_LT(growth, 6) << text;
  }
}

}  // namespace
}  // namespace parley::record
