#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parley/record/tag.hpp"

namespace parley::record {

/// Tokens of one sentence and their tags; both spans have the same size.
struct TaggedSentence {
  std::span<const std::string_view> words;
  std::span<const Tag> tags;

  std::size_t size() const { return words.size(); }
};

/// A noun with what stands before it in its phrase: "the Ostrian deputy foreign minister Ilan
/// Marek", "Kovan's aide", "28 points", "she". What follows the noun ("of Ostria", "who left") is
/// not in it.
struct NounGroup {
  std::size_t begin = 0;  ///< first token
  std::size_t end = 0;    ///< past the last token
  std::size_t head = 0;  ///< the last noun, or the pronoun, number or adjective that stands for one

  friend bool operator==(const NounGroup&, const NounGroup&) = default;
};

/// What the first word of a verb group makes of its clause.
enum class VerbForm {
  finite,           ///< "said", "has not agreed", "would sign"
  infinitive,       ///< "to sign", and a bare "sign" after "helped"
  ing_participle,   ///< "calling", "having agreed"
  past_participle,  ///< "tabled by both sides", alone
};

/// A main verb with its auxiliaries and the adverbs between them: "has not been seen".
struct VerbGroup {
  std::size_t begin = 0;  ///< first token, an auxiliary, "to" or the verb itself
  std::size_t end = 0;    ///< past the main verb
  std::size_t head = 0;   ///< the main verb; the last auxiliary when the verb is left out
  VerbForm form = VerbForm::finite;
  std::optional<std::size_t> modal;     ///< "will", "could", "must"
  std::optional<std::size_t> negation;  ///< "not", "n't", "never", "no longer": its first word
  bool passive = false;  ///< be or get with a past participle, or a past participle alone

  friend bool operator==(const VerbGroup&, const VerbGroup&) = default;
};

/// A sentence's noun and verb groups, each kind in order and without overlap; a token is in at most
/// one group.
struct Chunks {
  std::vector<NounGroup> nouns;
  std::vector<VerbGroup> verbs;
};

/// Groups the tokens by the patterns of their tags alone (base phrases in the sense of Abney 1991,
/// "Parsing by chunks"; possessors stay in their noun's group, unlike in CoNLL-2000). A weekday or
/// other time noun after a name is a group of its own ("Marek | Tuesday"). Linear in the tokens.
Chunks find_chunks(const TaggedSentence& sentence);

/// True for weekdays, months and words such as "week", "yesterday", "night".
bool is_time_noun(std::string_view word);

/// True when the head of the group is a time noun: "last week", "Tuesday".
bool is_time(const TaggedSentence& sentence, const NounGroup& group);

}  // namespace parley::record
