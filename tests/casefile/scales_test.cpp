#include "parley/casefile/scales.hpp"

#include <gtest/gtest.h>

#include "casefile/support.hpp"

namespace parley::casefile {
namespace {

TEST(Scales, EveryWordHasARangeAndEveryScaleASource) {
  EXPECT_TRUE(scales().contains("priority"));
  EXPECT_TRUE(scales().contains("likelihood"));
  for (const auto& [name, scale] : scales()) {
    EXPECT_FALSE(scale.title.empty()) << name;
    EXPECT_FALSE(scale.source.empty()) << name;
    for (const Scale::Word& each : scale.words) EXPECT_LT(each.low, each.high) << each.word;
  }
}

TEST(Scales, AWordStandsForItsRange) {
  // ICD 203 (2015): very likely is 80 to 95 per cent.
  const std::optional<Estimate> estimate = estimate_of_word("likelihood", "very likely");
  ASSERT_TRUE(estimate);
  EXPECT_EQ(estimate->low, 0.80);
  EXPECT_EQ(estimate->high, 0.95);
  EXPECT_EQ(estimate->word, "very likely");
  EXPECT_EQ(estimate_of_word("likelihood", "Highly_Probable"), estimate);
  EXPECT_FALSE(estimate_of_word("likelihood", "vital"));
  EXPECT_FALSE(estimate_of_word("colour", "red"));
  EXPECT_TRUE(words_of_scale("colour").empty());
}

TEST(Scales, SaysWhatIsWrongWithAnotherFile) {
  const auto problems = [](const char* yaml) {
    const Result<Scales> read = read_scales(*Text::from_utf8(yaml, ""), "scales.yaml");
    return read ? std::string() : lines(read.error().diagnostics);
  };
  EXPECT_EQ(problems("scales: {s: {title: S, words: {w: {range: 1..2}}}}"), "");
  EXPECT_EQ(problems("words: {}"),
            "scales.yaml: error: there are no scales here "
            "(the file has one top-level map, `scales`)\n");
  EXPECT_EQ(problems("scales: {s: {name: S, words: {w: {range: 2..1}}}}"),
            "scales.yaml:1:14: error: a scale has no “name” "
            "(it has title, source, unit and words)\n"
            "scales.yaml:1:31: error: the word “w” has no range (write {range: low..high})\n");
}

}  // namespace
}  // namespace parley::casefile
