#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/bargaining/count.hpp"
#include "parley/bargaining/sweep.hpp"

namespace parley::bargaining::internal {

/// A block's distinct vectors of units with how many combinations give each, dominated ones
/// included.
struct Tally {
  std::vector<std::int64_t> units;
  std::vector<Count> counts;
};

/// Nothing when there are more than `most` vectors.
std::optional<Tally> tally(const BlockPlan& plan, std::size_t most);

}  // namespace parley::bargaining::internal
