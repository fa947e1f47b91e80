#include "influence/smp_oracle.hpp"

#include <algorithm>
#include <cmath>

namespace parley::influence {
namespace {

using Table = std::vector<std::vector<double>>;

// Odds over options from what each voter gets of each: pairwise, then the product.
std::vector<double> odds_over(const Table& gets, const std::vector<double>& weights) {
  const std::size_t options = gets.front().size();
  std::vector<double> odds(options, 1.0);
  double sum = 0;
  for (std::size_t i = 0; i < options; ++i) {
    for (std::size_t j = 0; j < options; ++j) {
      double pro = 1e-8;
      double con = 1e-8;
      for (std::size_t k = 0; k < weights.size(); ++k) {
        pro += std::max(0.0, weights[k] * (gets[k][i] - gets[k][j]));
        con += std::max(0.0, weights[k] * (gets[k][j] - gets[k][i]));
      }
      odds[i] *= pro / (pro + con);
    }
    sum += odds[i];
  }
  for (double& each : odds) each /= sum;
  return odds;
}

double bent(double d, double r) { return d <= 1 ? (1 - d) * (1 + d * r) : (1 - d) * (1 + r); }

}  // namespace

std::vector<std::vector<double>> smp_oracle_turn(const Council& council) {
  const std::size_t n = council.actors.size();
  const std::size_t m = council.scales.size();
  Table x(n, std::vector<double>(m));
  Table s(n, std::vector<double>(m));
  std::vector<double> c(n);
  std::vector<double> total(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < m; ++k) {
      x[i][k] = council.actors[i].stands[k]->position / 100;
      s[i][k] = council.actors[i].stands[k]->salience;
      total[i] += s[i][k];
    }
    c[i] = council.actors[i].stands[0]->capability;
  }
  const auto distance = [&](std::size_t i, const std::vector<double>& y) {
    double up = 0;
    double down = 0;
    for (std::size_t k = 0; k < m; ++k) {
      up += std::pow(s[i][k] * (x[i][k] - y[k]), 2);
      down += s[i][k] * s[i][k];
    }
    return std::sqrt(up / down);
  };
  Table plain(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) plain[i][j] = bent(distance(i, x[j]), 0);
  }
  const std::vector<double> p = odds_over(plain, c);
  const double least = *std::ranges::min_element(p);
  const double most = *std::ranges::max_element(p);
  std::vector<double> risk(n, 0);
  for (std::size_t i = 0; i < n && most > least; ++i) {
    risk[i] = (3 * p[i] - most - 2 * least) / (2 * (most - least));
  }
  const auto u = [&](std::size_t h, std::size_t i, std::size_t j) {
    return bent(distance(i, x[j]), risk[i] / 3 + 2 * risk[h] / 3);
  };
  struct Deal {
    std::size_t i, j;
    std::vector<double> to_i, to_j;
  };
  std::vector<Deal> deals;
  for (std::size_t i = 0; i < n; ++i) {
    double best = 1e-5;
    double best_odds = 0;
    std::size_t target = i;
    for (std::size_t j = 0; j < n; ++j) {
      if (j == i) continue;
      const double start_i = 1e-10 + total[i] * c[i] * (u(i, i, i) - u(i, i, j));
      const double start_j = 1e-10 + total[j] * c[j] * (u(i, j, j) - u(i, j, i));
      double for_i = start_i;
      double for_j = start_j;
      for (std::size_t k = 0; k < n; ++k) {
        if (k == i || k == j) continue;
        const double leans = total[k] * c[k] * (u(i, k, i) - u(i, k, j));
        const double pi = (start_i + std::max(0.0, leans)) / (start_i + start_j + std::abs(leans));
        // What is left of the two lotteries.
        const double vote = total[k] * c[k] *
                            (pi * (u(i, k, k) - u(i, k, i)) - (1 - pi) * (u(i, k, k) - u(i, k, j)));
        (vote > 0 ? for_i : for_j) += std::abs(vote);
      }
      const double wins = for_i / (for_i + for_j);
      const double gain = (1 - total[j]) * 2 * u(i, i, i) +
                          total[j] * (wins * 2 * u(i, i, i) + (1 - wins) * 2 * u(i, i, j)) -
                          u(i, i, i) - u(i, i, j);
      if (gain > best) {
        best = gain;
        best_odds = wins;
        target = j;
      }
    }
    if (target == i) continue;
    Deal deal{i, target, {}, {}};
    for (std::size_t k = 0; k < m; ++k) {
      const double wi = std::pow(s[i][k] * best_odds, 2);
      const double wj = std::pow(s[target][k] * (1 - best_odds), 2);
      const auto round = [](double y) { return std::floor(y * 1e4 + 0.5) / 1e4; };
      const double all = wi + wj + 1e-6;
      deal.to_i.push_back(round(((wi + 1e-6) * x[i][k] + wj * x[target][k]) / all));
      deal.to_j.push_back(round((wi * x[i][k] + (wj + 1e-6) * x[target][k]) / all));
    }
    deals.push_back(std::move(deal));
  }
  Table next = x;
  for (std::size_t a = 0; a < n; ++a) {
    std::vector<const Deal*> open{nullptr};
    for (const Deal& each : deals) {
      if (each.i == a || each.j == a) open.push_back(&each);
    }
    Table gets(n);
    for (std::size_t k = 0; k < n; ++k) {
      for (const Deal* each : open) {
        double sum = 0;
        for (std::size_t j = 0; j < n; ++j) {
          std::vector<double> place = x[j];
          if (each != nullptr && each->i == j) place = each->to_i;
          if (each != nullptr && each->j == j) place = each->to_j;
          sum += bent(distance(k, place), risk[k]);
        }
        gets[k].push_back(sum / static_cast<double>(n));
      }
    }
    const std::vector<double> odds = odds_over(gets, c);
    const Deal* taken =
        open[static_cast<std::size_t>(std::ranges::max_element(odds) - odds.begin())];
    if (taken != nullptr) next[a] = taken->i == a ? taken->to_i : taken->to_j;
  }
  return next;
}

}  // namespace parley::influence
