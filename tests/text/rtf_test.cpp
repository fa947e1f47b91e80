#include "text/files.hpp"

namespace parley::text {
namespace {

std::string text_of(const std::string& inside) {
  return the_document("{\\rtf1\\ansi\\ansicpg1252 " + inside + "}", "a.rtf").text;
}

TEST(Rtf, ParagraphsWithoutTablesOfFontsAndStyles) {
  EXPECT_EQ(text_of("{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 Head;}}"
                    "{\\info{\\title Old name}}{\\*\\generator Some program;}{\\header Page}"
                    "\\pard The gates \\b open\\b0  in March.\\par\r\nThey close in October.\\par"),
            "The gates open in March.\n\nThey close in October.");
}

TEST(Rtf, SignsInEveryWayTheyAreWritten) {
  EXPECT_EQ(text_of("\\'93Yes,\\'94 he said \\emdash  \\u8220?no\\u8221\\'94 \\lquote x\\rquote ."),
            "“Yes,” he said — “no” ‘x’.");
  EXPECT_EQ(text_of("\\uc0\\u269 a \\uc2\\u353 ab\\{b\\}\\\\"), "ča š{b}\\");
  EXPECT_EQ(text_of("\\u-10179?\\u-8704?"), "😀");
}

TEST(Rtf, AFontsEncodingCounts) {
  EXPECT_EQ(text_of("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset238 C;}}"
                    "\\f1\\'ec\\'e8\\'f0\\f2  \\'8eeljko\\f0  caf\\'e9"),
            "мир Željko café");
}

TEST(Rtf, DeletedAndHiddenWordsAreLeftOutAndNotesFollow) {
  const Document document = the_document(
      "{\\rtf1 The gates {\\deleted never }{\\revised always }open{\\v secretly}."
      "{\\footnote \\pard Built in 1961.}\\par Next.}",
      "a.rtf");
  EXPECT_EQ(blocks_of(document),
            "paragraph: The gates always open.\nnote: Built in 1961.\nparagraph: Next.\n");
}

TEST(Rtf, NumbersOfListsStandInTheText) {
  EXPECT_EQ(text_of("{\\listtext 1.\\tab}Gates open.\\par{\\listtext 2.\\tab}Roads open.\\par"),
            "1. Gates open.\n\n2. Roads open.");
}

TEST(Rtf, DepthIsNoDanger) {
  std::string deep = "{\\rtf1 ";
  deep.append(1'000'000, '{');
  EXPECT_EQ(refused(deep, "deep.rtf"), "too-large");
  deep = "{\\rtf1 ";
  deep.append(1000, '{').append("x").append(5000, '}').append("y");
  EXPECT_EQ(the_document(deep, "a.rtf").text, "xy");
  EXPECT_EQ(text_of("\\bin99999999 x"), "");
}

}  // namespace
}  // namespace parley::text
