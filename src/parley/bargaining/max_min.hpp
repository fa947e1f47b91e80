#pragma once

#include "parley/bargaining/search.hpp"

namespace parley::bargaining::internal {

/// search() for the smallest of the counted scores; at least one must be counted.
///
/// Bounded by the linear program over mixtures of choices (see weights.hpp). A choice costs by how
/// much it lowers the weighted sum, and a deal within `reach` of the bound has choices that cost no
/// more together; so deals are gone through by what they cost, with a reach that grows until it
/// holds the best deal known (Balas & Zemel 1980, "An algorithm for large zero-one knapsack
/// problems"; Pisinger 1995, for multiple-choice knapsacks). Blocks are settled in a fixed order,
/// those with cheap choices that differ most first. A partial deal is given up when some weights
/// prove that the rest cannot lift it; each depth keeps the weights that proved so before.
/// Deterministic.
Result<SearchResult> maximise_smallest(const Model& model, const Objective& objective,
                                       const Scoring& scoring, const SearchOptions& options,
                                       const Control& control);

}  // namespace parley::bargaining::internal
