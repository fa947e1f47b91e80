#pragma once

#include <utility>
#include <vector>

namespace parley::assess {

/// The smallest value that at least a share p of the total weight does not exceed. `samples` are
/// (value, weight) pairs, at least one with a positive weight; they are reordered.
double weighted_quantile(std::vector<std::pair<double, double>>& samples, double p);

}  // namespace parley::assess
