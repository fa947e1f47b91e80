#pragma once

#include <span>
#include <string_view>

#include "parley/record/tag.hpp"

namespace parley::record::internal {

/// Mends mistakes that a tagger makes on news prose when it learnt from mail, reviews and weblogs:
/// nouns that look like verbs ("Talks have begun", "their demands grew", "Advocates say"), and past
/// tenses taken for participles. Only tags that no English clause allows are changed:
///
/// - a verb just after "the", "a" or a possessive is a noun;
/// - of two verb forms in a row that both need a subject, the first is a noun, and so is a
/// capitalised
///   adjective before a finite verb ("Rehn added");
/// - a base form after a plural or a pronoun, with no other verb before it, is a present tense;
/// - "said" without "have" or "be" before it is a past tense, and so is the first participle of a
///   sentence that has no finite verb, unless "by" follows.
///
/// Both spans have the same size. Linear in the tokens.
void repair_tags(std::span<const std::string_view> words, std::span<Tag> tags);

}  // namespace parley::record::internal
