#pragma once

#include <utility>
#include <vector>

namespace parley::assess {

/// A quantity over the worlds: its 5 %, 50 % and 95 % quantiles.
struct Spread {
  double low = 0;
  double middle = 0;
  double high = 0;
};

/// The smallest value that at least a share p of the total weight does not exceed. `samples` are
/// (value, weight) pairs, at least one with a positive weight; they are reordered.
double weighted_quantile(std::vector<std::pair<double, double>>& samples, double p);

/// The spread of samples, as weighted_quantile().
Spread spread_of(std::vector<std::pair<double, double>>& samples);

}  // namespace parley::assess
