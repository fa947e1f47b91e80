#include "scoring/polnear.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "own_folder.hpp"
#include "parley/base/files.hpp"

namespace parley::scoring {
namespace {

std::vector<std::string> quoted(const char* words) {
  const Text text = Text::from_utf8(words, "a.txt").value();
  std::vector<std::string> result;
  for (const Span span : quoted_spans(text)) result.emplace_back(text.slice(span));
  return result;
}

TEST(QuotedSpans, ReadsStraightAndCurlyMarksByParagraph) {
  using List = std::vector<std::string>;
  EXPECT_EQ(quoted("He said \"no\" and “yes”."), (List{"no", "yes"}));
  EXPECT_EQ(quoted("“One.\n\n“Two.” End"), (List{"One.", "Two."}));
  EXPECT_EQ(quoted("“One.\nNo mark. “Two.”"), (List{"Two."}));
  EXPECT_EQ(quoted("none"), List{});
}

class PolnearFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ + "/text");
    std::filesystem::create_directories(folder_ + "/attributions");
  }

  const OwnFolder own_;
  const std::string folder_ = own_.path().string();
};

TEST_F(PolnearFolder, ScoresAnArticle) {
  //                                  0         1         2         3         4         5
  //                                  0123456789012345678901234567890123456789012345678901234
  ASSERT_TRUE(write_file(folder_ + "/text/x.txt",
                         "\"We stay,\" Rehn said. Marek claimed that it rained. \"Hm\""));
  ASSERT_TRUE(write_file(
      folder_ + "/attributions/x_1.ann",
      "T1\tSource 11 15\tRehn\nT2\tCue 16 20\tsaid\nT3\tContent 0 10\t\"We stay,\"\n"
      "T4\tAttribution 16 20\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
      "T5\tSource 22 27\tMarek\nT6\tCue 28 35\tclaimed\nT7\tContent 36 50\tthat it rained\n"
      "T8\tAttribution 28 35\tclaimed\nE2\tAttribution:T8 Source:T5 Cue:T6 Content:T7\n"));
  const auto articles = read_polnear(folder_);
  ASSERT_TRUE(articles);
  ASSERT_EQ(articles->size(), 1U);
  const auto quote = [](std::size_t start, std::size_t end, const Json& speaker_span) {
    return Json{{"start", start},
                {"end", end},
                {"speaker", nullptr},
                {"speaker_name", speaker_span.is_null() ? Json() : Json("?")},
                {"speaker_span", speaker_span},
                {"confidence", "high"}};
  };
  Json record = {
      {"actors", {{{"id", "rehn"}, {"mentions", {{{"report", "x"}, {"start", 11}, {"end", 15}}}}}}},
      {"quotes", {quote(1, 9, {{"start", 11}, {"end", 15}}), quote(53, 55, nullptr)}},
      {"statements",
       {{{"kind", "indirect"},
         {"cue_span", {{"start", 28}, {"end", 35}}},
         {"speaker_span", {{"start", 11}, {"end", 15}}}}}}};
  const std::vector<std::pair<std::string, Tally>> expected = {
      {"quotes", {1, 2, 1}},           {"quotes (exact)", {1, 2, 1}},  {"speakers", {1, 1, 1}},
      {"speakers (actor)", {1, 1, 1}}, {"speakers (high)", {1, 1, 1}}, {"indirect cues", {1, 1, 1}},
      {"indirect sources", {0, 1, 1}}};
  const Score score = score_article(articles->front(), record);
  EXPECT_EQ(score.tallies(), expected);

  // The record names a place elsewhere, but the right actor.
  record["quotes"][0]["speaker"] = "rehn";
  record["quotes"][0]["speaker_span"] = {{"start", 22}, {"end", 27}};
  Score by_actor = score_article(articles->front(), record);
  EXPECT_EQ(by_actor.of("speakers"), (Tally{0, 1, 1}));
  EXPECT_EQ(by_actor.of("speakers (actor)"), (Tally{1, 1, 1}));
}

TEST_F(PolnearFolder, NamesEveryBadLine) {
  ASSERT_TRUE(write_file(folder_ + "/text/x.txt", "short"));
  ASSERT_TRUE(write_file(folder_ + "/text/y.txt", "short"));
  ASSERT_TRUE(write_file(folder_ + "/attributions/x_1.ann", "T1\tCue 0 99\tx\nT2\tCue\tx\n"));
  const auto articles = read_polnear(folder_);
  ASSERT_FALSE(articles);
  std::vector<std::string> codes;
  for (const Diagnostic& each : articles.error().diagnostics) codes.push_back(each.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"bad-annotation", "bad-annotation", "no-annotation"}));
}

}  // namespace
}  // namespace parley::scoring
