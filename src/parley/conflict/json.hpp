#pragma once

#include "parley/base/json.hpp"
#include "parley/conflict/analysis.hpp"

namespace parley::conflict {

/// The document of `parley stability` without its "schema" member: states, decision_makers, stable,
/// equilibria, coalitions, paths. States are numbers from 1, ascending.
Json to_json(const Graph& graph, const Analysis& analysis);

/// The numbers of states, from 1.
Json state_numbers(const std::vector<StateIndex>& states);

}  // namespace parley::conflict
