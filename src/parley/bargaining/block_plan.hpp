#pragma once

#include "parley/bargaining/sweep.hpp"

namespace parley::bargaining::internal {

/// The plan of each block, in the order of their first issues. Blocks are the connected components
/// of "appears in one linkage in force or in one interaction of a party that is looked at with".
/// The next issue of a plan is always the one that leaves the fewest combinations to keep apart. Of
/// the model only the coordinates and scales are looked at.
std::vector<BlockPlan> plan_blocks(const Problem& problem, const InForce& in_force,
                                   const Model& model);

}  // namespace parley::bargaining::internal
