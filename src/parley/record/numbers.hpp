#pragma once

#include <optional>
#include <string_view>

#include "parley/record/words.hpp"

namespace parley::record::internal {

/// A number that begins at a token, in digits or words, over `tokens` tokens.
struct FoundNumber {
  double value = 0;
  std::size_t tokens = 1;
  bool in_words = false;
  bool ordinal = false;
};

/// The number in one word: "17", "1,200", "2.5", "twelve", "twenty-two", "sixth", "4th".
std::optional<FoundNumber> number_in_word(std::string_view lower);

/// The number that begins at token `i`: "two and a half", "three hundred", "4.5 million". Years and
/// clock times are left to the caller.
std::optional<FoundNumber> number_at(const Words& words, std::size_t i, std::size_t end);

}  // namespace parley::record::internal
