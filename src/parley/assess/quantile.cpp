#include "parley/assess/quantile.hpp"

#include <algorithm>
#include <cassert>

namespace parley::assess {

double weighted_quantile(std::vector<std::pair<double, double>>& samples, double p) {
  assert(!samples.empty());
  std::sort(samples.begin(), samples.end());
  double total = 0;
  for (const auto& [value, weight] : samples) total += weight;
  double sum = 0;
  for (const auto& [value, weight] : samples) {
    sum += weight;
    if (weight > 0 && sum >= p * total) return value;
  }
  return samples.back().first;
}

Spread spread_of(std::vector<std::pair<double, double>>& samples) {
  return {weighted_quantile(samples, 0.05), weighted_quantile(samples, 0.5),
          weighted_quantile(samples, 0.95)};
}

}  // namespace parley::assess
