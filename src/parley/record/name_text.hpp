#pragma once

#include <string>
#include <string_view>

#include "parley/record/grammar.hpp"
#include "parley/record/words.hpp"

/// What the finders of names share.
namespace parley::record::internal {

/// "Mr", "Dr.", "Lady": no office, and no part of a name.
bool is_honorific(std::string_view lower);

/// The words of a range with single spaces between those that the text sets apart.
std::string text_of(const Words& words, Range range);

/// A finite verb of saying.
bool is_spoken_cue(const Grammar& grammar, std::size_t token);

/// Beyond so many figures a text is a list of names, not a report, and searches over pairs of them
/// are left out.
inline constexpr std::size_t kMaxFigures = 2'000;

}  // namespace parley::record::internal
