#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parley/drafts/draft.hpp"

namespace parley::drafts::internal {

/// A word, a number or a sign of a text: bytes [begin, end). Marks of Markdown and HTML are none.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t term = 0;  ///< the same for the same word in whatever case
  bool is_word = false;
};

/// Numbers for words, the same over all texts that are compared.
class Terms {
 public:
  std::uint32_t of(const std::string& word) {
    return known_.emplace(word, static_cast<std::uint32_t>(known_.size())).first->second;
  }
  std::size_t size() const { return known_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

/// The tokens of bytes [begin, end) of a text.
std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end,
                             text::Markup markup, Terms& terms);

/// A word without the ending that number and time give it: "withdraws" and "withdrawing" are one.
std::string stem(std::string_view word);

/// For each token of `a` the one of `b` that it became: the longest common run (Myers 1986, An
/// O(ND) difference algorithm), kNone where there is none. Texts that differ in more than a few
/// thousand tokens keep only what is alike at their ends.
inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);
std::vector<std::size_t> matched(const std::vector<Token>& a, const std::vector<Token>& b);

}  // namespace parley::drafts::internal
