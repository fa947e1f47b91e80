#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/record/lexicon.hpp"

namespace parley::record::internal {

/// The regular forms of an English verb, the base first. Where a consonant may be doubled both
/// spellings are given, since the forms are only looked up, never printed.
std::vector<std::pair<std::string, VerbForm>> verb_forms(const std::string& lemma);

/// The forms of a verb as the lexicon files write it, its irregular past and participle in
/// brackets: "accept", "sign(signed)", "withdraw(withdrew,withdrawn)"; all forms of "be".
std::vector<std::pair<std::string, VerbForm>> forms_of_entry(std::string_view entry);

}  // namespace parley::record::internal
