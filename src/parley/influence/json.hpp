#pragma once

#include "parley/base/json.hpp"
#include "parley/influence/analysis.hpp"

namespace parley::influence {

/// The document of `parley influence` without its "schema" member: options, issues with forecast,
/// models and movers, the courses of the models that play rounds, and the exchanges with what
/// others gain or lose by them. Of expected utility the first eleven rounds are listed, whatever it
/// played.
Json to_json(const Analysis& analysis, const AnalysisOptions& options);

}  // namespace parley::influence
