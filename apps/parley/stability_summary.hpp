#pragma once

#include <string>

#include "parley/conflict/analysis.hpp"

namespace parley::app {

/// What `parley stability` says to people: which states hold, a row each with the concepts under
/// which they do; which coalitions would leave them; the shortest ways there; and what cannot be.
std::string stability_summary(const conflict::GraphModel& model, const conflict::Graph& graph,
                              const conflict::Analysis& analysis);

}  // namespace parley::app
