#include "parley/talks/setup.hpp"

#include <algorithm>
#include <cmath>

namespace parley::talks {
namespace {

class Checker {
 public:
  explicit Checker(const Setup& setup) : setup_(setup), problem_(setup.space->problem()) {}

  Diagnostics run() {
    if (setup_.deadline == 0) {
      error("no-deadline", "the talks have no round", "give a deadline of at least one round");
    }
    if (setup_.seats.size() < 2) {
      error("too-few-parties",
            "every protocol is between at least two parties, and " +
                std::string(setup_.seats.empty() ? "none sits" : "one sits") + " at the table",
            "seat each party whose consent a deal needs");
    }
    check_seats();
    for (const Seat& each : setup_.seats) {
      if (each.party < problem_.parties.size()) check_seat(each);
    }
    check_protocol();
    for (const Event& each : setup_.events) check_event(each);
    return std::move(found_);
  }

 private:
  void error(std::string code, std::string message, std::string hint) {
    found_.push_back({Severity::error, std::move(code), {}, std::move(message), std::move(hint)});
  }
  std::string name(std::size_t party) const { return "“" + problem_.parties[party].name + "”"; }

  void check_seats() {
    std::vector<std::size_t> seats(problem_.parties.size());
    for (const Seat& each : setup_.seats) {
      if (each.party >= seats.size()) {
        error("unknown-party",
              "a seat is of party " + std::to_string(each.party) + ", and there are " +
                  std::to_string(seats.size()),
              "number parties from 0");
      } else {
        ++seats[each.party];
      }
    }
    for (std::size_t p = 0; p < seats.size(); ++p) {
      const bool asked = may_be_asked(problem_, p);
      if (seats[p] > 1) error("duplicate-seat", name(p) + " has two seats", "give it one");
      if (asked && seats[p] == 0) {
        error("missing-seat", name(p) + " has no seat, and some deal needs its consent",
              "give it a seat");
      }
      if (!asked && seats[p] > 0) {
        error("needless-seat", name(p) + " has a seat, and no deal needs its consent",
              "leave it out");
      }
    }
  }

  void check_seat(const Seat& seat) {
    if (!(seat.patience > 0 && seat.patience <= 1)) {
      error("bad-patience", "the patience of " + name(seat.party) + " is not above 0 and at most 1",
            "give what a gain in a round's time is worth now, such as 0.95");
    }
    if (!std::isfinite(seat.trend)) {
      error("bad-trend", "the trend of " + name(seat.party) + " is not a number",
            "give by how much its no-deal value changes in a round, or 0");
    }
    if (const auto* curve = std::get_if<TimeDependent>(&seat.strategy)) {
      if (!is_good(curve->curve)) {
        error("bad-curve", "the demands of " + name(seat.party) + " do not fall from 1 at most",
              "give a positive exponent and shares from 0 to 1");
      }
    }
    const Acceptance& by = seat.acceptance;
    if (!std::isfinite(by.factor) || !std::isfinite(by.bonus) || !std::isfinite(by.constant) ||
        !(by.from >= 0 && by.from <= 1)) {
      error("bad-acceptance", "the rule by which " + name(seat.party) + " accepts has no meaning",
            "give numbers, and a time from 0 to 1");
    }
    check_strategy(seat);
  }

  static bool is_share(double value) { return value >= 0 && value <= 1; }

  static bool is_good(const Curve& curve) {
    struct Good {
      bool operator()(const Polynomial& c) const { return c.exponent > 0 && is_share(c.start); }
      bool operator()(const Exponential& c) const { return c.exponent > 0 && is_share(c.start); }
      bool operator()(const Faratin& c) const {
        return c.e >= 0 && is_share(c.k) && is_share(c.low) && is_share(c.high) && c.low <= c.high;
      }
      bool operator()(const Bezier& c) const {
        return is_share(c.first) && is_share(c.middle) && is_share(c.last) && c.last <= c.first;
      }
    };
    return std::visit(Good{}, curve);
  }

  void check_strategy(const Seat& seat) {
    if (std::holds_alternative<NiceTitForTat>(seat.strategy) && setup_.seats.size() != 2) {
      error("protocol-misfit", name(seat.party) + " plays nice tit for tat, which is for two",
            "give it another strategy");
    }
    if (!std::holds_alternative<Equilibrium>(seat.strategy)) return;
    const bool all_consent =
        std::ranges::all_of(setup_.seats, [&](const Seat& each) { return consents(each.party); });
    if (!std::holds_alternative<AlternatingOffers>(setup_.protocol) || !all_consent) {
      error("protocol-misfit",
            name(seat.party) +
                " plays the equilibrium of alternating offers between parties that "
                "every deal needs",
            "give it another strategy, or choose that protocol");
    }
  }

  bool consents(std::size_t party) const {
    return party < problem_.parties.size() && problem_.parties[party].consents;
  }

  void check_protocol() {
    const auto* text = std::get_if<SingleText>(&setup_.protocol);
    const auto* feedback = std::get_if<Feedback>(&setup_.protocol);
    if ((text != nullptr && text->texts == 0) || (feedback != nullptr && feedback->texts == 0)) {
      error("no-texts", "the mediator tries no text in a round", "give at least one");
    }
    if (std::holds_alternative<MultipleOffers>(setup_.protocol) && setup_.deadline == 1) {
      error("protocol-misfit", "alternating multiple offers need a round to offer and one to vote",
            "give a deadline of at least two rounds");
    }
    if (text == nullptr) return;
    if (!(text->temperature >= 0 && std::isfinite(text->temperature))) {
      error("bad-temperature", "the temperature is not a number from 0 up",
            "give 0 where nobody accepts a loss");
    }
    if (text->start && !is_deal(*text->start)) {
      error("bad-text",
            "the first text does not settle every issue by one of its options, or "
            "breaks a fact",
            "give an option of each issue");
    }
  }

  bool is_deal(const bargaining::Deal& deal) const {
    if (deal.size() != problem_.issues.size()) return false;
    for (std::size_t k = 0; k < deal.size(); ++k) {
      if (deal[k] >= problem_.issues[k].options.size()) return false;
    }
    return Packages(*setup_.space).find(deal).has_value();
  }

  void check_event(const Event& event) {
    if (!is_share(event.odds)) {
      error("bad-odds", "the odds of “" + event.name + "” in a round are not from 0 to 1",
            "give a probability, such as 0.1");
    }
    for (const auto& [party, change] : event.no_deal) {
      if (party >= problem_.parties.size()) {
        error("unknown-party",
              "“" + event.name + "” changes the value of a party that there is not",
              "number parties from 0");
      } else if (!std::isfinite(change)) {
        error("bad-odds", "what “" + event.name + "” changes for " + name(party) + " is no number",
              "give a change of its no-deal value");
      }
    }
  }

  const Setup& setup_;
  const bargaining::Problem& problem_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check(const Setup& setup) { return Checker(setup).run(); }

}  // namespace parley::talks
