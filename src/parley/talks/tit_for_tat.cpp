#include <algorithm>

#include "parley/talks/order.hpp"
#include "parley/talks/strategies.hpp"

namespace parley::talks::internal {
namespace {

class TitForTatBidder final : public Bidder {
 public:
  TitForTatBidder(Talk& talk, std::size_t seat, const TitForTat& strategy)
      : Bidder(talk, seat), strategy_(strategy) {
    Descent descent(order());
    const double best = worth(*descent.next(talk.packages));
    // Packages of equal worth are no step; beyond some thousand of them, none is looked for.
    for (std::size_t i = 0; i < 10'000 && smallest_step_ == 0; ++i) {
      const auto next = descent.next(talk.packages);
      if (!next) break;
      smallest_step_ = best - worth(*next);
    }
  }

 private:
  Plan plan(const Moment& now) override {
    const Scale here = scale(now);
    const double wanted = std::max(here.best - concession(now.round, here), here.no_deal);
    return {order().least_above(just(wanted), talk().packages), wanted};
  }

  // In utility. The partner is taken to want the opposite, so what an offer gives is what was
  // conceded.
  double concession(std::size_t round, const Scale& here) const {
    if (round == 0) return 0;
    if (round < 3) return smallest_step_;
    const double given =
        has_heard() ? std::clamp(last_heard(), here.no_deal, here.best) - here.no_deal : 0;
    return given + strategy_.kindness * (here.best - here.no_deal);
  }

  const TitForTat& strategy_;
  double smallest_step_ = 0;
};

}  // namespace

std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const TitForTat& strategy) {
  return std::make_unique<TitForTatBidder>(talk, seat, strategy);
}

}  // namespace parley::talks::internal
