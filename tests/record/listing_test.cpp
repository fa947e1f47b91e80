#include "parley/record/listing.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "parley/record/marked_text.hpp"

namespace parley::record {
namespace {

using testing::HasSubstr;

Text text_of(std::string bytes) {
  Result<Text> text = Text::from_utf8(std::move(bytes), "a.txt");
  return text ? std::move(*text) : Text();
}

// “We will not sign twelve points,” Moor said.
Record one_quote() {
  Record record;
  Report report;
  report.id = "a";
  record.reports.push_back(report);
  Actor moor;
  moor.id = "moor";
  moor.name = "Ena Moor";
  record.actors.push_back(moor);
  Quote quote;
  quote.passage = {"a", {1, 31}};
  quote.text = "We will not sign twelve points";
  quote.speaker = "moor";
  quote.speaker_span = Span{34, 38};
  quote.cue = "said";
  quote.cue_span = Span{39, 43};
  record.quotes.push_back(quote);
  Quantity points;
  points.passage = {"a", {18, 31}};
  points.text = "twelve points";
  points.kind = QuantityKind::points;
  points.low = points.high = 12;
  record.quantities.push_back(points);
  return record;
}

const char* const kText = "“We will not sign twelve points,” Moor said.\n";

TEST(Listing, ShowsWhoSaidWhatWithCueAndConfidence) {
  const std::string listed = listing(one_quote());
  EXPECT_THAT(listed, HasSubstr("\nEna Moor                said           low       “We will not "
                                "sign twelve points”\n"));
  EXPECT_THAT(listed, HasSubstr("Meetings (0)\n  none found\n"));
}

TEST(Listing, TellsAQuotationOnce) {
  Record record = one_quote();
  Statement mixed;
  mixed.id = "s1";
  mixed.passage = {"a", {0, 32}};
  mixed.kind = StatementKind::mixed;
  mixed.speaker = "moor";
  mixed.cue = "said";
  mixed.text = "that “We will not sign twelve points”";
  record.statements.push_back(mixed);
  record.quotes[0].statement = "s1";
  const std::string listed = listing(record);
  const std::size_t first = listed.find("will not sign");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(listed.find("will not sign", first + 1), std::string::npos);
  EXPECT_THAT(listed, HasSubstr("Who said what (1)"));
}

class ListingWidth : public testing::TestWithParam<std::size_t> {};

INSTANTIATE_TEST_SUITE_P(Terminals, ListingWidth, testing::Values(40, 61, 80, 100, 173));

TEST_P(ListingWidth, IsKeptToAndNothingIsCut) {
  Record record = one_quote();
  std::string& text = record.quotes[0].text;
  text.assign(250, 'x');
  text += " ümläut ";
  text.append(120, 'y');
  record.actors[0].name = "Maximiliana Konstantinopolskaya-Vandenberghe of the Lower Valley";
  const std::string listed = listing(record, GetParam());
  std::istringstream lines(listed);
  std::size_t x = 0;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(count_code_points(line), GetParam()) << line;
    x += static_cast<std::size_t>(std::count(line.begin(), line.end(), 'x'));
  }
  // The name holds one and stands twice.
  EXPECT_EQ(x, 252U);
}

TEST(MarkedText, NestsMarksInBrackets) {
  EXPECT_EQ(
      marked_text(one_quote(), "a", text_of(kText), Marking::brackets),
      "“[quote: We will not sign [quantity: twelve points]],” [speaker: Moor] [cue: said].\n");
}

TEST(MarkedText, ReturnsToTheOuterColour) {
  EXPECT_EQ(marked_text(one_quote(), "a", text_of(kText), Marking::colours),
            "“\x1b[32mWe will not sign \x1b[35mtwelve points\x1b[0m\x1b[32m\x1b[0m,” "
            "\x1b[1;36mMoor\x1b[0m \x1b[33msaid\x1b[0m.\n");
}

TEST(MarkedText, CutsAMarkThatCrossesAnother) {
  Record record = one_quote();
  record.quantities[0].passage.span = {25, 36};
  EXPECT_EQ(
      marked_text(record, "a", text_of(kText), Marking::brackets),
      "“[quote: We will not sign twelve [quantity: points]],” [speaker: Moor] [cue: said].\n");
}

TEST(MarkedText, WithoutFindsIsTheTextItself) {
  EXPECT_EQ(marked_text({}, "a", text_of(kText), Marking::brackets), kText);
}

TEST(MarkedText, HoldsNoEscapeSequencesButItsOwn) {
  EXPECT_EQ(marked_text({}, "a", text_of("We \x1b[5mwill\x1b[0m.\u202E"), Marking::colours),
            "We <U+001B>[5mwill<U+001B>[0m.<U+202E>");
}

}  // namespace
}  // namespace parley::record
