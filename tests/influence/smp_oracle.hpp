#pragma once

#include <vector>

#include "parley/influence/council.hpp"

namespace parley::influence {

/// The first turn of the Spatial Model of Politics with KTAB's defaults, written out from the
/// formulas without regard to cost and in the order of the definition: [actor][dimension], 0 to 1.
std::vector<std::vector<double>> smp_oracle_turn(const Council& council);

}  // namespace parley::influence
