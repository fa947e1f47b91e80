#pragma once

#include <cstddef>
#include <vector>

#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// One issue that a trade settles otherwise than the draft.
struct TradeStep {
  std::size_t issue = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  /// What each party gains by this step alone (negative: it gives), by values of the issue; what
  /// only interactions add is in the trade's gains.
  std::vector<double> gains;
};

/// A change to a draft that leaves no party that every deal needs worse off and at least one
/// better. A party whose consent only some deals need is heard where the changed deal needs it: it
/// must not be worse off when the draft needs it too, and get its reservation value when it does
/// not.
struct Trade {
  std::vector<TradeStep> steps;  ///< in the order of the issues
  std::vector<double> gains;     ///< of every party
  double joint_gain = 0;         ///< sum over parties that every deal needs
};

struct TradeOptions {
  std::size_t most_steps = 3;    ///< issues changed at once
  std::size_t most_trades = 50;  ///< the best ones; `found` counts all
};

/// The trades that a draft leaves open.
struct Trades {
  /// Best joint gain first, then the larger smallest gain, then fewer steps.
  std::vector<Trade> trades;
  std::size_t found = 0;
  /// The draft's distance to the frontier: the largest t such that some allowed deal gives every
  /// party that all deals need at least t more, and that deal; others are heard as in a trade.
  double headroom = 0;
  Deal best;
};

/// The trades from a draft: changes of at most most_steps issues, none of which contains a smaller
/// trade, so no step is there for nothing. Steps onto red lines and over linkages of parties
/// that the changed deal needs are not taken; one that the draft itself crosses may be left but
/// need not. The draft must be a full deal.
Result<Trades> trades(const Problem& problem, const Deal& draft, const TradeOptions& options = {},
                      const Control& control = {});

}  // namespace parley::bargaining
