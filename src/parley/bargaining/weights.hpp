#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace parley::bargaining::internal {

/// The vector with the largest weighted sum among those that can be reached, written to the second
/// argument; returns that sum. Weights are not negative and sum to 1.
using Support = std::function<double(std::span<const double>, std::span<double>)>;

struct WeightsOptions {
  double low = 0;   ///< a bound down to this is good enough
  double high = 0;  ///< … and so is knowing that no bound goes below this
  std::size_t most_steps = 500;
};

/// Weights that bound how large the smallest coordinate can be.
struct Weights {
  std::vector<double> weights;
  /// No vector that can be reached has a smallest coordinate above this: its weighted sum is no
  /// larger.
  double bound = 0;
};

/// Minimises the bound over all weights, from the given ones on.
///
/// The linear program "mix reachable vectors so that the smallest coordinate is largest" by column
/// generation (Dantzig & Wolfe 1960): each vector that the support finds is a column, its simplex
/// multipliers are the next weights. Exact up to rounding unless stopped by the options. `start`
/// sets the number of coordinates. Deterministic.
Weights lowest_bound(std::span<const double> start, const Support& support,
                     const WeightsOptions& options);

}  // namespace parley::bargaining::internal
