#pragma once

#include <utility>
#include <vector>

#include "parley/drafts/alignment.hpp"

namespace parley::drafts::internal {

/// Whether two clauses have the same words, and what differs: words that change together are one
/// edit, also where a single word or sign between them stays.
std::pair<bool, std::vector<Edit>> edits_between(const Draft& older, const Clause& from,
                                                 const Draft& newer, const Clause& to);

}  // namespace parley::drafts::internal
