#include "parley/talks/bidder.hpp"

#include <algorithm>

#include "parley/talks/order.hpp"

namespace parley::talks::internal {

using Rule = Acceptance::Rule;

Bidder::Bidder(Talk& talk, std::size_t seat)
    : talk_(talk),
      seat_(talk.setup.seats[seat]),
      random_(talk.seed, talk.world,
              StreamName("talks/seat/").then(space().problem().parties[seat_.party].name)) {}

Scale Bidder::scale(const Moment& now) const {
  return {space().worst(party()), space().best(party()),
          std::max(space().worst(party()), now.no_deal)};
}

const Plan& Bidder::planned(const Moment& now) {
  if (planned_in_ != now.turn) {
    plan_ = plan(now);
    planned_in_ = now.turn;
  }
  return plan_;
}

PackageId Bidder::offer(const Moment& now) {
  const PackageId offered = planned(now).offer;
  last_own_ = worth(offered);
  settle(offered);
  return offered;
}

bool Bidder::accepts(PackageId offered, const Moment& now) {
  const double here = worth(offered);
  return here != kRefused && here >= just(now.no_deal) && meets_rule(here, now);
}

void Bidder::hear(std::size_t from, PackageId offered, const Moment& now) {
  const double here = worth(offered);
  heard_.emplace_back(now.time, here);
  learn(from, offered, now);
  best_heard_ = std::max(best_heard_, here);
}

bool Bidder::meets_rule(double offered, const Moment& now) {
  const Acceptance& by = seat_.acceptance;
  const double raised = by.factor * offered + by.bonus;
  const auto next = [&] { return raised >= just(worth(planned(now).offer)); };
  switch (by.rule) {
    case Rule::own:
      return offered >= just(planned(now).demand);
    case Rule::next:
      return next();
    case Rule::constant:
      return offered >= just(on_scale(by.constant, scale(now)));
    case Rule::time:
      return now.time >= by.from;
    case Rule::previous:
      return last_own_ && raised >= just(*last_own_);
    case Rule::rational:
      return true;
    case Rule::combined:
    case Rule::best:
    case Rule::window_best:
    case Rule::window_mean:
    case Rule::window_better:
      return next() || (now.time >= by.from && beats_window(offered, now));
  }
  return false;
}

bool Bidder::beats_window(double offered, const Moment& now) const {
  const Rule rule = seat_.acceptance.rule;
  if (rule == Rule::combined) return true;
  if (rule == Rule::best) return offered >= just(best_heard_);
  // The window mirrors the time that is left.
  const double from = now.time - (1 - now.time);
  double best = kRefused;
  double sum = 0;
  std::size_t count = 0;
  for (auto each = heard_.rbegin(); each != heard_.rend() && each->first >= from; ++each) {
    best = std::max(best, each->second);
    if (each->second == kRefused) continue;
    if (rule == Rule::window_better && each->second < offered) continue;
    sum += each->second;
    ++count;
  }
  if (rule == Rule::window_best) return offered >= just(best);
  return count == 0 || offered >= just(sum / static_cast<double>(count));
}

}  // namespace parley::talks::internal
