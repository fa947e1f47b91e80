#include "parley/base/harmless.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "parley/base/json.hpp"
#include "parley/base/text.hpp"

namespace parley {
namespace {

using namespace std::string_literals;

// Any code point, with those that act more often than chance would have them.
std::string any_text() {
  const auto letters =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "a",      "\n",     "\t",     "\r",         "\x1b",       "\x07",   "\x7f",   "\u009b",
          "\u202e", "\u2066", "\u200f", "\u2028",     "\uFEFF",     "\uFFFE", "\uFFFF", "é",
          "Ж",      "\u200D", "😀",     "\U000E0041", "\U0001FFFE", "\x9b",   "\xff"}));
  std::string text;
  for (const std::string& each : letters) text += each;
  return text;
}

TEST(ForTerminal, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(for_terminal("a\x1b]52;c;eA==\x07z"), "a<U+001B>]52;c;eA==<U+0007>z");
  EXPECT_EQ(for_terminal("\u009b31m"), "<U+009B>31m");
  EXPECT_EQ(for_terminal("one\u2028two\rthree"), "one<U+2028>two<U+000D>three");
  EXPECT_EQ(for_terminal("\u202Elive.exe"), "<U+202E>live.exe");
  EXPECT_EQ(for_terminal("\x9b"
                         "31m"),
            "<0x9B>31m");
}

TEST(ForTerminal, KeepsWhatIsOnlyShown) {
  for (const char* text :
       {"", "lines\nand\ttabs", "Żółć, نص, 議題", "👩\u200D🚀", "می\u200Cخواهم"}) {
    EXPECT_EQ(for_terminal(text), text);
  }
}

RC_GTEST_PROP(ForTerminal, LetsNothingThroughThatActs, ()) {
  const std::string shown = for_terminal(any_text());
  RC_ASSERT(for_terminal(shown) == shown);
  RC_ASSERT(Text::from_utf8(shown, "shown"));
  for (const char each : shown) {
    RC_ASSERT(static_cast<unsigned char>(each) >= 0x20 || each == '\n' || each == '\t');
  }
  for (const char* each : {"\x7f", "\u009b", "\u202e", "\u2066", "\u200f", "\u2028", "\uFEFF"}) {
    RC_ASSERT(shown.find(each) == std::string::npos);
  }
}

TEST(ForDocuments, HoldsOnlyWhatXmlAllows) {
  EXPECT_EQ(for_documents("a\uFFFE"
                          "b\uFFFF"
                          "c\x01"
                          "d\x1b"
                          "e\xff"
                          "f\u0085"s +
                          "\0"s),
            "a\uFFFD"
            "b\uFFFD"
            "c\uFFFD"
            "d\uFFFD"
            "e\uFFFD"
            "f\uFFFD"
            "\uFFFD");
  EXPECT_EQ(for_documents("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // a lone surrogate
  EXPECT_EQ(for_documents("a\tb\nc\rd \u202Eé😀"), "a\tb\nc\rd \u202Eé😀");
}

RC_GTEST_PROP(ForJson, MeansTheSame, ()) {
  const std::string text = for_documents(any_text());
  const std::string written = json_document(Json{{"text", text}});
  RC_ASSERT(Json::parse(written).at("text").get<std::string>() == text);
  RC_ASSERT(for_terminal(written) == written);
}

TEST(JsonDocument, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(json_document(Json{{"file",
                                "a\x9b"
                                "b"}}),
            "{\n  \"file\": \"a\uFFFD"
            "b\"\n}\n");
}

}  // namespace
}  // namespace parley
