#pragma once

#include "parley/brief/chapters.hpp"

namespace parley::brief {

/// The words that a principal has for whether a deal would hold, beside the picture.
inline constexpr std::size_t kMostWordsOnHolding = 120;

/// The chapter “Would it hold” in at most kMostWordsOnHolding words and its picture: sentences that
/// do not fit are left out, the first come first.
Chapter holding_in_short(const Material& material);

}  // namespace parley::brief
