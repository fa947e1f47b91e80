#pragma once

#include "parley/bargaining/sweep.hpp"

namespace parley::bargaining::internal {

/// The issues of each block, blocks in the order of their first issue: the connected components of
/// "appears in one linkage in force or in one interaction of a consenting party with".
std::vector<std::vector<std::size_t>> tied_issues(const Problem& problem, const InForce& in_force);

/// The plan of one block. The next issue is always the one that leaves the fewest combinations to
/// keep apart.
BlockPlan plan_block(const Problem& problem, const InForce& in_force,
                     const std::vector<std::size_t>& parties, const std::vector<Scale>& scales,
                     const std::vector<std::size_t>& issues);

}  // namespace parley::bargaining::internal
