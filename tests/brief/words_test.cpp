#include "parley/brief/words.hpp"

#include <gtest/gtest.h>

#include "parley/brief/document.hpp"
#include "parley/casefile/scales.hpp"

namespace parley::brief {
namespace {

TEST(OddsWords, CutTheBandsOfIcd203SymmetricallyAroundOneHalf) {
  const std::pair<double, std::string_view> table[] = {
      {0, "almost no chance"},
      {0.049, "almost no chance"},
      {0.05, "very unlikely"},
      {0.199, "very unlikely"},
      {0.20, "unlikely"},
      {0.449, "unlikely"},
      {0.45, "roughly even chance"},
      {0.5, "roughly even chance"},
      {0.55, "roughly even chance"},
      {0.56, "likely"},
      {0.80, "likely"},
      {0.81, "very likely"},
      {0.95, "very likely"},
      {0.951, "almost certain"},
      {1, "almost certain"},
  };
  for (const auto& [probability, word] : table) EXPECT_EQ(odds_word(probability), word);
}

// What a case may say and what a brief says are the same words for the same odds.
TEST(OddsWords, AreThoseOfTheLikelihoodScale) {
  const casefile::Scale& scale = casefile::scales().at("likelihood");
  ASSERT_EQ(scale.words.size(), 7U);
  for (const casefile::Scale::Word& each : scale.words) {
    EXPECT_EQ(odds_word((each.low + each.high) / 2), each.word);
    EXPECT_EQ(odds_word(each.low + 0.001), each.word);
    EXPECT_EQ(odds_word(each.high - 0.001), each.word);
  }
}

TEST(OddsWords, StandBesideTheirNumber) {
  EXPECT_EQ(odds_in_words({0.3, 0.3}), "unlikely (30 %)");
  EXPECT_EQ(odds_in_words({0.35, 0.5}), "unlikely to roughly even chance (35–50 %)");
  EXPECT_EQ(odds_in_words({0, 0}), "almost no chance (less than 1 %)");
  EXPECT_EQ(odds_in_words({1, 1}), "almost certain (more than 99 %)");
  EXPECT_EQ(odds_in_words({0, 0.9}), "not known (less than 1 % to 90 %)");
}

TEST(OddsWords, MakeAClause) {
  EXPECT_EQ(odds_clause({0.3, 0.3}, "it rains"), "it is unlikely (30 %) that it rains");
  EXPECT_EQ(odds_clause({0.02, 0.02}, "it rains"), "there is almost no chance (2 %) that it rains");
  EXPECT_EQ(odds_clause({0.5, 0.5}, "it rains"),
            "there is a roughly even chance (50 %) that it rains");
  EXPECT_EQ(odds_clause({0.35, 0.6}, "it rains"),
            "the odds that it rains run from unlikely to likely (35–60 %)");
  EXPECT_EQ(odds_clause({0.02, 0.6}, "it rains"), "it is not known (2–60 %) whether it rains");
}

TEST(Percent, IsRoundedToFiveAndNeverZeroOrAHundred) {
  EXPECT_EQ(percent(0), "less than 1 %");
  EXPECT_EQ(percent(0.031), "3 %");
  EXPECT_EQ(percent(0.33), "35 %");
  EXPECT_EQ(percent(0.62), "60 %");
  EXPECT_EQ(percent(0.97), "97 %");
  EXPECT_EQ(percent(1), "more than 99 %");
}

TEST(Percent, StaysWithItsWord) {
  EXPECT_EQ(percent(0.19), "19 %");
  EXPECT_EQ(percent(0.20), "20 %");
  EXPECT_EQ(percent(0.44), "44 %");
  EXPECT_EQ(percent(0.56), "56 %");
  EXPECT_EQ(percent(0.81), "81 %");
}

TEST(Odds, InNumbersHaveAWordBetweenOpenEnds) {
  EXPECT_EQ(odds_in_numbers({0.3, 0.3}), "30 %");
  EXPECT_EQ(odds_in_numbers({0.33, 0.62}), "35–60 %");
  EXPECT_EQ(odds_in_numbers({0.001, 0.04}), "<1 to 4 %");
  EXPECT_EQ(odds_in_numbers({0.001, 1}), "<1 to >99 %");
  EXPECT_EQ(odds_in_numbers({0, 0}), "<1 %");
}

TEST(Odds, HaveBandsFromZeroToOneWithoutAGap) {
  double end = 0;
  for (const OddsBand& each : odds_bands()) {
    EXPECT_EQ(each.low, end);
    EXPECT_EQ(odds_word((each.low + each.high) / 2), each.word);
    end = each.high;
  }
  EXPECT_EQ(end, 1);
}

TEST(Words, GainsHaveTheirSign) {
  EXPECT_EQ(gain_in_points(12.4), "+12");
  EXPECT_EQ(gain_in_points(-3.5), "−4");
  EXPECT_EQ(gain_in_points(-0.4), "0");
}

TEST(Words, QuoteAndPossess) {
  EXPECT_EQ(in_quotes("Ukraine and NATO"), "“Ukraine and NATO”");
  EXPECT_EQ(in_quotes(std::vector<std::string>{"a", "b"}), "“a” and “b”");
  EXPECT_EQ(possessive("Russia"), "Russia’s");
  EXPECT_EQ(possessive("United States"), "United States’");
}

TEST(Words, LinkANumberWithinAText) {
  const Prose prose = linked("it is unlikely (30 %) that it rains", "30 %", "deal");
  ASSERT_EQ(prose.runs().size(), 3U);
  EXPECT_EQ(prose.runs()[1].text, "30 %");
  EXPECT_EQ(prose.runs()[1].link, "deal");
  EXPECT_EQ(prose.text(), "it is unlikely (30 %) that it rains");
  EXPECT_EQ(linked("no number", "30 %", "deal").text(), "no number");
}

TEST(Words, JoinCountAndShorten) {
  EXPECT_EQ(joined({}), "");
  EXPECT_EQ(joined({"a"}), "a");
  EXPECT_EQ(joined({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(count_in_words(0), "no");
  EXPECT_EQ(count_in_words(12), "twelve");
  EXPECT_EQ(count_in_words(13), "13");
  EXPECT_EQ(with_separators(std::size_t{382205952}), "382,205,952");
  EXPECT_EQ(with_separators(std::size_t{999}), "999");
  EXPECT_EQ(shortened("één twee drie", 8), "één …");
  EXPECT_EQ(shortened("één", 3), "één");
}

}  // namespace
}  // namespace parley::brief
