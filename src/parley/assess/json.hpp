#pragma once

#include "parley/assess/assessment.hpp"
#include "parley/base/json.hpp"

namespace parley::assess {

/// The document `assessment.json` (docs/assessment.md): everything by the case's own names.
/// Probabilities are 0 .. 1; values and gains are points, 0 .. 100.
Json to_json(const Assessment& assessment, const casefile::Case& source);

/// The deals alone: the fields of bargaining::to_json() for the central problem, and under "worlds"
/// the odds of a zone, what they hang on, and the packages.
Json to_json(const DealsAssessment& deals, const casefile::Case& source);

}  // namespace parley::assess
