#pragma once

#include <vector>

#include "parley/record/drafts.hpp"

namespace parley::record::internal {

/// The drafts that a report speaks of without counting their points: "the committee's latest
/// counteroffer", "the Thai draft", "four new documents", by the words of
/// data/lexicon/draft_words.tsv. Where the noun alone may mean another thing, an owner, a word for
/// a version or a verb of tabling must tell. What touches one of `numbered` is that draft. A draft
/// named again by one noun and one author is one. In the order of the text; linear.
std::vector<FoundDraft> find_plain_drafts(const Reading& reading,
                                          const std::vector<FoundDraft>& numbered);

}  // namespace parley::record::internal
