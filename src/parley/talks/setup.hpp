#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/talks/curve.hpp"
#include "parley/talks/space.hpp"

namespace parley::talks {

/// Which package is offered for a demand.
enum class Choice {
  least,         ///< the one that is worth least among those that meet it (NegMAS)
  any,           ///< any that meets it, at random
  nearest,       ///< the one whose worth is nearest to it, on either side (GENIUS, NegoLog)
  for_partners,  ///< one that meets it and gives way where the opponent models say that it is worth
                 ///< most to the partners for what it costs
};

/// Demands what a curve says and accepts what meets the demand.
struct TimeDependent {
  Curve curve;
  Choice choice = Choice::least;
};

/// Concedes as its partner does, which it takes to want the opposite (NegMAS's naive tit for tat):
/// in its first turn nothing, in the next two the smallest step there is, then as much as the last
/// offer gives it, and `kindness` more. Accepts what meets its demand.
struct TitForTat {
  double kindness = 0;
};

/// Concedes in proportion to how far the partner has come towards the Nash point of its opponent
/// model, more as time runs out (Baarslag, Hindriks & Jonker 2013, reference in docs/talks.md).
/// Only for two parties. The Nash point and the offer are looked for among at most 512 and 128
/// packages spread evenly over what they are worth to the party.
struct NiceTitForTat {};

/// Gives one new package, the next best, for each new one that the partner offered, else repeats
/// one (MiCRO, de Jonge 2022); of several partners the one that offered fewest counts. Needs no
/// time and no model.
struct Micro {};

/// Offers its best in every turn and accepts nothing less (GENIUS's hard-liner, NegMAS's tough).
struct HardLiner {};

/// Offers anything that is worth as much as no deal, and accepts likewise.
struct Random {};

/// Plays for time: offers its best, and accepts only what is worth as much as its no-deal value
/// will be at the best moment until the deadline. With a no-deal value that rises, waiting pays.
struct Staller {};

/// Plays the subgame-perfect equilibrium of alternating offers with a deadline, by backward
/// induction, knowing all utilities and each party's patience: offers the package on the frontier
/// that is best for itself among those that give everybody what refusing would (Ståhl 1972,
/// Rubinstein 1982).
struct Equilibrium {};

using Strategy = std::variant<TimeDependent, TitForTat, NiceTitForTat, Micro, HardLiner, Random,
                              Staller, Equilibrium>;

/// When an offer x is accepted; y is what the party would offer now, t the time. No rule accepts
/// less than no deal. See reference [BHJ] in docs/talks.md (Baarslag, Hindriks & Jonker 2013).
struct Acceptance {
  enum class Rule {
    own,            ///< as the strategy says
    next,           ///< factor u(x) + bonus >= u(y) (AC_next)
    constant,       ///< u(x) >= constant (AC_const)
    time,           ///< t >= from (AC_time)
    previous,       ///< factor u(x) + bonus >= u(own last offer) (AC_prev, AC_gap)
    combined,       ///< next, or t >= from (AC_combi)
    best,           ///< next, or t >= from and x is the best received so far
    window_best,    ///< next, or t >= from and x is as good as the best since t - (1 - t)
    window_mean,    ///< next, or t >= from and x is as good as their mean
    window_better,  ///< next, or t >= from and x is as good as the mean of those as good as x
    rational,       ///< anything as good as no deal
  } rule = Rule::own;
  double factor = 1;
  double bonus = 0;
  double constant = 0.9;  ///< as on_scale()
  double from = 0.98;
};

/// How a party estimates what its partners want from what they offer.
enum class Model {
  zero_sum,     ///< they want the opposite of what it wants itself
  frequency,    ///< what they offer often, on issues that they seldom change (GENIUS's classic)
  hard_headed,  ///< likewise, in the form of the agent HardHeaded (van Krimpen et al. 2011)
};

/// A party at the table and how it plays.
struct Seat {
  std::size_t party = 0;
  Strategy strategy = TimeDependent{Polynomial{}, Choice::least};
  Acceptance acceptance = {};
  Model model = Model::frequency;
  /// What a gain in a round's time is worth now, in (0, 1]; a turn is its part of a round.
  double patience = 1;
  /// By how much what it gets without a deal changes with each round.
  double trend = 0;
  /// It leaves after so many rounds in a row in which nothing that it was offered was as good as no
  /// deal; nothing: never.
  std::optional<std::size_t> walks_away_after = {};
};

/// Each party in turn accepts the offer on the table or makes another; agreement once all whose
/// consent it needs have accepted or made it (stacked alternating offers: Aydoğan et al. 2017). A
/// party whose consent it does not need is passed over.
struct AlternatingOffers {};

/// In odd rounds everybody offers, in even rounds everybody votes on every offer; agreement on the
/// first that all whose consent it needs vote for (alternating multiple offers: Aydoğan et al.
/// 2017).
struct MultipleOffers {};

/// A mediator proposes texts that differ in one issue from the last that all accepted, and before
/// any, at random; what all accept becomes the text, and the text at the deadline is the agreement
/// (Klein, Faratin, Sayama & Bar-Yam 2003). A party accepts what is as good as no deal and as the
/// text; with a temperature T, also a worse one with probability exp((u(new) - u(text)) / (T (1 -
/// t))), in shares of its span. What is as good as no deal is asked anew at the end.
struct SingleText {
  std::size_t texts = 1;                       ///< that the mediator can try in a round
  double temperature = 0;                      ///< 0: nobody accepts a loss
  std::optional<bargaining::Deal> start = {};  ///< proposed first
};

/// A mediator who learns by asking: it shows a text, each party says whether it is better, the same
/// or worse than the one before, and no more (Aydoğan et al. 2014, after GENIUS's feedback
/// mediator). It changes one issue at a time; the agreement is the last text that nobody called
/// worse and that all find as good as no deal.
struct Feedback {
  std::size_t texts = 1;
};

/// A mediator goes from one to the other: each party names in private what it would offer and
/// answers the text that the mediator brings; only the mediator hears either. Its next text is that
/// of the last 64 named to it, but the one it brought last, which by a frequency model of each
/// party has the largest product of estimated utilities. Agreement when all whose consent it needs
/// accept a text.
struct Shuttle {};

using Protocol = std::variant<AlternatingOffers, MultipleOffers, SingleText, Feedback, Shuttle>;

/// Something from outside that may happen in each round.
struct Event {
  std::string name;
  double odds = 0;  ///< in a round
  std::vector<std::pair<std::size_t, double>>
      no_deal;  ///< party, by how much it changes, lastingly
  bool ends_talks = false;
};

/// Talks: what is on the table, who sits there, by which rules and until when.
struct Setup {
  std::shared_ptr<const Space> space;
  Protocol protocol;
  std::vector<Seat> seats;   ///< in the order of turns
  std::size_t deadline = 0;  ///< rounds
  std::vector<Event> events = {};
};

/// Everything that is wrong with talks, in the problem's own names. Errors: no-deadline,
/// too-few-parties, unknown-party, duplicate-seat, missing-seat (a party whose consent some deal
/// needs has none), needless-seat, protocol-misfit (a strategy that the protocol or the number of
/// parties does not allow), no-texts, bad-text, bad-temperature, bad-patience, bad-trend,
/// bad-curve, bad-acceptance, bad-odds.
Diagnostics check(const Setup& setup);

}  // namespace parley::talks
