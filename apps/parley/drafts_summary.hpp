#pragma once

#include <string>

#include "parley/drafts/ledger.hpp"

namespace parley::app {

/// What `parley drafts` says to people: what each text holds and how much of it is open, where that
/// is, and of each text what changed from the one that it follows.
std::string drafts_summary(const std::vector<drafts::Version>& versions,
                           const drafts::Ledger& ledger);

}  // namespace parley::app
