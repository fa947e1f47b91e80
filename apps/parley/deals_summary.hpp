#pragma once

#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/bargaining/analysis.hpp"

namespace parley::app {

/// What `parley deals` says to people, in lines of at most 100 columns: how many deals there are,
/// the zone, the frontier, the four solutions and their deals; without a zone the conflicts and
/// openings; the best trades from each draft.
std::string deals_summary(const bargaining::Problem& problem, const bargaining::Analysis& analysis);

/// What the worlds of a case add: the odds of a zone and the packages with theirs.
std::string worlds_summary(const assess::DealsAssessment& deals);

}  // namespace parley::app
