#include "text/files.hpp"

namespace parley::text {
namespace {

TEST(Subtitles, LinesOfASpeakerRunOn) {
  const Document document = the_document(
      "1\r\n00:00:01,000 --> 00:00:04,000\r\n<i>IVO REED: We are</i>\r\nready\r\n\r\n2\r\n"
      "00:00:04,200 --> 00:00:06,000\r\n{\\an8}to share the lake.\r\n\r\n3\r\n00:00:06,100 --> "
      "00:00:07,000\r\n- And the dam?\r\n- [laughs] That too.\r\n\r\n4\r\n00:00:20,000 --> "
      "00:00:21,000\r\n"
      "(Applause) Good night.\r\n",
      "talk.srt");
  EXPECT_EQ(
      document.text,
      "IVO REED: We are ready to share the lake.\n\nAnd the dam?\n\nThat too.\n\nGood night.");
  EXPECT_EQ(document.source.format, "srt");
}

TEST(Subtitles, WebVttHasVoicesNotesAndRollingLines) {
  const Document document = the_document(
      "WEBVTT - talk\n\nNOTE made by hand\nand by ear\n\nSTYLE\n::cue { color: red }\n\nintro\n"
      "00:01.000 --> 00:03.000 line:0\n<v Ivo Reed>We agree\n\n00:03.000 --> 00:04.000\nWe agree\n"
      "<00:03.200><c>on the lake.</c>\n",
      "talk.vtt");
  EXPECT_EQ(document.text, "Ivo Reed: We agree on the lake.");
}

TEST(Subtitles, CuesWithoutEmptyLinesAndInOldEncodings) {
  EXPECT_EQ(the_document(
                "1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\ntwo.\n",
                "a.srt")
                .text,
            "One two.");
  const Document document =
      the_document(encoded("1\n00:00:01,000 --> 00:00:02,000\nСтороны договорились о разделе озера "
                           "и дорог, сказал посланник.\n",
                           "windows-1251"),
                   "a.srt");
  EXPECT_EQ(document.text, "Стороны договорились о разделе озера и дорог, сказал посланник.");
  EXPECT_EQ(document.source.charset, "windows-1251");
}

TEST(Subtitles, ANumberedListIsNone) {
  EXPECT_EQ(the_document("1\nGates open at 06:00.\n", "plan.txt").source.format, "text");
  EXPECT_EQ(the_document("1. Lund opens its ferries.\n", "a.txt").source.format, "text");
}

}  // namespace
}  // namespace parley::text
