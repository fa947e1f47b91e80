#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/talks/setup.hpp"

namespace parley::talks {

/// How talks ended.
enum class End {
  agreement,
  left,      ///< a party walked away
  stopped,   ///< an event ended them
  deadline,  ///< without an agreement
};

/// One thing that somebody did, or that happened.
struct Move {
  enum class Kind {
    offers,  ///< a party, or the mediator where there is no party, tables a package
    names,   ///< a party tells the mediator alone what it would offer
    accepts,
    refuses,
    better,  ///< than the text before
    same,
    worse,
    leaves,
    happens,  ///< an event
  } kind = Kind::offers;
  std::size_t round = 0;
  std::optional<std::size_t> party;
  std::optional<bargaining::Deal> deal;  ///< what is offered, named, accepted or refused
  std::optional<std::size_t> event;
};
using Listener = std::function<void(const Move&)>;

/// What came of talks.
struct Outcome {
  End end = End::deadline;
  std::optional<bargaining::Deal> deal;
  std::size_t rounds = 0;         ///< begun
  std::optional<std::size_t> by;  ///< the party that left, or the event
  std::vector<double> utilities;  ///< by party: of the deal, or of no deal at the end
  /// By party: what the deal gives beyond no deal at the end, discounted to the beginning by its
  /// patience; 0 without a deal.
  std::vector<double> gains;
};

/// Plays talks from the first round to their end. The clock is t = (round + 1) / (deadline + 1),
/// rounds from 0, and never looks at real time.
///
/// Everything random is keyed by seed, world and what it is drawn for, so the same talks end the
/// same on any machine. At the beginning of a round events happen, then whoever has had enough
/// leaves: a party also where nothing that it would sign is as good as no deal. `listener` hears
/// every move, in order. Fails with what check() finds, and as bargaining::frontier() where a
/// strategy needs it. A round costs, for each party, the logarithm of the number of packages where
/// they are listed, else the number of options, and where models are learned a number of candidates
/// that does not grow.
Result<Outcome> talk(const Setup& setup, std::uint64_t seed, std::uint64_t world,
                     const Listener& listener = {}, const Control& control = {});

/// Moves as lines that a person can read, in the problem's names.
std::string to_text(const Setup& setup, const std::vector<Move>& moves);

}  // namespace parley::talks
