#pragma once

#include <string>

#include "parley/conflict/analysis.hpp"

namespace parley::app {

/// What `parley stability` says to people: which states hold, a row each with the concepts under
/// which they do; which coalitions would leave them; and the shortest ways there.
std::string stability_summary(const conflict::Graph& graph, const conflict::Analysis& analysis);

}  // namespace parley::app
