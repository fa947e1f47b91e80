#include "parley/base/estimate.hpp"

#include <algorithm>
#include <cmath>

#include "parley/base/distribution.hpp"

namespace parley {
namespace {

// The 95 % quantile of the standard normal distribution.
constexpr double kNinetyFive = 1.6448536269514722;

double standard_normal(std::uint64_t seed, std::uint64_t world, StreamName name) {
  return normal_quantile(RandomStream(seed, world, name).uniform(), 0, 1);
}

// A copula's sum can land so far out that the distribution function rounds to 0 or 1.
double inside_unit(double p) { return std::clamp(p, 0x1.0p-54, 1 - 0x1.0p-53); }

}  // namespace

double quantile(const Estimate& estimate, double p) {
  if (estimate.is_fixed()) return estimate.mode;
  switch (estimate.shape) {
    case Shape::uniform:
      return uniform_quantile(p, estimate.low, estimate.high);
    case Shape::triangular:
      return triangular_quantile(p, estimate.low, estimate.mode, estimate.high);
    case Shape::pert:
      return pert_quantile(p, estimate.low, estimate.mode, estimate.high);
    case Shape::normal:
      return normal_quantile(p, estimate.mode, (estimate.high - estimate.low) / (2 * kNinetyFive));
  }
  return estimate.mode;
}

double World::factor(std::string_view name) const {
  return standard_normal(seed_, number_, StreamName("factor/").then(name));
}

double World::draw(StreamName name, const Estimate& estimate) const {
  if (estimate.is_fixed()) return estimate.mode;
  if (estimate.factors.empty()) {
    return quantile(estimate, RandomStream(seed_, number_, name).uniform());
  }
  double sum = 0;
  double squares = 0;
  for (const Estimate::Loading& each : estimate.factors) {
    sum += each.weight * factor(each.factor);
    squares += each.weight * each.weight;
  }
  const double own = std::sqrt(std::max(0.0, 1 - squares));
  if (own > 0) sum += own * standard_normal(seed_, number_, name);
  return quantile(estimate, inside_unit(normal_cumulative(sum)));
}

}  // namespace parley
