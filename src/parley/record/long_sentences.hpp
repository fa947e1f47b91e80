#pragma once

#include <cstddef>
#include <vector>

#include "parley/record/words.hpp"

namespace parley::record::internal {

/// The most tokens that are read as one sentence. The longest sentence of the reports that the
/// record is scored on has a fifth of them; what is said of a sentence may cost the square of its
/// length.
inline constexpr std::size_t kLongestSentence = 1000;

/// Where the pieces of tokens [first, last) end, the last at `last`; no piece is longer than
/// kLongestSentence. A piece ends behind the last comma, semicolon, colon or dash in its second
/// half, else at its full length. Linear.
std::vector<std::size_t> piece_ends(const std::vector<Token>& tokens, std::size_t first,
                                    std::size_t last);

}  // namespace parley::record::internal
