#pragma once

#include "parley/base/json.hpp"
#include "parley/conflict/analysis.hpp"
#include "parley/conflict/witness.hpp"

namespace parley::conflict {

/// The document of `parley stability` without its "schema" member: states, options,
/// decision_makers, stable, equilibria, coalitions (null where there are too many), paths. States
/// are numbers from 1, ascending; a group is its members' names with + between them.
Json to_json(const Graph& graph, const Analysis& analysis);

/// A verdict with its proof, in numbers and as sentences.
Json to_json(const Graph& graph, const Witness& witness);

/// What cannot be: each condition in words, with how many of all combinations of options it rules
/// out by itself, a decimal number as text; null where counting would take too long.
Json infeasible_json(const GraphModel& model);

}  // namespace parley::conflict
