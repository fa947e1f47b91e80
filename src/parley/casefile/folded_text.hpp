#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::casefile::internal {

/// One word of a text as names are compared: after Unicode case folding and NFKC (UAX #15), without
/// accents and without what cannot be seen (soft hyphens, joiners, marks of direction).
struct FoldedWord {
  /// What stands before it: its text's beginning or white space and the like, or nothing but signs
  /// that stand inside names (hyphens, apostrophes, full stops, a hyphen at a line's end).
  enum class Gap { apart, joined };

  std::u32string letters;
  std::u32string stem;  ///< without the endings that a name wears: plural, case
  Gap gap = Gap::apart;
  std::size_t capitals = 0;  ///< how many letters, counted from the first, are upper case
  std::size_t start = 0;     ///< the byte of the text at which it begins

  bool all_capitals() const { return capitals == letters.size(); }
};

/// The words of a text in their order. Letters and digits make words; a sign of a script that is
/// written without spaces (Han, kana, Thai and the like) is a word of its own, joined to the last.
/// Bytes that are not UTF-8 part words. Cost: linear.
std::vector<FoldedWord> folded_words(std::string_view text);

/// A word without the endings that a name wears: plural in Latin letters, case in Cyrillic ones,
/// the article with its particles in Arabic ones. Forms of one name have one stem; two names may
/// share one. The word must not be empty; what remains has three letters or more, or is the word.
std::u32string stem_of(std::u32string_view word);

/// The endings and beginnings of data/confidential/endings.tsv of one kind, longest first.
const std::vector<std::u32string>& affixes(std::string_view kind);

bool is_cyrillic(char32_t letter);

}  // namespace parley::casefile::internal
