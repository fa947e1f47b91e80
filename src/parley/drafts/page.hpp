#pragma once

#include <string>

#include "parley/drafts/ledger.hpp"

namespace parley::drafts {

/// The most clauses of a text that a page shows.
inline constexpr std::size_t kMostShown = 5000;

/// The versions as one page that needs no network: how much is open in each text and where; then
/// each text beside the one that it follows, clause by clause, with what was put in and taken out,
/// brackets marked by who holds them, and moves drawn. A clause that did not change is shown on a
/// click. Text is escaped.
std::string to_page(const std::vector<Version>& versions, const Ledger& ledger);

}  // namespace parley::drafts
