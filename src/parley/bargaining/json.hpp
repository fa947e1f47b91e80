#pragma once

#include "parley/bargaining/analysis.hpp"
#include "parley/base/json.hpp"

namespace parley::bargaining {

/// The document of `parley deals` without its "schema" member: parties, outcomes, frontier, zone,
/// solutions, opposition, conflicts, openings, trades. A deal is an object from issue to option, by
/// name; counts of deals are decimal strings; what is not known is null.
Json to_json(const Problem& problem, const Analysis& analysis);

/// {"issue": "option", …} in the order of the issues.
Json to_json(const Problem& problem, const Deal& deal);

}  // namespace parley::bargaining
