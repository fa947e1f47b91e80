#pragma once

#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/bargaining/analysis.hpp"
#include "parley/casefile/case.hpp"

namespace parley::app {

/// What `parley deals` says to people, in lines as wide as the terminal and in points from 0 to
/// 100: how many deals there are, the zone, the frontier, the four solutions and their deals;
/// without a zone the conflicts and openings; the best trades from each draft.
std::string deals_summary(const bargaining::Problem& problem, const bargaining::Analysis& analysis);

/// The problem of a case with the titles of parties, issues and options in place of their ids.
bargaining::Problem with_titles(bargaining::Problem problem, const casefile::Case& source);

/// The analysis with the titles of drafts in place of their ids.
bargaining::Analysis with_titles(bargaining::Analysis analysis, const casefile::Case& source);

/// What there is to say of a case that yields no odds: how many deals there are, and what it does
/// not say (brief::what_is_missing).
std::string untold_summary(const bargaining::Problem& titled, const bargaining::Analysis& analysis,
                           const std::string& missing);

/// What the worlds of a case add: the odds of a zone and the packages with theirs. `titled` is the
/// problem of `deals` with titles.
std::string worlds_summary(const bargaining::Problem& titled, const assess::DealsAssessment& deals);

}  // namespace parley::app
