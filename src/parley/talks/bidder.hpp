#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/base/random.hpp"
#include "parley/talks/setup.hpp"

namespace parley::talks::internal {

/// Now, as a party sees it.
struct Moment {
  std::size_t round = 0;
  std::size_t turn = 0;  ///< counted over all rounds
  double time = 0;       ///< (round + 1) / (deadline + 1)
  double no_deal = 0;    ///< what going on is worth to the party now
};

/// What a party would do in a turn.
struct Plan {
  PackageId offer = 0;
  double demand = 0;  ///< accepts what is worth as much, unless its rule of acceptance says else
};

/// All that the parties of one talk share.
struct Talk {
  const Setup& setup;
  Packages packages;
  std::uint64_t seed = 1;
  std::uint64_t world = 0;
};

/// A party at the table: plans offers, answers those of others, and remembers what it heard.
class Bidder {
 public:
  Bidder(Talk& talk, std::size_t seat);
  Bidder(const Bidder&) = delete;
  Bidder& operator=(const Bidder&) = delete;
  virtual ~Bidder() = default;

  const Seat& seat() const { return seat_; }
  std::size_t party() const { return seat_.party; }

  /// What it offers now; planned once a turn.
  PackageId offer(const Moment& now);
  bool accepts(PackageId offered, const Moment& now);
  /// Another seat offered this.
  void hear(std::size_t from, PackageId offered, const Moment& now);

 protected:
  virtual Plan plan(const Moment& now) = 0;
  virtual void learn(std::size_t /*from*/, PackageId /*offered*/, const Moment& /*now*/) {}
  /// What was planned was offered.
  virtual void settle(PackageId /*offered*/) {}

  Talk& talk() { return talk_; }
  const Talk& talk() const { return talk_; }
  const Space& space() const { return talk_.packages.space(); }
  const Order& order() const { return space().order(party()); }
  double worth(PackageId package) const { return talk_.packages.worth(party(), package); }
  Scale scale(const Moment& now) const;
  /// The utility that is as good as this one, given rounding.
  double just(double utility) const { return utility - space().tolerance(party()); }
  RandomStream& random() { return random_; }
  bool has_heard() const { return !heard_.empty(); }
  double best_heard() const { return best_heard_; }
  double last_heard() const { return heard_.back().second; }

 private:
  bool meets_rule(double offered, const Moment& now);
  bool beats_window(double offered, const Moment& now) const;
  const Plan& planned(const Moment& now);

  Talk& talk_;
  const Seat& seat_;
  RandomStream random_;
  Plan plan_;
  std::optional<std::size_t> planned_in_;         // turn
  std::optional<double> last_own_;                // what its last offer is worth to it
  std::vector<std::pair<double, double>> heard_;  // time, worth
  double best_heard_ = kRefused;
};

/// The bidder of a seat whose party has a package that it would sign. Fails as
/// bargaining::frontier() where the strategy needs the frontier.
Result<std::unique_ptr<Bidder>> bidder_of(Talk& talk, std::size_t seat, const Control& control);

}  // namespace parley::talks::internal
