#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "parley/base/json.hpp"
#include "parley/talks/talk.hpp"

namespace parley::talks {

/// Plays `count` talks, each in the world of its number, on all threads of `control`; setup(i)
/// gives the i-th, from any thread. The same on any number of threads. Fails as the first of them
/// that does, and when cancelled.
Result<std::vector<Outcome>> talks(std::size_t count,
                                   const std::function<Result<Setup>(std::size_t)>& setup,
                                   std::uint64_t seed, const Control& control = {});

/// A probability and its 95 % interval (Wilson 1927, on the effective number of draws).
struct Odds {
  double probability = 0;
  double low = 0;
  double high = 1;
};

/// The odds of something that was seen in a share of so many draws; with none, 0 within 0 .. 1.
Odds odds(double share, double draws);

/// A quantity over talks: its mean, and its 5 % and 95 % quantiles.
struct Spread {
  double mean = 0;
  double low = 0;
  double high = 0;
};

/// What many talks came to. Shares are of all talks, weighed.
struct Summary {
  std::size_t talks = 0;
  double effective = 0;  ///< Kish's effective number, (sum w)^2 / sum w^2
  Odds agreement;
  double breakdown = 0;  ///< share that somebody left, or an event ended
  double stalemate = 0;  ///< share that reached the deadline without agreement
  struct Round {
    Odds agreement;        ///< by the end of the round
    double breakdown = 0;  ///< likewise
  };
  std::vector<Round> by_round;
  /// [issue][option]: share of the agreements that hold it; empty without any.
  std::vector<std::vector<double>> terms;
  std::vector<Spread> utilities;  ///< by party, agreement or not
  std::vector<Spread> gains;      ///< likewise: what was gained over no deal
};

/// Sums up talks about one problem. `shares` has a weight for each that is not negative, not all 0;
/// `deadline` is the longest of theirs.
Summary summarise(const bargaining::Problem& problem, std::span<const Outcome> outcomes,
                  std::span<const double> shares, std::size_t deadline);

/// The fields of `parley talks` (docs/talks.md), by the problem's names.
Json to_json(const Summary& summary, const bargaining::Problem& problem);

}  // namespace parley::talks
