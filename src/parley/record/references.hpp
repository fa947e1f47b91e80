#pragma once

#include <optional>
#include <vector>

#include "parley/record/grammar.hpp"
#include "parley/record/names.hpp"

namespace parley::record::internal {

/// Whom a "he", "she", "it" or "the official" stands for.
struct Reference {
  Range phrase;
  Range antecedent;
  /// Nothing when the antecedent has no name: "a senior officer".
  std::optional<std::size_t> figure;
  /// Nobody else in reach could be meant.
  bool sure = false;
};

/// The antecedents of pronouns and of bare role phrases, in the order of the text; those for which
/// the rules of reference/record.md section 6 find none are left out.
///
/// "He" and "she" lead, in the same sentence and then backwards over at most three paragraphs, to
/// the source of an attribution, else to the subject of the sentence, else to the nearest person
/// named. After a comma ("…, he said") the own sentence is what is said and gives nobody. Within a
/// quote they lead to the last person named in it. "It" leads to a state or body that is the
/// subject of its own sentence or of the one before. "The official" leads to the last phrase with
/// the same noun and more words: "a senior Ostrian official". A person's gender is taken from
/// titles and roles, and from pronouns that can mean only one person. Each search looks at a
/// bounded number of tokens.
std::vector<Reference> find_references(const Grammar& grammar, const Cast& cast);

/// The reference that a phrase is; null when there is none.
const Reference* reference_of(const std::vector<Reference>& references, Range phrase);

}  // namespace parley::record::internal
