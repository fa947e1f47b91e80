#pragma once

#include <string>
#include <utility>
#include <vector>

#include "parley/record/lexicon.hpp"

namespace parley::record::internal {

/// The regular forms of an English verb, the base first. Where a consonant may be doubled both
/// spellings are given, since the forms are only looked up, never printed.
std::vector<std::pair<std::string, VerbForm>> verb_forms(const std::string& lemma);

/// As verb_forms, with the irregular pasts and participles of data/lexicon/irregular_verbs.tsv, all
/// forms of "be", and of a verb in -ize also those in -ise.
std::vector<std::pair<std::string, VerbForm>> all_verb_forms(const std::string& lemma);

}  // namespace parley::record::internal
