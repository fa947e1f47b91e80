#include "parley/talks/order.hpp"
#include "parley/talks/strategies.hpp"

namespace parley::talks::internal {
namespace {

class TimeDependentBidder final : public Bidder {
 public:
  TimeDependentBidder(Talk& talk, std::size_t seat, const TimeDependent& strategy)
      : Bidder(talk, seat), strategy_(strategy) {
    if (strategy.choice == Choice::for_partners) partners_.emplace(talk, seat);
  }

 private:
  Plan plan(const Moment& now) override {
    const Scale here = scale(now);
    const double wanted = demand(strategy_.curve, now.time, here);
    Packages& packages = talk().packages;
    switch (strategy_.choice) {
      case Choice::least:
        return {order().least_above(just(wanted), packages), wanted};
      case Choice::any:
        return {order().any_above(just(wanted), random(), packages), wanted};
      case Choice::nearest:
        return {nearest(wanted, now), wanted};
      case Choice::for_partners:
        return {partners_->trade(just(wanted)), wanted};
    }
    return {};
  }

  // The nearest may lie below the demand, but not below no deal.
  PackageId nearest(double wanted, const Moment& now) {
    Packages& packages = talk().packages;
    const PackageId found = order().nearest(wanted, party(), packages);
    return worth(found) >= just(now.no_deal) ? found : order().least_above(just(wanted), packages);
  }

  void learn(std::size_t from, PackageId offered, const Moment& now) override {
    if (partners_) partners_->hear(from, offered, now.time);
  }

  const TimeDependent& strategy_;
  std::optional<ModelsOfPartners> partners_;
};

}  // namespace

std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const TimeDependent& strategy) {
  return std::make_unique<TimeDependentBidder>(talk, seat, strategy);
}

}  // namespace parley::talks::internal
