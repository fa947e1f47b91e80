#include "parley/influence/internal/space.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "parley/influence/internal/election.hpp"

namespace parley::influence::internal {
namespace {

using smp::Commitment;
using smp::RiskRange;

// For distances above 1, where risk no longer bends the line, it goes on straight.
double utility_at(double distance, double risk) {
  return (1 - distance) * (1 + std::min(distance, 1.0) * risk);
}

std::vector<double> risks_from(const std::vector<double>& odds, RiskRange range) {
  const auto [least, most] = std::ranges::minmax(odds);
  const double width = most - least;
  std::vector<double> risks;
  for (const double p : odds) {
    double risk = 0;
    if (width > 0 && range == RiskRange::zero_to_one) risk = (p - least) / width;
    if (width > 0 && range == RiskRange::half_to_one) {
      risk = (3 * p - most - 2 * least) / (2 * width);
    }
    if (width > 0 && range == RiskRange::one_to_one) risk = (2 * p - most - least) / width;
    risks.push_back(risk);
  }
  return risks;
}

}  // namespace

Outlook::Outlook(const Space& space, Matrix positions, Matrix ideals)
    : space_(&space),
      positions_(std::move(positions)),
      ideals_(std::move(ideals)),
      distances_(space.actors(), space.actors()) {
  const std::size_t n = space_->actors();
  Matrix neutral(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      distances_(i, j) = distance(i, positions_.row(j));
      neutral(i, j) = utility_at(distances_(i, j), 0);
    }
  }
  central_odds_ = election(neutral, space_->capability, space_->options);
  risks_ = risks_from(central_odds_, space_->options.risk_range);
}

double Outlook::distance(std::size_t actor, const double* point) const {
  double sum = 0;
  double scale = 0;
  for (std::size_t k = 0; k < space_->dimensions(); ++k) {
    const double s = space_->salience(actor, k);
    const double part = s * (ideals_(actor, k) - point[k]);
    sum += part * part;
    scale += s * s;
  }
  // Who minds no dimension finds every place as good.
  return scale > 0 ? std::sqrt(sum / scale) : 0;
}

Matrix Outlook::seen_by(std::size_t h) const {
  constexpr std::array<double, 5> kSeen{0, 1.0 / 3, 0.5, 2.0 / 3, 1};
  const double seen = kSeen[static_cast<std::size_t>(space_->options.risk_seen)];
  const std::size_t n = space_->actors();
  Matrix all(n, n);
  for (std::size_t actor = 0; actor < n; ++actor) {
    const double risk = seen * risks_[actor] + (1 - seen) * risks_[h];
    for (std::size_t j = 0; j < n; ++j) all(j, actor) = utility_at(distances_(actor, j), risk);
  }
  return all;
}

double Outlook::own_utility(std::size_t actor, std::size_t j) const {
  return utility_at(distances_(actor, j), risks_[actor]);
}

double Outlook::own_utility(std::size_t actor, const std::vector<double>& point) const {
  return utility_at(distance(actor, point.data()), risks_[actor]);
}

Outlook::View Outlook::view(const Matrix& seen, std::size_t k, std::size_t i, std::size_t j) const {
  constexpr double kLeast = 1e-10;
  const smp::Vote rule = space_->options.vote;
  double for_i = kLeast;
  double for_j = kLeast;
  for (const std::size_t n : {i, j}) {
    const double each = vote(rule, space_->weight(n), seen(i, n) - seen(j, n));
    (each > 0 ? for_i : for_j) += std::abs(each);
  }
  const double own_i = for_i;
  const double own_j = for_j;
  for (std::size_t n = 0; n < space_->actors(); ++n) {
    // Of the two lotteries of a third party only `some` makes different ones.
    if (n == i || n == j || space_->options.commitment != Commitment::some) continue;
    const double to_i = seen(i, n);
    const double to_j = seen(j, n);
    const double own = seen(n, n);
    const double weight = space_->weight(n);
    const double alone = vote(rule, weight, to_i - to_j);
    const double with_i = own_i + std::max(0.0, alone);
    const double with_j = own_j + std::max(0.0, -alone);
    const double p = with_i / (with_i + with_j);
    const double q = 1 - p;
    const double difference =
        p * (2 * to_i + own) + 3 * q * to_j - 3 * p * to_i - q * (2 * to_j + own);
    const double each = vote(rule, weight, difference);
    (each > 0 ? for_i : for_j) += std::abs(each);
  }
  const double odds = for_i / (for_i + for_j);
  const double s = space_->total[j];
  const double i_wins = 2 * seen(i, k);
  const double j_wins = 2 * seen(j, k);
  const double gain =
      (1 - s) * i_wins + s * (odds * i_wins + (1 - odds) * j_wins) - seen(i, k) - seen(j, k);
  return {odds, gain};
}

}  // namespace parley::influence::internal
