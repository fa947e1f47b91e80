#pragma once

#include <string>
#include <vector>

#include "parley/conflict/model.hpp"

namespace parley::conflict {

/// An option with the position of who holds it.
struct HeldOption {
  std::string name;
  std::size_t maker = 0;
  Direction direction = Direction::both;
};

/// A model from a few rows: what cannot be as patterns ("YY-"), rankings best first by the numbers
/// of states, without ties; without rankings all are indifferent.
GraphModel conflict_of(const std::vector<std::string>& makers,
                       const std::vector<HeldOption>& options,
                       const std::vector<std::string>& infeasible = {},
                       const std::vector<std::vector<StateIndex>>& rankings = {});

}  // namespace parley::conflict
