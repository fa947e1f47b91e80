#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/record/grammar.hpp"

namespace parley::record::internal {

/// How a quote was led to its speaker, the surest first (reference/record.md section 5.1).
#define PARLEY_SIEVES(VALUE) \
  VALUE(label)               \
  VALUE(subject_verb)        \
  VALUE(verb_subject)        \
  VALUE(according_to)        \
  VALUE(colon)               \
  VALUE(continuation)        \
  VALUE(verb_before) VALUE(trailing) VALUE(participle) VALUE(any_verb) VALUE(paragraph)
PARLEY_NAMED_ENUM(Sieve, sieve_named, PARLEY_SIEVES)

/// Who says a quote according to one finder.
struct Attribution {
  Range speaker;                   ///< with the relative pronoun that stands for it: "Marek, who"
  std::optional<std::size_t> cue;  ///< a token
  Sieve sieve = Sieve::any_verb;
  /// The quote whose speaker was taken over, by number; for continuation.
  std::optional<std::size_t> from;
};

/// The speaker of each quote, by one reading of the grammar; nothing where no source is in reach.
/// Linear: each search looks at a bounded number of tokens.
std::vector<std::optional<Attribution>> attribute_quotes(const Grammar& grammar);

/// The verb at a token that can introduce speech here, by this reading; nothing for nouns, passives
/// and words within quotes.
std::optional<CueForm> cue_at(const Grammar& grammar, std::size_t token);

}  // namespace parley::record::internal
