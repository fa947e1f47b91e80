#pragma once

#include <optional>
#include <vector>

#include "parley/conflict/coalition.hpp"
#include "parley/conflict/paths.hpp"
#include "parley/conflict/stability.hpp"

namespace parley::conflict {

struct AnalysisOptions {
  StateIndex from = 0;              ///< today's state, from which paths begin
  std::size_t most_routes = 1'000;  ///< to equilibria, the lowest first
};

/// Everything that `parley stability` answers about one model.
struct Analysis {
  Stability stability;
  /// Nothing where coalitions_fit() says no.
  std::optional<CoalitionStability> coalitions;
  /// From every state that is an equilibrium under some concept, where coalitions fit.
  std::vector<JointImprovement> joint_improvements;
  StateIndex from = 0;
  std::vector<Route> routes;  ///< to states that are an equilibrium under some concept
  std::size_t routes_left_out = 0;
};

/// States that are an equilibrium under at least one of the five concepts, ascending.
std::vector<StateIndex> equilibria_of_any(const Stability& stability);

/// Fails with "unknown-state" when there is no state `from`, or with what control asks for.
Result<Analysis> analyse(const Graph& graph, const AnalysisOptions& options = {},
                         const Control& control = {});

}  // namespace parley::conflict
