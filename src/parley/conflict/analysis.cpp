#include "parley/conflict/analysis.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::conflict {

std::vector<StateIndex> equilibria_of_any(const Stability& stability) {
  std::vector<StateIndex> found;
  for (StateIndex s = 0; s < stability.states(); ++s) {
    if (std::ranges::any_of(kConcepts,
                            [&](Concept each) { return stability.equilibrium(each, s); })) {
      found.push_back(s);
    }
  }
  return found;
}

Result<Analysis> analyse(const Graph& graph, const AnalysisOptions& options,
                         const Control& control) {
  if (options.from >= graph.size) {
    return fail(FailureKind::invalid_input, "unknown-state", {},
                fmt::format("there is no state {}; there are {}", options.from + 1, graph.size));
  }
  auto found = stability(graph, control);
  if (!found) return tl::unexpected(std::move(found.error()));
  Analysis analysis{*std::move(found), std::nullopt, {}, options.from, {}, 0};
  std::vector<StateIndex> held = equilibria_of_any(analysis.stability);
  if (coalitions_fit(graph)) {
    auto coalitions = coalition_stability(graph, control);
    if (!coalitions) return tl::unexpected(std::move(coalitions.error()));
    analysis.coalitions = *std::move(coalitions);
    analysis.joint_improvements = joint_improvements(graph, held);
  }
  if (held.size() > options.most_routes) {
    analysis.routes_left_out = held.size() - options.most_routes;
    held.resize(options.most_routes);
  }
  analysis.routes = routes(graph, options.from, held);
  return analysis;
}

}  // namespace parley::conflict
