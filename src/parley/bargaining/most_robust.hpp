#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "parley/bargaining/ensemble.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// A sum over what a deal holds.
struct Measure {
  struct Bonus {
    std::vector<Condition> when;
    double value = 0;
  };
  double constant = 0;
  std::vector<double> added;   ///< [option], numbered through
  std::vector<Bonus> bonuses;  ///< each added when all its conditions hold
};

/// What the measure comes to for a deal.
double value_of(const Ensemble& ensemble, const Measure& measure, const Deal& deal);

/// Only deals count whose measure is at least so much, within kTolerance.
struct Requirement {
  Measure measure;
  double least = 0;
};

/// What is to be as large as can be.
enum class Robustness {
  all_sign,      ///< the probability that all whose consent the deal needs sign it
  least_willing  ///< the smallest of the parties' probabilities to sign it, each on its own
};

struct RobustOptions {
  /// What is maximised, unless `measure` is given.
  Robustness goal = Robustness::all_sign;
  /// Instead of a probability, this sum is maximised.
  std::optional<Measure> measure;
  /// Only deals count that all sign with at least this probability, and with more than none.
  double least_share = 0;
  std::vector<Requirement> requirements;
  /// Deals to begin with; those that do not count are passed over.
  std::vector<Deal> starts;
  /// Comparisons of a world, a party and an option after which the search settles for a gap.
  std::uint64_t most_comparisons = 20'000'000'000;
};

/// The best deal that was found, and what was proved of it.
struct RobustDeal {
  Deal deal;         ///< empty when no deal counts, or none was found
  double share = 0;  ///< the probability that all sign it
  double value = 0;  ///< of what was maximised
  /// No deal that counts has a value larger by more; 0 when proved the best. Where no deal was
  /// found, a bound on the value itself: 0 when proved that no deal counts.
  double gap = 0;
  bool proved = true;
  std::uint64_t nodes = 0;
};

/// The deal that holds in most worlds: probability maximisation over scenarios (Charnes & Cooper
/// 1963, the P-model of chance-constrained programming), by branch and bound.
///
/// A node is a set of deals, told by the options still allowed; its bound is that of
/// ensemble_bound.hpp, options whose own bound cannot beat the best deal found are struck out, and
/// the node with the largest bound is opened first, on the issue whose best option promises least.
/// Ties keep the deal found first. Nodes are opened in rounds of a fixed number, so the result is
/// the same on any number of threads. Fails only when cancelled.
Result<RobustDeal> most_robust(const Ensemble& ensemble, const RobustOptions& options = {},
                               const Control& control = {});

}  // namespace parley::bargaining
