// What two actors would agree on, and which agreement an actor takes.
#include <algorithm>
#include <cmath>

#include "parley/base/distribution.hpp"
#include "parley/base/random.hpp"
#include "parley/influence/internal/election.hpp"
#include "parley/influence/internal/space.hpp"

namespace parley::influence::internal {
namespace {

using smp::Bargain;
using smp::View;

constexpr double kLeast = 1e-6;

// To four digits of the scale, halves up.
double rounded(double x) { return std::floor(x * 10'000 + 0.5) / 10'000; }

/// Where the two go on one dimension when the first prevails with odds p.
std::pair<double, double> weighted(double xi, double si, double xj, double sj, double p,
                                   int power) {
  const double wi = std::pow(si, power) * std::pow(p, power);
  const double wj = std::pow(sj, power) * std::pow(1 - p, power);
  const double all = wi + wj + kLeast;
  return {rounded(((wi + kLeast) * xi + wj * xj) / all),
          rounded((wi * xi + (wj + kLeast) * xj) / all)};
}

// How far who prevails with odds p goes towards the other.
double yielding(double p, double own, double others) {
  const double loses = std::max(0.0, 1 - 2 * p);
  const double push = loses * others * others;
  return push / (push + kLeast + (1 - loses) * own * own);
}

Agreement agreement(const Space& space, const Outlook& outlook, std::size_t i, std::size_t j,
                    double p) {
  Agreement found{i, j, {}, {}};
  for (std::size_t k = 0; k < space.dimensions(); ++k) {
    const double xi = outlook.positions()(i, k);
    const double xj = outlook.positions()(j, k);
    const double si = space.salience(i, k);
    const double sj = space.salience(j, k);
    std::pair<double, double> to;
    if (space.options.bargain == Bargain::losing_odds) {
      to = {xi + yielding(p, si, sj) * (xj - xi), xj + yielding(1 - p, sj, si) * (xi - xj)};
    } else {
      to = weighted(xi, si, xj, sj, p, space.options.bargain == Bargain::squares ? 2 : 1);
    }
    found.initiator_to.push_back(to.first);
    found.receiver_to.push_back(to.second);
  }
  return found;
}

std::vector<double> mean_of(const std::vector<double>& a, double weight_a,
                            const std::vector<double>& b, double weight_b) {
  std::vector<double> mean;
  for (std::size_t k = 0; k < a.size(); ++k) {
    mean.push_back((weight_a * a[k] + weight_b * b[k]) / (weight_a + weight_b));
  }
  return mean;
}

// What a voter gets, on the mean over all actors' places, from each option of an actor.
class Ballot {
 public:
  Ballot(const Space& space, const Outlook& outlook) : outlook_(outlook), n_(space.actors()) {
    for (std::size_t k = 0; k < n_; ++k) {
      double sum = 0;
      for (std::size_t j = 0; j < n_; ++j) sum += outlook.own_utility(k, j);
      today_.push_back(sum);
    }
  }

  double worth(std::size_t voter, const Agreement* agreed) const {
    double sum = today_[voter];
    if (agreed != nullptr) {
      sum += outlook_.own_utility(voter, agreed->initiator_to) -
             outlook_.own_utility(voter, agreed->initiator) +
             outlook_.own_utility(voter, agreed->receiver_to) -
             outlook_.own_utility(voter, agreed->receiver);
    }
    return sum / static_cast<double>(n_);
  }

 private:
  const Outlook& outlook_;
  std::size_t n_;
  std::vector<double> today_;
};

// The option that an actor takes; the first is to stay.
const Agreement* taken(const Space& space, const Ballot& ballot, std::size_t actor,
                       const std::vector<const Agreement*>& options, std::size_t turn) {
  Matrix utility(space.actors(), options.size());
  for (std::size_t k = 0; k < space.actors(); ++k) {
    for (std::size_t o = 0; o < options.size(); ++o) {
      utility(k, o) = ballot.worth(k, options[o]);
    }
  }
  const std::vector<double> odds = election(utility, space.capability, space.options);
  if (space.options.choice == smp::Choice::drawn) {
    RandomStream random(space.options.seed, turn, StreamName("smp/").then(space.names[actor]));
    return options[categorical_quantile(random.uniform(), odds)];
  }
  return options[static_cast<std::size_t>(std::ranges::max_element(odds) - odds.begin())];
}

}  // namespace

std::vector<Agreement> agreements(const Space& space, const Outlook& outlook,
                                  const smp::Challenge& challenge) {
  const std::size_t i = challenge.actor;
  const std::size_t j = challenge.target;
  Agreement own = agreement(space, outlook, i, j, challenge.odds);
  if (space.options.view == View::initiator) return {std::move(own)};
  const Outlook::View others = outlook.view(outlook.seen_by(j), i, i, j);
  const bool as_ktab =
      space.options.view == View::both_as_ktab || space.options.view == View::by_weight_as_ktab;
  Agreement theirs = agreement(space, outlook, i, j, as_ktab ? others.gain : others.odds);
  if (space.options.view == View::both || space.options.view == View::both_as_ktab) {
    return {std::move(own), std::move(theirs)};
  }
  const double wi = space.weight(i);
  const double wj = as_ktab ? space.total[j] * space.capability[i] : space.weight(j);
  if (wi + wj <= 0) return {std::move(own)};
  return {{i, j, mean_of(own.initiator_to, wi, theirs.initiator_to, wj),
           mean_of(own.receiver_to, wi, theirs.receiver_to, wj)}};
}

Matrix places_taken(const Space& space, const Outlook& outlook, const std::vector<Agreement>& all,
                    std::size_t turn) {
  const Ballot ballot(space, outlook);
  std::vector<std::vector<const Agreement*>> options(space.actors(), {nullptr});
  for (const Agreement& each : all) {
    options[each.initiator].push_back(&each);
    options[each.receiver].push_back(&each);
  }
  Matrix places = outlook.positions();
  for (std::size_t i = 0; i < space.actors(); ++i) {
    const Agreement* agreed = taken(space, ballot, i, options[i], turn);
    if (agreed == nullptr) continue;
    const std::vector<double>& to =
        agreed->initiator == i ? agreed->initiator_to : agreed->receiver_to;
    for (std::size_t d = 0; d < space.dimensions(); ++d) places(i, d) = to[d];
  }
  return places;
}

}  // namespace parley::influence::internal
