#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <string>

#include "casefile/support.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/casefile/scales.hpp"

namespace parley::casefile {
namespace {

// ICD 203, Analytic Standards (2015): words of likelihood with their bands, in per cent.
TEST(Shipped, LikelihoodIsThePublishedScale) {
  struct Row {
    std::string word, also;
    double low, high;
  };
  const std::array<Row, 7> published{{{"almost no chance", "remote", 1, 5},
                                      {"very unlikely", "highly improbable", 5, 20},
                                      {"unlikely", "improbable", 20, 45},
                                      {"roughly even chance", "roughly even odds", 45, 55},
                                      {"likely", "probable", 55, 80},
                                      {"very likely", "highly probable", 80, 95},
                                      {"almost certain", "nearly certain", 95, 99}}};
  const Scale* scale = scales().find("likelihood");
  ASSERT_NE(scale, nullptr);
  ASSERT_EQ(scale->words.size(), published.size());
  for (std::size_t i = 0; i < published.size(); ++i) {
    const Scale::Word& word = scale->words[i];
    EXPECT_EQ(word.word, published[i].word);
    EXPECT_EQ(scale->find(published[i].also), &word);
    EXPECT_DOUBLE_EQ(word.low, published[i].low / 100);
    EXPECT_DOUBLE_EQ(word.high, published[i].high / 100);
  }
}

// The mean weight of rank i among n, when all weights in that order are equally likely, is the sum
// of 1/j for j from i to n, divided by n (rank-order centroid; Barron & Barrett 1996, Management
// Science 42(11):1515-1523).
TEST(Shipped, PriorityBandsJoinAndHoldTheMeansOfRankedWeights) {
  const Scale* scale = scales().find("priority");
  ASSERT_NE(scale, nullptr);
  const std::size_t n = scale->words.size();
  double sum = 0;
  for (std::size_t rank = n; rank >= 1; --rank) {
    sum += 1.0 / static_cast<double>(rank);
    const double mean = 100 * sum / static_cast<double>(n);
    const Scale::Word& word = scale->words[rank - 1];
    EXPECT_LT(word.low, mean) << word.word;
    EXPECT_GT(word.high, mean) << word.word;
    if (rank > 1) {
      EXPECT_DOUBLE_EQ(word.high, scale->words[rank - 2].low) << word.word;
    }
  }
}

TEST(Shipped, CatalogueIssuesHaveATitleOptionsAndLowerCaseCues) {
  EXPECT_EQ(catalogue().size(), 34U);
  for (const auto& [name, issue] : catalogue()) {
    EXPECT_FALSE(issue.title.empty()) << name;
    EXPECT_GE(issue.options.size(), 2U) << name;
    EXPECT_FALSE(issue.cues.empty()) << name;
    for (const std::string& cue : issue.cues) {
      for (const char c : cue) {
        EXPECT_FALSE(std::isupper(static_cast<unsigned char>(c))) << name << ": " << cue;
      }
    }
  }
}

// What nobody knows may stay open-ended; everything else can be mended.
TEST(Shipped, EveryCaseIsFreeOfMistakesAndOfWarningsThatCanBeMended) {
  EXPECT_FALSE(shipped_cases().empty());
  for (const std::string& folder : shipped_cases()) {
    const Result<ReadCase> read = read_case(folder);
    ASSERT_TRUE(read) << folder << "\n" << lines(read.error().diagnostics);
    for (const Diagnostic& each : read->warnings) {
      EXPECT_EQ(each.code, "open-ended") << folder << ": " << to_text(each);
    }
    EXPECT_TRUE(read->value.as_of) << folder;
  }
}

TEST(Shipped, EveryReportSaysThatItWasWrittenForParley) {
  for (const std::string& folder : shipped_cases()) {
    const Result<ReadCase> read = read_case(folder);
    ASSERT_TRUE(read) << folder;
    for (const auto& [name, text] : read->value.texts) {
      const std::string head(text.utf8().substr(0, 300));
      EXPECT_NE(head.find("Written for Parley in its own words"), std::string::npos)
          << folder << ": " << name;
    }
  }
}

TEST(Shipped, EveryPositionHasAnAuthorOrASourceAndAConfidence) {
  for (const std::string& folder : shipped_cases()) {
    const Result<ReadCase> read = read_case(folder);
    ASSERT_TRUE(read) << folder;
    for (const auto& [party, positions] : read->value.positions) {
      for (const auto& [issue, position] : positions) {
        const Grounds& grounds = position.grounds;
        EXPECT_TRUE(grounds.confidence) << folder << ": " << party << ", " << issue;
        if (grounds.evidence.empty()) {
          EXPECT_EQ(grounds.confidence, Confidence::low)
              << folder << ": " << party << ", " << issue << " rests on no source";
        }
      }
    }
  }
}

}  // namespace
}  // namespace parley::casefile
