#include "parley/influence/internal/election.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace parley::influence::internal {
namespace {

using smp::Election;
using smp::Victory;
using smp::Vote;

constexpr double kLeastCoalition = 1e-8;
constexpr int kMostSteps = 100'000;

// The strength behind each option against each other one.
Matrix coalitions(const Matrix& utility, const std::vector<double>& weights, Vote rule) {
  const std::size_t n = utility.columns();
  Matrix strength(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    strength(i, i) = kLeastCoalition;
    for (std::size_t j = 0; j < i; ++j) {
      double for_i = kLeastCoalition;
      double for_j = kLeastCoalition;
      for (std::size_t k = 0; k < weights.size(); ++k) {
        const double each = vote(rule, weights[k], utility(k, i) - utility(k, j));
        (each > 0 ? for_i : for_j) += std::abs(each);
      }
      strength(i, j) = for_i;
      strength(j, i) = for_j;
    }
  }
  return strength;
}

Matrix victories(const Matrix& strength, Victory rule) {
  const std::size_t n = strength.rows();
  Matrix odds(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    odds(i, i) = 0.5;
    for (std::size_t j = 0; j < i; ++j) {
      odds(i, j) = victory(rule, strength(i, j), strength(j, i));
      odds(j, i) = 1 - odds(i, j);
    }
  }
  return odds;
}

void normalise(std::vector<double>& p) {
  double sum = 0;
  for (const double each : p) sum += each;
  for (double& each : p) each /= sum;
}

std::vector<double> conditional(const Matrix& odds) {
  // By logarithms, since products over many options vanish.
  constexpr double kLeastOdds = 1e-300;
  std::vector<double> p(odds.rows(), 0.0);
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) p[i] += std::log(std::max(odds(i, j), kLeastOdds));
  }
  const double most = *std::ranges::max_element(p);
  for (double& each : p) each = std::exp(each - most);
  normalise(p);
  return p;
}

// Averages a step of the process with where it was until it stands still.
template <class Next>
std::vector<double> settled(std::size_t n, double tolerance, const Next& next) {
  std::vector<double> p(n, 1.0 / static_cast<double>(n));
  for (int step = 0; step < kMostSteps; ++step) {
    const std::vector<double> q = next(p);
    double change = 0;
    for (std::size_t i = 0; i < n; ++i) {
      change = std::max(change, std::abs(q[i] - p[i]));
      p[i] = (p[i] + q[i]) / 2;
    }
    if (change < tolerance) break;
  }
  normalise(p);
  return p;
}

std::vector<double> markov_uniform(const Matrix& odds) {
  const std::size_t n = odds.rows();
  return settled(n, 1e-6, [&](const std::vector<double>& p) {
    std::vector<double> q(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) q[i] += odds(i, j) * (p[i] + p[j]);
      q[i] /= static_cast<double>(n);
    }
    return q;
  });
}

std::vector<double> markov_incentive(const Matrix& strength, const Matrix& odds) {
  constexpr double kLeastIncentive = 1e-10;
  const std::size_t n = odds.rows();
  // [i][j]: how likely i is who challenges j.
  Matrix challenge(n, n);
  for (std::size_t j = 0; j < n; ++j) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      challenge(i, j) = strength(i, j) * odds(i, j) + (i == j ? kLeastIncentive : 0);
      sum += challenge(i, j);
    }
    for (std::size_t i = 0; i < n; ++i) challenge(i, j) /= sum;
  }
  return settled(n, 1e-8, [&](const std::vector<double>& p) {
    std::vector<double> q(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        q[i] += odds(i, j) * (p[i] * challenge(j, i) + p[j] * challenge(i, j));
      }
    }
    return q;
  });
}

}  // namespace

double victory(Victory rule, double one, double other) {
  const double share = one / (one + other);
  if (rule == Victory::binary) {
    constexpr double kAlmost = 1 / (1 + 1e-6);
    if (one >= 1.1 * other) return kAlmost;
    if (other >= 1.1 * one) return 1 - kAlmost;
    return (2.1 * share - 1) / 0.1;
  }
  // The odds of the two to a power, so that great powers of small strengths do not vanish.
  constexpr std::array<double, 4> kPowers{1, 2, 4, 8};
  if (rule == Victory::linear) return share;
  return 1 / (1 + std::pow(other / one, kPowers[static_cast<std::size_t>(rule)]));
}

std::vector<double> election(const Matrix& utility, const std::vector<double>& weights,
                             const smp::Options& rules) {
  if (utility.columns() == 1) return {1.0};
  const Matrix strength = coalitions(utility, weights, rules.vote);
  const Matrix odds = victories(strength, rules.victory);
  switch (rules.election) {
    case Election::conditional:
      return conditional(odds);
    case Election::markov_uniform:
      return markov_uniform(odds);
    case Election::markov_incentive:
      return markov_incentive(strength, odds);
  }
  return conditional(odds);
}

}  // namespace parley::influence::internal
