// Backward induction over turns. A seat that refuses an offer makes its own in that same turn, so
// what it must be given is what its own next offer would bring it, discounted by the turns until
// then.
#include <algorithm>
#include <cmath>

#include "parley/bargaining/frontier.hpp"
#include "parley/talks/order.hpp"
#include "parley/talks/strategies.hpp"

namespace parley::talks::internal {
namespace {

class EquilibriumBidder final : public Bidder {
 public:
  EquilibriumBidder(Talk& talk, std::size_t seat, std::vector<PackageId> frontier)
      : Bidder(talk, seat), own_seat_(seat), frontier_(std::move(frontier)) {
    const std::size_t turns = talk.setup.deadline * seats();
    value_.assign(turns + seats(), 0);
    offer_.assign(turns, std::nullopt);
    // An offer in one of the last turns could not be accepted by all any more.
    for (std::size_t turn = turns + 1 - seats(); turn-- > 0;) solve(turn);
  }

 private:
  std::size_t seats() const { return talk().setup.seats.size(); }

  double gain(std::size_t seat, PackageId package) const {
    const std::size_t who = talk().setup.seats[seat].party;
    return talk().packages.worth(who, package) - space().no_deal(who);
  }

  // What a gain of a seat is worth so many turns earlier.
  double earlier(std::size_t seat, std::size_t turns, double gain) const {
    const double part = static_cast<double>(turns) / static_cast<double>(seats());
    return gain * std::pow(talk().setup.seats[seat].patience, part);
  }

  bool satisfies(PackageId package, std::size_t turn) const {
    for (std::size_t later = 1; later < seats(); ++later) {
      const std::size_t other = (turn + later) % seats();
      const double wanted = earlier(other, later, value_[turn + later]);
      const std::size_t who = talk().setup.seats[other].party;
      if (gain(other, package) < wanted - space().tolerance(who)) return false;
    }
    return true;
  }

  void solve(std::size_t turn) {
    const std::size_t mover = turn % seats();
    double best = earlier(mover, seats(), value_[turn + seats()]);
    for (const PackageId each : frontier_) {
      const double here = gain(mover, each);
      if (here < best || (offer_[turn] && here == best) || !satisfies(each, turn)) continue;
      best = here;
      offer_[turn] = each;
    }
    value_[turn] = best;
  }

  Plan plan(const Moment& now) override {
    const std::size_t since = heard_in_ ? now.turn - *heard_in_ : 0;
    const double wanted = now.no_deal + earlier(own_seat_, since, value_[now.turn]);
    const auto& offer = offer_[now.turn];
    return {offer ? *offer : order().best(talk().packages), wanted};
  }

  void learn(std::size_t /*from*/, PackageId /*offered*/, const Moment& now) override {
    heard_in_ = now.turn;
  }

  std::size_t own_seat_;
  std::vector<PackageId> frontier_;
  std::vector<double> value_;                    // [turn]: the gain of who moves then
  std::vector<std::optional<PackageId>> offer_;  // [turn]
  std::optional<std::size_t> heard_in_;
};

}  // namespace

Result<std::unique_ptr<Bidder>> make_equilibrium(Talk& talk, std::size_t seat,
                                                 const Control& control) {
  const auto found = bargaining::frontier(talk.setup.space->problem(), {.most_deals = 1}, control);
  if (!found) return tl::unexpected(found.error());
  std::vector<PackageId> packages;
  for (const bargaining::Point& each : found->points) {
    if (const auto package = talk.packages.find(each.deals.front())) packages.push_back(*package);
  }
  return std::make_unique<EquilibriumBidder>(talk, seat, std::move(packages));
}

}  // namespace parley::talks::internal
