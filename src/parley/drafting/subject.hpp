#pragma once

#include <string>

#include "parley/base/text.hpp"
#include "parley/casefile/case.hpp"

namespace parley::drafting::internal {

/// Whether one of the reports holds a word for talks (class "talks" of data/lexicon/sides.tsv).
/// Linear.
bool tell_of_talks(const casefile::Named<Text>& texts);

/// What the reports say that the talks are about, in their own words: "fish quotas" of "talks on
/// fish quotas", "pipeline" of "the dispute over the pipeline". The noun phrase behind such a word
/// and "on", "over" or "about" that stands most often; of equals the first; empty where no report
/// says. A day ("talks on Friday") is none. Linear.
std::string find_subject(const casefile::Named<Text>& texts);

}  // namespace parley::drafting::internal
