#include "parley/bargaining/objective.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "parley/bargaining/problem.hpp"

namespace parley::bargaining::internal {
namespace {

// Scores are of the order of 1; differences below this are rounding.
constexpr double kRounding = 1e-12;

// The nearest point with components that are not negative and sum to 1 (Held, Wolfe & Crowder
// 1974).
void project_on_simplex(std::span<double> point, const std::vector<bool>& counted) {
  std::array<double, kMostParties> buffer{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < point.size(); ++i) {
    if (counted[i]) buffer[count++] = point[i];
  }
  const std::span<double> sorted = std::span(buffer).first(count);
  std::ranges::sort(sorted, std::greater{});
  double sum = 0;
  double shift = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    const double candidate = (sum - 1) / static_cast<double>(i + 1);
    if (sorted[i] > candidate) shift = candidate;
  }
  for (std::size_t i = 0; i < point.size(); ++i) {
    if (counted[i]) point[i] = std::max(0.0, point[i] - shift);
  }
}

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
  if (kind == Kind::smallest) project_on_simplex(multipliers, counted);
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
