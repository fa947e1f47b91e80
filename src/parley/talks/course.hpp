#pragma once

#include <vector>

#include "parley/talks/bidder.hpp"
#include "parley/talks/talk.hpp"

namespace parley::talks::internal {

/// The course of one talk: its clock, what going on is worth, who hears what, how it ends.
class Course {
 public:
  Course(Talk& talk, const Listener& listener);

  /// Begins the next round; false when the talks are over.
  bool begin_round();
  /// Whether somebody or something ended them before the deadline.
  bool ended_early() const { return end_ != End::deadline; }
  std::size_t round() const { return round_; }
  std::size_t seats() const { return no_deal_.size(); }
  std::size_t party(std::size_t seat) const { return talk_.setup.seats[seat].party; }
  Packages& packages() { return talk_.packages; }
  Talk& talk() { return talk_; }

  /// The next turn of the round is this seat's.
  void take_turn() { ++turn_; }
  Moment moment(std::size_t seat) const;

  bool needs(PackageId package, std::size_t seat) const;
  /// Whether the package is as good as no deal to the seat, and nothing that it would not sign.
  bool is_good(PackageId package, std::size_t seat) const;
  /// Whether it is to all whose consent it needs.
  bool is_good_to_all(PackageId package) const;

  /// Tells the listener, and notes when a seat was offered something good. Nothing for the
  /// mediator.
  void offered(std::optional<std::size_t> by, PackageId package);
  void named(std::size_t by, PackageId package) { tell(Move::Kind::names, by, package); }
  void answered(std::size_t by, PackageId package, bool yes) {
    tell(yes ? Move::Kind::accepts : Move::Kind::refuses, by, package);
  }
  void compared(std::size_t by, Move::Kind how, PackageId package) { tell(how, by, package); }

  void agree(PackageId package);
  Outcome outcome() const;

 private:
  void tell(Move::Kind kind, std::optional<std::size_t> seat, std::optional<PackageId> package);
  void draw_events();
  void let_leave();
  void end(End how, std::optional<std::size_t> by);

  Talk& talk_;
  const Listener& listener_;
  std::vector<double> no_deal_;         // [seat]
  std::vector<std::size_t> last_good_;  // [seat]: rounds until it was last offered something good
  std::vector<RandomStream> events_;    // [event]
  std::size_t begun_ = 0;
  std::size_t round_ = 0;
  std::size_t turn_ = 0;
  bool is_over_ = false;
  End end_ = End::deadline;
  std::optional<std::size_t> by_;
  std::optional<PackageId> agreed_;
};

/// By seat; none for a party that is only asked for its acts and would sign nothing.
using Bidders = std::vector<std::unique_ptr<Bidder>>;

/// All but the one who offered hear the offer; `from` is nobody's where the mediator tabled it, and
/// then each takes it for one of any of the others.
void hear(Course& course, Bidders& bidders, std::optional<std::size_t> from, PackageId offer);
/// Whether all whose consent the package needs say yes; all are asked.
bool ask_all(Course& course, Bidders& bidders, PackageId package);

void play(const AlternatingOffers& protocol, Course& course, Bidders& bidders);
void play(const MultipleOffers& protocol, Course& course, Bidders& bidders);
void play(const SingleText& protocol, Course& course, Bidders& bidders);
void play(const Feedback& protocol, Course& course, Bidders& bidders);
void play(const Shuttle& protocol, Course& course, Bidders& bidders);

}  // namespace parley::talks::internal
