#include "parley/talks/course.hpp"

#include <algorithm>
#include <cmath>

namespace parley::talks::internal {

Course::Course(Talk& talk, const Listener& listener) : talk_(talk), listener_(listener) {
  const Setup& setup = talk.setup;
  for (const Seat& each : setup.seats) no_deal_.push_back(setup.space->no_deal(each.party));
  last_good_.assign(setup.seats.size(), 0);
  for (const Event& each : setup.events) {
    events_.emplace_back(talk.seed, talk.world, StreamName("talks/event/").then(each.name));
  }
}

bool Course::begin_round() {
  if (is_over_ || begun_ == talk_.setup.deadline) {
    is_over_ = true;
    return false;
  }
  round_ = begun_++;
  turn_ = round_ * seats();
  if (round_ > 0) {
    for (std::size_t i = 0; i < seats(); ++i) no_deal_[i] += talk_.setup.seats[i].trend;
  }
  draw_events();
  if (!is_over_) let_leave();
  return !is_over_;
}

void Course::draw_events() {
  const Setup& setup = talk_.setup;
  for (std::size_t e = 0; e < setup.events.size(); ++e) {
    const Event& event = setup.events[e];
    if (!(events_[e].uniform() < event.odds) || is_over_) continue;
    if (listener_) listener_({Move::Kind::happens, round_, {}, {}, e});
    for (const auto& [party, change] : event.no_deal) {
      for (std::size_t i = 0; i < seats(); ++i) {
        if (setup.seats[i].party == party) no_deal_[i] += change;
      }
    }
    if (event.ends_talks) end(End::stopped, e);
  }
}

void Course::let_leave() {
  const Space& space = *talk_.setup.space;
  for (std::size_t i = 0; i < seats() && !is_over_; ++i) {
    const Seat& seat = talk_.setup.seats[i];
    // Who is asked for its acts alone has nothing to leave.
    if (!space.problem().parties[seat.party].consents) continue;
    const double best = space.best(seat.party);
    const bool hopeless = best == kRefused || best < no_deal_[i] - space.tolerance(seat.party);
    const bool tired = seat.walks_away_after && round_ >= last_good_[i] + *seat.walks_away_after;
    if (!hopeless && !tired) continue;
    tell(Move::Kind::leaves, i, {});
    end(End::left, seat.party);
  }
}

void Course::end(End how, std::optional<std::size_t> by) {
  is_over_ = true;
  end_ = how;
  by_ = by;
}

Moment Course::moment(std::size_t seat) const {
  return {round_, turn_,
          static_cast<double>(round_ + 1) / static_cast<double>(talk_.setup.deadline + 1),
          no_deal_[seat]};
}

bool Course::needs(PackageId package, std::size_t seat) const {
  return (talk_.packages.needed(package) >> party(seat) & 1U) != 0;
}

bool Course::is_good(PackageId package, std::size_t seat) const {
  const double worth = talk_.packages.worth(party(seat), package);
  return worth != kRefused && worth >= no_deal_[seat] - talk_.setup.space->tolerance(party(seat));
}

bool Course::is_good_to_all(PackageId package) const {
  for (std::size_t i = 0; i < seats(); ++i) {
    if (needs(package, i) && !is_good(package, i)) return false;
  }
  return true;
}

void Course::offered(std::optional<std::size_t> by, PackageId package) {
  tell(Move::Kind::offers, by, package);
  for (std::size_t i = 0; i < seats(); ++i) {
    if (i != by && is_good(package, i)) last_good_[i] = round_ + 1;
  }
}

void Course::agree(PackageId package) {
  agreed_ = package;
  end(End::agreement, {});
}

Outcome Course::outcome() const {
  const Setup& setup = talk_.setup;
  const Space& space = *setup.space;
  Outcome result{end_, {}, begun_, by_, {}, {}};
  if (agreed_) {
    result.deal = talk_.packages.deal(*agreed_);
    result.utilities = bargaining::utilities(space.problem(), *result.deal);
  } else {
    for (std::size_t p = 0; p < space.parties(); ++p) result.utilities.push_back(space.no_deal(p));
  }
  result.gains.assign(space.parties(), 0);
  const double elapsed = static_cast<double>(turn_) / static_cast<double>(seats());
  for (std::size_t i = 0; i < seats(); ++i) {
    const std::size_t who = party(i);
    if (!agreed_) {
      result.utilities[who] = no_deal_[i];
    } else {
      result.gains[who] =
          (result.utilities[who] - no_deal_[i]) * std::pow(setup.seats[i].patience, elapsed);
    }
  }
  return result;
}

void Course::tell(Move::Kind kind, std::optional<std::size_t> seat,
                  std::optional<PackageId> package) {
  if (!listener_) return;
  Move move{kind, round_, {}, {}, {}};
  if (seat) move.party = party(*seat);
  if (package) move.deal = talk_.packages.deal(*package);
  listener_(move);
}

}  // namespace parley::talks::internal
