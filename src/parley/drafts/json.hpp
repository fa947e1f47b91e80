#pragma once

#include <string>

#include "parley/base/json.hpp"
#include "parley/drafts/ledger.hpp"

namespace parley::drafts {

/// The most brackets that a document lists; of more the counts stay whole.
inline constexpr std::size_t kMostListed = 200'000;

/// "<draft>/<number>" of a clause and "<draft>/b<number>" of a bracket, numbered from 1.
std::string clause_id(const Draft& draft, std::size_t clause);
std::string bracket_id(const Draft& draft, std::size_t bracket);

/// The document of `parley drafts` without its "schema" member: drafts, clauses, brackets,
/// alignment, ledger, diagnostics. Offsets count code points of each text.
Json to_json(const std::vector<Version>& versions, const Ledger& ledger,
             const Diagnostics& diagnostics);

}  // namespace parley::drafts
