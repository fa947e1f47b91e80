#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/drafts/draft.hpp"

namespace parley::drafts::internal {

/// A text with its letters in lower case: Latin, Greek and Cyrillic.
std::string to_lower(std::string_view text);

/// What a part of an agreement is called by (data/drafts/divisions.tsv).
struct Division {
  std::string_view word;  ///< in lower case
  ClauseKind kind = ClauseKind::article;
  int width = 0;  ///< 1: the widest
};

/// The division that a word in lower case names; nothing when it names none.
const Division* division(std::string_view word);

/// The words of one use (data/drafts/words.tsv), in the order of the file. The use must be there.
const std::vector<std::string_view>& words_for(std::string_view use);

/// Whether a word is one of a use.
bool is_word_for(std::string_view use, std::string_view word);

/// A number in words below a hundred ("twenty-eight") or in up to three digits, greater than 0.
std::optional<int> number_of(std::string_view word);

}  // namespace parley::drafts::internal
