#include "parley/record/clause_reading.hpp"

#include <gtest/gtest.h>

#include "parley/record/tagger.hpp"

namespace parley::record::internal {
namespace {

/// The subject of the first token `verb` in a report of this text; "nothing" when there is none.
std::string subject(const std::string& text, std::string_view verb) {
  const auto document = read_document({"report.txt", text, std::nullopt});
  const Words words = split_words(*document, true);
  const ClauseReading reading(words);
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (words.tokens[i].text != verb) continue;
    const auto found = reading.subject_of(i);
    if (!found) return "nothing";
    const std::size_t begin = words.tokens[found->first].begin;
    return std::string(
        document->readable().substr(begin, words.tokens[found->last - 1].end - begin));
  }
  return "no such token";
}

TEST(ClauseReading, FindsTheSubjectsOfAReport) {
  if (Tagger::builtin() == nullptr) GTEST_SKIP() << "built without weights";
  const std::string text =
      "Talks on the harbour ended without a deal.\n\n"
      "“We will not leave the harbour,” said Ilan Marek, the Ostrian envoy. He left on Tuesday.\n\n"
      "Ada Rehn, who leads the other team, told reporters that both sides had agreed on little.\n\n"
      "Kovan and his aide refused to comment, calling the text “a trap”.\n";
  EXPECT_EQ(subject(text, "ended"), "Talks");
  EXPECT_EQ(subject(text, "said"), "Ilan Marek");
  EXPECT_EQ(subject(text, "leave"), "We");
  EXPECT_EQ(subject(text, "left"), "He");
  EXPECT_EQ(subject(text, "told"), "Ada Rehn");
  EXPECT_EQ(subject(text, "agreed"), "both sides");
  EXPECT_EQ(subject(text, "comment"), "Kovan and his aide");
  EXPECT_EQ(subject(text, "calling"), "Kovan and his aide");
  EXPECT_EQ(subject(text, "harbour"), "nothing");
}

TEST(ClauseReading, MayBeOfNothing) {
  if (Tagger::builtin() == nullptr) GTEST_SKIP() << "built without weights";
  EXPECT_EQ(subject("", "said"), "no such token");
}

}  // namespace
}  // namespace parley::record::internal
