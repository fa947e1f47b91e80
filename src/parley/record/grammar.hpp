#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/record/lexicon.hpp"
#include "parley/record/words.hpp"

namespace parley::record::internal {

/// What a token does in its sentence, as far as the subject of a verb needs it.
enum class Category : std::uint8_t {
  noun,
  name,
  pronoun,
  determiner,
  adjective,
  number,
  finite,      ///< a finite verb
  participle,  ///< -ing, or a past participle without auxiliary
  base,        ///< an infinitive
  auxiliary,
  negation,
  adverb,
  preposition,
  conjunction,
  subordinator,
  relative,
  possessive,
  to,
  time,  ///< a weekday, a month, "morning"
  comma,
  dash,
  colon,
  stop,
  bracket,
  quoted,  ///< within a quote, or one of its marks
  other,
};

/// Tokens [first, last).
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
  bool overlaps(Range other) const { return first < other.last && other.first < last; }
  friend bool operator==(Range, Range) = default;
};

/// One reading of a report's grammar. There are two, made independently: by word lists and
/// spelling, and by the tagger.
class Grammar {
 public:
  static Grammar by_lexicon(const Words& words);
  static Grammar by_tags(const Words& words);

  /// Past the last token there is a stop.
  Category at(std::size_t token) const {
    return token < categories_.size() ? categories_[token] : Category::stop;
  }
  bool is(std::size_t token, Category category) const { return at(token) == category; }
  const Words& words() const { return *words_; }
  const Token& token(std::size_t i) const { return words_->tokens[i]; }

  /// Nouns, names, pronouns and what may stand in a noun phrase before its head.
  bool is_head(std::size_t token) const;
  bool is_in_phrase(std::size_t token) const;

  /// The noun phrase whose last word is `token`, not before `floor`; empty when that is no head.
  Range phrase_ending_at(std::size_t token, std::size_t floor) const;
  /// The noun phrase that begins at `token`, before `ceiling`; empty when none does.
  Range phrase_starting_at(std::size_t token, std::size_t ceiling) const;

  /// The subject of the verb at `verb` within tokens from `floor` on, by the rules of
  /// reference/record.md section 5.3; nothing when none is in reach. `ceiling` bounds the search to
  /// the right, which a participle at the start of a sentence needs. Looks at a bounded number of
  /// tokens.
  std::optional<Range> subject_of(std::size_t verb, std::size_t floor, std::size_t ceiling) const;

  /// The subject of the clause on which what begins at `token` hangs.
  std::optional<Range> governing_subject(std::size_t token, std::size_t floor,
                                         std::size_t ceiling) const {
    return main_subject(token, floor, ceiling, 0);
  }

 private:
  explicit Grammar(const Words& words) : words_(&words), categories_(words.tokens.size()) {}
  std::optional<Range> subject_from(std::size_t verb, std::size_t floor, std::size_t ceiling,
                                    int depth) const;
  std::optional<Range> main_subject(std::size_t verb, std::size_t floor, std::size_t ceiling,
                                    int depth) const;
  std::optional<std::size_t> cue_before(std::size_t token, std::size_t floor) const;
  bool is_embedded(Range subject, std::size_t floor) const;
  std::optional<std::size_t> finite_before(std::size_t token, std::size_t floor) const;

  const Words* words_;
  std::vector<Category> categories_;
};

}  // namespace parley::record::internal
