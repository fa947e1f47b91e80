#pragma once

#include <optional>
#include <vector>

#include "parley/record/chunks.hpp"
#include "parley/record/named_enum.hpp"

namespace parley::record {

/// Which rule found the subject of a verb:
///
///     adjacent      Marek soon said
///     inverted      "…," said Marek; did Marek say
///     aside         Marek, the envoy, said; Marek (54) said
///     preposition   the envoy from Ostria said
///     antecedent    the envoy who said
///     object        Rehn quoted Marek as saying; Rehn asked Marek to say
///     absolute      with Marek saying
///     coordinated   Marek came and said
///     governing     Marek left, saying; Marek refused to say
///     following     While praising the guard, Marek left
#define PARLEY_SUBJECT_RULES(VALUE) \
  VALUE(adjacent)                   \
  VALUE(inverted)                   \
  VALUE(aside)                      \
  VALUE(preposition)                \
  VALUE(antecedent)                 \
  VALUE(object) VALUE(absolute) VALUE(coordinated) VALUE(governing) VALUE(following)
PARLEY_NAMED_ENUM(SubjectRule, subject_rule_named, PARLEY_SUBJECT_RULES)

/// Who or what a verb is said of.
struct Subject {
  std::vector<NounGroup> groups;  ///< at least one; several when joined by "and" or "or"; in order
  SubjectRule rule = SubjectRule::adjacent;
};

/// The grammatical subject of a verb group, found from the verb to the left.
///
/// Adverbs, asides between commas, brackets or dashes, quotations, times and prepositional phrases
/// are passed over; a relative pronoun stands for the noun before it; a verb after "and" has the
/// subject of the verb it is joined to, a participle or an infinitive that of the verb it hangs on.
/// For a passive verb this is who it is done to. Nothing when no noun group is in reach:
/// imperatives, clauses with "what", text that is no sentence. Whether the subject can speak is not
/// asked.
///
/// `verb` is one of chunks.verbs. Looks back at most 150 tokens. A function of its arguments only.
std::optional<Subject> subject_of(const TaggedSentence& sentence, const Chunks& chunks,
                                  const VerbGroup& verb);

/// Who does what a passive verb says: the noun group after "by" ("was rejected by both sides"),
/// with no other verb between. Nothing for an active verb.
std::optional<NounGroup> agent_of(const TaggedSentence& sentence, const Chunks& chunks,
                                  const VerbGroup& verb);

/// The noun group right behind an active verb, its first object: "told reporters", "signed the
/// text". Nothing when the group is a time, or the subject of the next verb ("said Marek left").
std::optional<NounGroup> object_of(const TaggedSentence& sentence, const Chunks& chunks,
                                   const VerbGroup& verb);

}  // namespace parley::record
