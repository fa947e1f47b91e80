#include "parley/talks/talk.hpp"

#include <fmt/format.h>

#include "parley/talks/course.hpp"

namespace parley::talks {

Result<Outcome> talk(const Setup& setup, std::uint64_t seed, std::uint64_t world,
                     const Listener& listener, const Control& control) {
  Diagnostics wrong = check(setup);
  if (has_errors(wrong)) return invalid(std::move(wrong));
  internal::Talk talk{setup, Packages(*setup.space), seed, world};
  internal::Course course(talk, listener);
  internal::Bidders bidders;
  const bool are_bidders = !std::holds_alternative<SingleText>(setup.protocol) &&
                           !std::holds_alternative<Feedback>(setup.protocol);
  for (std::size_t i = 0; i < setup.seats.size() && are_bidders; ++i) {
    if (setup.space->best(setup.seats[i].party) == kRefused) {
      bidders.push_back(nullptr);
      continue;
    }
    auto bidder = internal::bidder_of(talk, i, control);
    if (!bidder) return tl::unexpected(std::move(bidder.error()));
    bidders.push_back(*std::move(bidder));
  }
  std::visit([&](const auto& protocol) { play(protocol, course, bidders); }, setup.protocol);
  return course.outcome();
}

namespace {

std::string text_of(const bargaining::Problem& problem, const bargaining::Deal& deal) {
  std::string text;
  for (std::size_t k = 0; k < deal.size(); ++k) {
    text += (k > 0 ? "/" : "") + problem.issues[k].options[deal[k]].name;
  }
  return text;
}

std::string_view verb(Move::Kind kind) {
  switch (kind) {
    case Move::Kind::offers:
      return "offers";
    case Move::Kind::names:
      return "would offer";
    case Move::Kind::accepts:
      return "accepts";
    case Move::Kind::refuses:
      return "refuses";
    case Move::Kind::better:
      return "finds it better";
    case Move::Kind::same:
      return "finds it the same";
    case Move::Kind::worse:
      return "finds it worse";
    case Move::Kind::leaves:
      return "leaves";
    case Move::Kind::happens:
      return "happens";
  }
  return {};
}

}  // namespace

std::string to_text(const Setup& setup, const std::vector<Move>& moves) {
  const bargaining::Problem& problem = setup.space->problem();
  std::string text;
  for (const Move& each : moves) {
    std::string who = "the mediator";
    if (each.party) who = problem.parties[*each.party].name;
    if (each.event) who = setup.events[*each.event].name;
    text += fmt::format("{:>3}  {} {}", each.round, who, verb(each.kind));
    const bool is_about_worth = each.kind == Move::Kind::better || each.kind == Move::Kind::same ||
                                each.kind == Move::Kind::worse;
    if (each.deal && !is_about_worth) text += " " + text_of(problem, *each.deal);
    text += '\n';
  }
  return text;
}

}  // namespace parley::talks
