// After Baarslag, Hindriks & Jonker 2013, "A tit for tat negotiation strategy for real-time
// bilateral negotiations"; all utilities are shares of the party's scale.
#include <algorithm>
#include <cmath>

#include "parley/talks/order.hpp"
#include "parley/talks/strategies.hpp"

namespace parley::talks::internal {
namespace {

constexpr std::size_t kCandidates = 128;
constexpr std::size_t kNashCandidates = 512;
constexpr double kFirstBids = 0.01;  // until this time bids are the partner's first ones
constexpr double kLastUpdate = 0.99;
constexpr double kHurry = 0.91;  // from here on the bonus grows with time

class NiceTitForTatBidder final : public Bidder {
 public:
  NiceTitForTatBidder(Talk& talk, std::size_t seat)
      : Bidder(talk, seat),
        partner_(talk, seat),
        scale_{space().worst(party()), space().best(party()), 0},
        all_(order().spread(space().worst(party()), space().best(party()), kNashCandidates,
                            random(), talk.packages)),
        discount_(std::pow(this->seat().patience, static_cast<double>(talk.setup.deadline))) {}

 private:
  Plan plan(const Moment& now) override {
    if (!best_offered_) {
      const PackageId best = order().best(talk().packages);
      return {best, worth(best)};
    }
    if (now.time <= kLastUpdate && (!knows_nash_ || random().uniform() < 0.5)) find_nash();
    const PackageId planned = favourite_near(target(now.time), now);
    const PackageId chosen = worth(*best_offered_) >= worth(planned) ? *best_offered_ : planned;
    return {chosen, worth(chosen)};
  }

  void learn(std::size_t from, PackageId offered, const Moment& now) override {
    partner_.hear(from, offered, now.time);
    const double here = std::max(share(worth(offered)), 0.0);
    if (!best_offered_ || here > best_share_) {
      best_offered_ = offered;
      best_share_ = here;
    }
    if (now.time <= kFirstBids || !first_share_) {
      first_share_ = std::min(first_share_.value_or(here), here);
    }
    lowest_share_ = std::min(lowest_share_, here);
  }

  double share(double utility) const {
    const double zero = on_scale(0, scale_);
    return scale_.best > zero ? (utility - zero) / (scale_.best - zero) : 1;
  }

  void find_nash() {
    double best = -1;
    double mine = 1;
    for (const PackageId each : all_) {
      const double here = share(worth(each));
      const double product = here * partner_.estimate(each);
      if (product > best) {
        best = product;
        mine = here;
      }
    }
    const double gap = 1 - *first_share_;
    nash_ = std::clamp(mine * std::max(0.0, 1.4 - 0.6 * gap), 0.5, 1.0);
    knows_nash_ = true;
  }

  double target(double time) const {
    const double way = nash_ - *first_share_;
    const double gone = best_share_ - lowest_share_;
    const double part = way > 0 ? std::min(1.0, gone / way) : 1;
    const double plain = 1 - part * (1 - nash_);
    double bonus = 0.5 - 0.4 * discount_;
    if (time > kHurry) bonus = std::max(bonus, std::min(1.0, 20 * (time - kHurry)));
    return plain - std::clamp(bonus, 0.0, 1.0) * std::max(0.0, plain - nash_);
  }

  PackageId favourite_near(double target, const Moment& now) {
    Packages& packages = talk().packages;
    const double low = std::max(on_scale(0.98 * target, scale_), now.no_deal);
    for (double top = target + 0.05; top < 1.05; top += 0.01) {
      const auto found =
          order().spread(just(low), on_scale(top, scale_), kCandidates, random(), packages);
      if (found.size() > 1) return partner_.favourite(found);
    }
    return order().least_above(just(low), packages);
  }

  ModelsOfPartners partner_;
  Scale scale_;
  std::vector<PackageId> all_;
  double discount_;
  std::optional<PackageId> best_offered_;
  double best_share_ = 0;
  double lowest_share_ = 1;
  std::optional<double> first_share_;
  double nash_ = 1;
  bool knows_nash_ = false;
};

}  // namespace

std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const NiceTitForTat& /*strategy*/) {
  return std::make_unique<NiceTitForTatBidder>(talk, seat);
}

}  // namespace parley::talks::internal
