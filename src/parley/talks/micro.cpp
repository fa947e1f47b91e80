#include <algorithm>
#include <limits>
#include <set>

#include "parley/talks/order.hpp"
#include "parley/talks/strategies.hpp"

namespace parley::talks::internal {
namespace {

class MicroBidder final : public Bidder {
 public:
  MicroBidder(Talk& talk, std::size_t seat)
      : Bidder(talk, seat),
        descent_(order()),
        next_(descent_.next(talk.packages)),
        heard_from_(talk.setup.seats.size()),
        own_seat_(seat) {}

 private:
  Plan plan(const Moment& now) override {
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < heard_from_.size(); ++i) {
      if (i != own_seat_) fewest = std::min(fewest, heard_from_[i].size());
    }
    const bool can_give = next_ && worth(*next_) >= just(now.no_deal);
    if (can_give && given_.size() <= fewest) return {*next_, worth(*next_)};
    if (given_.empty()) return {*next_, worth(*next_)};
    return {given_[random().below(given_.size())], worth(given_.back())};
  }

  void settle(PackageId offered) override {
    if (offered != next_) return;
    given_.push_back(offered);
    next_ = descent_.next(talk().packages);
  }

  void learn(std::size_t from, PackageId offered, const Moment& /*now*/) override {
    heard_from_[from].insert(offered);
  }

  Descent descent_;
  std::optional<PackageId> next_;
  std::vector<PackageId> given_;                 // distinct, the best first
  std::vector<std::set<PackageId>> heard_from_;  // [seat]
  std::size_t own_seat_;
};

}  // namespace

std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const Micro& /*strategy*/) {
  return std::make_unique<MicroBidder>(talk, seat);
}

}  // namespace parley::talks::internal
