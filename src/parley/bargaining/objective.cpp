#include "parley/bargaining/objective.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parley::bargaining::internal {
namespace {

// Scores are of the order of 1; differences below this are rounding.
constexpr double kRounding = 1e-12;

}  // namespace

double Objective::value(std::span<const double> x) const {
  double sum = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] < floor[i] - kRounding) return -std::numeric_limits<double>::infinity();
    if (!counted[i]) continue;
    switch (kind) {
      case Kind::sum:
        sum += x[i];
        break;
      case Kind::smallest:
        least = std::min(least, x[i]);
        break;
      case Kind::log_sum:
        sum += x[i] > 0 ? std::log(x[i]) : -std::numeric_limits<double>::infinity();
        break;
      case Kind::nearness:
        sum -= (ideal[i] - x[i]) * (ideal[i] - x[i]);
        break;
    }
  }
  return kind == Kind::smallest ? least : sum;
}

std::vector<double> Objective::start(std::span<const double> x) const {
  std::vector<double> multipliers(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!counted[i]) continue;
    switch (kind) {
      case Kind::sum:
      case Kind::smallest:
        multipliers[i] = 1;
        break;
      case Kind::log_sum:
        multipliers[i] = 1 / std::max(x[i], 0.1);
        break;
      case Kind::nearness:
        multipliers[i] = 2 * (ideal[i] - x[i]);
        break;
    }
  }
  project(multipliers);
  return multipliers;
}

double Objective::conjugate(std::span<const double> multipliers, std::span<double> gradient) const {
  double sum = 0;
  for (std::size_t i = 0; i < multipliers.size(); ++i) {
    const double m = multipliers[i];
    if (counted[i] && kind == Kind::log_sum) {
      sum -= std::log(m) + 1;
      gradient[i] -= 1 / m;
    } else if (counted[i] && kind == Kind::nearness) {
      sum += m * m / 4 - m * ideal[i];
      gradient[i] += m / 2 - ideal[i];
    } else if (!(counted[i] && kind == Kind::smallest) && std::isfinite(floor[i])) {
      sum -= (m - (counted[i] ? 1 : 0)) * floor[i];
      gradient[i] -= floor[i];
    }
  }
  return sum;
}

void Objective::project(std::span<double> multipliers) const {
  for (std::size_t i = 0; i < multipliers.size(); ++i) {
    double& m = multipliers[i];
    if (!counted[i]) {
      m = std::isfinite(floor[i]) ? std::max(m, 0.0) : 0;
    } else if (kind == Kind::sum) {
      m = std::isfinite(floor[i]) ? std::max(m, 1.0) : 1;
    } else if (kind == Kind::log_sum) {
      m = std::max(m, 1.0);  // scores are at most 1
    } else if (kind == Kind::nearness) {
      m = std::max(m, 0.0);
    }
  }
}

}  // namespace parley::bargaining::internal
