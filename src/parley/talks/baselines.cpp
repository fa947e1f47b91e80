// Strategies that look neither at the partner nor, but for the staller, at the time.
#include <algorithm>

#include "parley/talks/order.hpp"
#include "parley/talks/strategies.hpp"

namespace parley::talks::internal {
namespace {

class HardLinerBidder final : public Bidder {
 public:
  HardLinerBidder(Talk& talk, std::size_t seat)
      : Bidder(talk, seat), best_(order().best(talk.packages)) {}

 private:
  Plan plan(const Moment& /*now*/) override { return {best_, worth(best_)}; }
  PackageId best_;
};

class RandomBidder final : public Bidder {
 public:
  using Bidder::Bidder;

 private:
  Plan plan(const Moment& now) override {
    return {order().any_above(just(now.no_deal), random(), talk().packages), now.no_deal};
  }
};

class StallerBidder final : public Bidder {
 public:
  StallerBidder(Talk& talk, std::size_t seat)
      : Bidder(talk, seat), best_(order().best(talk.packages)) {}

 private:
  Plan plan(const Moment& now) override {
    const auto left = static_cast<double>(talk().setup.deadline - now.round);
    return {best_, now.no_deal + std::max(0.0, seat().trend * left)};
  }
  PackageId best_;
};

}  // namespace

std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const HardLiner& /*strategy*/) {
  return std::make_unique<HardLinerBidder>(talk, seat);
}
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const Random& /*strategy*/) {
  return std::make_unique<RandomBidder>(talk, seat);
}
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const Staller& /*strategy*/) {
  return std::make_unique<StallerBidder>(talk, seat);
}

}  // namespace parley::talks::internal
