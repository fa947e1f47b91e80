#include "parley/talks/strategies.hpp"

#include <algorithm>

namespace parley::talks::internal {

ModelsOfPartners::ModelsOfPartners(Talk& talk, std::size_t seat)
    : talk_(talk), party_(talk.setup.seats[seat].party) {
  for (std::size_t i = 0; i < talk.setup.seats.size(); ++i) {
    models_.push_back(i == seat ? nullptr
                                : opponent_model(talk.setup.seats[seat].model, *talk.setup.space));
  }
}

void ModelsOfPartners::hear(std::size_t from, PackageId offered, double t) {
  talk_.packages.choices(offered, choices_);
  models_[from]->hear(choices_, t);
}

double ModelsOfPartners::estimate(PackageId package) {
  const Space& space = talk_.packages.space();
  const double span = space.best(party_) - space.worst(party_);
  talk_.packages.choices(package, choices_);
  double sum = 0;
  for (std::size_t g = 0; g < choices_.size(); ++g) {
    const double worth = space.groups()[g].worth[party_][choices_[g]];
    for (const auto& each : models_) {
      if (each) sum += each->part(g, choices_[g], span > 0 ? worth / span : 0);
    }
  }
  return sum;
}

PackageId ModelsOfPartners::favourite(const std::vector<PackageId>& candidates) {
  PackageId found = candidates.front();
  double best = kRefused;
  for (const PackageId each : candidates) {
    const double here = estimate(each);
    if (here > best) {
      best = here;
      found = each;
    }
  }
  return found;
}

void ModelsOfPartners::gather() {
  const Space& space = talk_.packages.space();
  const double span = space.best(party_) - space.worst(party_);
  theirs_.resize(space.groups().size());
  for (std::size_t g = 0; g < theirs_.size(); ++g) {
    const std::vector<double>& worth = space.groups()[g].worth[party_];
    theirs_[g].assign(worth.size(), 0);
    for (std::size_t c = 0; c < worth.size(); ++c) {
      for (const auto& each : models_) {
        if (!each) continue;
        theirs_[g][c] +=
            each->part(g, static_cast<std::uint32_t>(c), span > 0 ? worth[c] / span : 0);
      }
    }
  }
}

// The package that is best when the partners' estimates weigh so much and one's own utility the
// rest; of equals the one that is worth more, then the first. Returns what it is worth.
double ModelsOfPartners::best_by(double weight, Choices& choices) const {
  const Space& space = talk_.packages.space();
  const double span = std::max(space.best(party_) - space.worst(party_), space.tolerance(party_));
  double sum = 0;
  for (std::size_t g = 0; g < theirs_.size(); ++g) {
    const std::vector<double>& worth = space.groups()[g].worth[party_];
    double best = kRefused;
    for (std::size_t c = 0; c < worth.size(); ++c) {
      const double here = (1 - weight) * worth[c] / span + weight * theirs_[g][c];
      const bool first = best == kRefused && worth[c] != kRefused;
      if (!first && (worth[c] == kRefused || here < best ||
                     (here == best && worth[c] <= worth[choices[g]]))) {
        continue;
      }
      best = here;
      choices[g] = static_cast<std::uint32_t>(c);
    }
    sum += worth[choices[g]];
  }
  return sum;
}

PackageId ModelsOfPartners::trade(double target) {
  constexpr int kSteps = 20;
  gather();
  choices_.resize(theirs_.size());
  Choices kept(theirs_.size());
  Choices given(theirs_.size());
  double worth = best_by(0, kept);
  double low = 0;
  double high = 1;
  if (best_by(high, given) >= target) return talk_.packages.number(given);
  for (int i = 0; i < kSteps; ++i) {
    const double middle = (low + high) / 2;
    const double here = best_by(middle, choices_);
    if (here >= target) {
      low = middle;
      worth = here;
      kept = choices_;
    } else {
      high = middle;
      given = choices_;
    }
  }
  for (std::size_t g = 0; g < kept.size(); ++g) {
    const std::vector<double>& own = talk_.packages.space().groups()[g].worth[party_];
    const double here = worth + own[given[g]] - own[kept[g]];
    if (here < target) continue;
    worth = here;
    kept[g] = given[g];
  }
  return talk_.packages.number(kept);
}

Result<std::unique_ptr<Bidder>> bidder_of(Talk& talk, std::size_t seat, const Control& control) {
  const Strategy& strategy = talk.setup.seats[seat].strategy;
  if (std::holds_alternative<Equilibrium>(strategy)) return make_equilibrium(talk, seat, control);
  return std::visit(
      [&](const auto& each) -> std::unique_ptr<Bidder> {
        if constexpr (std::is_same_v<std::decay_t<decltype(each)>, Equilibrium>) {
          return nullptr;
        } else {
          return make(talk, seat, each);
        }
      },
      strategy);
}

}  // namespace parley::talks::internal
