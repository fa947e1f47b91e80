#pragma once

#include "parley/brief/chapters.hpp"

namespace parley::brief {

/// The words that a principal has for whether a deal would hold, beside the picture.
inline constexpr std::size_t kMostWordsOnHolding = 120;

/// The chapter “Would it hold” in at most `most` sentences and kMostWordsOnHolding words, and its
/// picture: what does not fit is left out, the first come first.
Chapter holding_in_short(const Material& material, std::size_t most);

}  // namespace parley::brief
