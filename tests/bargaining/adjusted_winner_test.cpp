#include "parley/bargaining/adjusted_winner.hpp"

#include <gtest/gtest.h>

namespace parley::bargaining {
namespace {

// Point tables after Brams & Togman 1996, Conflict Management and Peace Science 15(1):99-112, Brams
// & Taylor 1996, Fair Division, and Raiffa 1982; not compared with print, exact as arithmetic.
const std::vector<PointedIssue> kCampDavid = {
    {"Sinai", 35, 55},  {"Diplomatic recognition", 10, 5}, {"West Bank/Gaza", 20, 10},
    {"Linkage", 10, 5}, {"Palestinian rights", 5, 20},     {"Jerusalem", 20, 5}};

const std::vector<PointedIssue> kPanama = {
    {"US defense rights", 22, 9},     {"Use rights", 22, 15}, {"Land and water", 15, 15},
    {"Expansion rights", 14, 3},      {"Duration", 11, 15},   {"Expansion routes", 6, 5},
    {"Compensation", 4, 11},          {"Jurisdiction", 2, 7}, {"US military rights", 2, 7},
    {"Defense role of Panama", 2, 13}};

TEST(AdjustedWinner, CampDavid) {
  const auto found = adjusted_winner(kCampDavid);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->first_before, 60);
  EXPECT_EQ(found->second_before, 75);
  EXPECT_EQ(found->first, (Fraction{395, 6}));
  EXPECT_EQ(found->second, (Fraction{395, 6}));
  const std::vector<Fraction> first = {{1, 6}, {1, 1}, {1, 1}, {1, 1}, {0, 1}, {1, 1}};
  for (std::size_t k = 0; k < first.size(); ++k) EXPECT_EQ(found->shares[k].first, first[k]);
  EXPECT_EQ(found->shares[0].second, (Fraction{5, 6}));
}

TEST(AdjustedWinner, PanamaCanal) {
  const auto found = adjusted_winner(kPanama);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->first_before, 64);
  EXPECT_EQ(found->second_before, 53);
  EXPECT_EQ(found->first, (Fraction{66, 1}));
  EXPECT_EQ(found->second, (Fraction{66, 1}));
  EXPECT_EQ(found->shares[2].first, (Fraction{2, 15}));
  EXPECT_EQ(found->shares[2].second, (Fraction{13, 15}));
  const std::vector<std::int64_t> whole = {1, 1, -1, 1, 0, 1, 0, 0, 0, 0};
  for (std::size_t k = 0; k < whole.size(); ++k) {
    if (whole[k] < 0) continue;  // land and water, above
    EXPECT_EQ(found->shares[k].first, (Fraction{whole[k], 1})) << k;
  }
}

TEST(AdjustedWinner, ExchangingThePartiesExchangesTheResult) {
  for (const auto* issues : {&kCampDavid, &kPanama}) {
    std::vector<PointedIssue> swapped = *issues;
    for (PointedIssue& each : swapped) std::swap(each.first, each.second);
    const auto a = adjusted_winner(*issues);
    const auto b = adjusted_winner(swapped);
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->first, b->second);
    for (std::size_t k = 0; k < issues->size(); ++k) {
      EXPECT_EQ(a->shares[k].first, b->shares[k].second);
    }
  }
}

TEST(AdjustedWinner, RefusesWhatItCannotDivide) {
  const auto code = [](const std::vector<PointedIssue>& issues) {
    return adjusted_winner(issues).error().diagnostics.front().code;
  };
  EXPECT_EQ(code({}), "no-issues");
  EXPECT_EQ(code({{"a", -1, 1}}), "negative-points");
  EXPECT_EQ(code({{"a", 60, 40}}), "unequal-points");
  EXPECT_EQ(code({{"a", 0, 0}}), "no-points");
  EXPECT_EQ(code({{"a", 2'000'000, 2'000'000}}), "too-many-points");
}

}  // namespace
}  // namespace parley::bargaining
