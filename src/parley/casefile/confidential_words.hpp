#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/casefile/folded_text.hpp"

namespace parley::casefile {

/// The words by which a text may name what a case keeps confidential: all that the full case says
/// in some field, or calls an entry, and the open one nowhere says in the same field. How far each
/// field's texts are sought stands in the table of fields (Sought).
///
/// Texts are compared word by word as FoldedWord has them, so that capitals, accents, ligatures,
/// soft hyphens, kinds of spaces, hyphens and apostrophes make no difference, nor do plural and
/// possessive endings, and the endings of cases in Cyrillic letters. From two letters on a text
/// names
/// - a phrase, when it holds all its words in their order; a leading article is not needed;
/// - the name of a person or a body, also when it holds one of its words (of three letters or fewer
///   only with the same capital), a word that begins like one of four letters or more
///   (“Zorblaxian”), or its initials (`A. Z.`; from three on `FSS`);
/// - the name of a file or an address, also by any of its parts.
///
/// Everyday words (data/confidential/ordinary_words.tsv) name nothing by themselves; written in
/// capitals, as US or WHO, they do where the text has them in capitals too.
class ConfidentialWords {
 public:
  ConfidentialWords(const Case& full, const Case& open);

  bool empty() const { return phrases_.empty() && beginnings_.empty(); }
  bool named_in(std::string_view text) const { return find(text).has_value(); }
  /// The byte at which the first name begins; nothing when there is none. Cost: the text's length
  /// times the number of phrases that begin with one letter.
  std::optional<std::size_t> find(std::string_view text) const;

 private:
  struct Phrase {
    /// What letters a text must have: any, a first capital, capitals only, or initials.
    enum class Form { any, capital, capitals, initials };

    std::vector<internal::FoldedWord> words;
    std::u32string letters;            ///< of all words
    std::set<std::size_t> boundaries;  ///< where in `letters` a word ends
    Form form = Form::any;
  };
  struct Beginning {
    std::u32string letters;
    bool free = false;  ///< whether any ending may follow
  };

  using Words = std::vector<internal::FoldedWord>;

  void add_phrase(Words words, Phrase::Form form);
  /// `names`: whether something is called by the words, so that common ones may be a name.
  void add_whole(Words words, bool names);
  void add_words_of(const Words& words, const std::set<std::u32string>& open_words);
  void add_initials(const Words& words, const std::set<std::u32string>& open_names);
  bool holds(const Words& text, std::size_t at, const Phrase& phrase) const;
  bool begins_like_a_name(const internal::FoldedWord& word) const;

  std::map<char32_t, std::vector<Phrase>> phrases_;  ///< by first letter
  std::map<char32_t, std::vector<Beginning>> beginnings_;
};

}  // namespace parley::casefile
