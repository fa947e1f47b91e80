#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parley/record/words.hpp"

namespace parley::record::internal {

/// Adds the tokens of bytes [begin, end) of a text, without `lower`. Splits as the Penn treebank
/// does, but keeps hyphenated words, abbreviations and numbers with their signs whole.
void tokenize(std::string_view text, std::size_t begin, std::size_t end,
              std::vector<Token>& tokens);

}  // namespace parley::record::internal
