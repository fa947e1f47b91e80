#pragma once

#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/bargaining/demand.hpp"
#include "parley/bargaining/problem.hpp"
#include "parley/casefile/case.hpp"

/// What things are called in a brief: titles of the case, by the positions that results use.
namespace parley::brief {

/// The title of the draft, or its id where it has none.
std::string draft_title(const casefile::Case& source, std::size_t draft);

/// "Merin (planned): Ostria and Velm".
std::string round_title(const casefile::Case& source, const casefile::Round& round);

/// The title of an option, or its id where it has none.
std::string option_title(const casefile::Issue& issue, std::size_t option);

/// The names of the parties whose consent is needed: "Russia and Ukraine".
std::string consenting_parties(const casefile::Case& source);

/// How many parties' consent is needed.
std::size_t consenting_count(const casefile::Case& source);

/// Whether the assessment tells odds of deals: the case says enough to make them from.
bool tells_odds(const assess::Assessment& assessment);

/// What the case does not say and odds need: "what Velm wants, and what Ostria and Velm get without
/// a deal". Needs Assessment::deals.
std::string what_is_missing(const casefile::Case& source, const assess::Assessment& assessment);

/// A demand of a problem that was made from the case, as a thing: "Russia’s red line against
/// “Freeze” (Donbas)", "Russia’s demand for at least what it gets without a deal".
std::string demand_in_words(const casefile::Case& source, const bargaining::Problem& problem,
                            const bargaining::Demand& demand);

/// @name Anchors of rows, where numbers come from.
/// @{
std::string issue_anchor(const casefile::Case& source, std::size_t issue);  ///< in the matrix
std::string no_deal_anchor(const casefile::Case& source, std::size_t party);
std::string draft_anchor(const casefile::Case& source, std::size_t draft);
std::string odds_anchor(const casefile::Case& source, std::size_t draft);  ///< the draft's odds
std::string package_anchor(std::size_t package);
std::string driver_anchor(std::size_t driver);
/// Where the demand's own estimate stands: the row of its issue or of its no-deal value, or for a
/// linkage the chapter of positions.
std::string demand_anchor(const casefile::Case& source, const bargaining::Problem& problem,
                          const bargaining::Demand& demand);
/// @}

}  // namespace parley::brief
