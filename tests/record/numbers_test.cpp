// Numbers in one word: each of the few hundred that can be written, and words that only look like
// one, however long.
#include "parley/record/numbers.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace parley::record::internal {
namespace {

constexpr std::array<std::string_view, 10> kUnits = {"",     "one", "two",   "three", "four",
                                                     "five", "six", "seven", "eight", "nine"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(NumberInWord, ReadsTensWithAndWithoutAUnit) {
  for (std::size_t t = 0; t < kTens.size(); ++t) {
    for (std::size_t u = 0; u < kUnits.size(); ++u) {
      const std::string word = std::string(kTens[t]) + (u > 0 ? "-" + std::string(kUnits[u]) : "");
      const auto number = number_in_word(word);
      ASSERT_TRUE(number) << word;
      EXPECT_EQ(number->value, static_cast<double>((t + 2) * 10 + u)) << word;
      EXPECT_TRUE(number->in_words) << word;
      EXPECT_FALSE(number->ordinal) << word;
    }
  }
  EXPECT_EQ(number_in_word("thirty-third")->value, 33);
  EXPECT_TRUE(number_in_word("thirty-third")->ordinal);
}

TEST(NumberInWord, ReadsNoNumberWhereTheWordGoesOn) {
  for (const char* word :
       {"twenty-five-year", "twenty-thirty", "twenty-ten", "twenty-4", "five-six", "twenty-",
        "-five", "-", "twenty-zero", "twenty-dozen", "4-th", "4,x"}) {
    EXPECT_FALSE(number_in_word(word)) << word;
  }
}

TEST(NumberInWord, ReadsNoNumberInAWordOfAMillionParts) {
  for (const char* part : {"a-", "-", "twenty-", "five-", "1-", "1,", "1.", "9", "twenty"}) {
    const auto number = number_in_word(repeated(part, 1'000'000));
    EXPECT_FALSE(number && number->value < 1e6) << part;
  }
}

}  // namespace
}  // namespace parley::record::internal
