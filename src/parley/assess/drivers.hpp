#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/assess/worlds.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

namespace parley::assess {

/// What kind of estimate moves an answer.
enum class DriverKind {
  no_deal,   ///< what a party gets by going on
  weight,    ///< how much an issue matters to a party, relative to its others
  value,     ///< what an option is worth to a party
  red_line,  ///< whether a party means a red line
  linkage,   ///< whether a linkage is meant
};

/// How much an answer hangs on one estimate: the odds of the outcome where the estimate is low and
/// where it is high.
struct Driver {
  DriverKind kind = DriverKind::no_deal;
  std::size_t party = 0;
  std::size_t issue = 0;
  std::size_t option = 0;  ///< within the issue; for value and red_line
  std::size_t linkage = 0;
  double when_low = 0;   ///< odds in the third of the worlds in which it is lowest, or is not meant
  double when_high = 0;  ///< odds in the third in which it is highest, or is meant
  /// The value, in points, at which the outcome becomes more likely than not, or less; nothing when
  /// the odds stay on one side of one half.
  std::optional<double> flips_at;
};

/// Compares the odds of an outcome where an estimate is low and where it is high: fills them in,
/// and gives nothing where their difference is within twice its standard error, so that chance is
/// not shown as cause, or where there is nothing to compare. `outcome` has an entry a world. Cost:
/// worlds x log worlds.
std::optional<Driver> compared(const Model& model, const Worlds& worlds,
                               const std::vector<char>& outcome, Driver estimate);

/// The estimates that move the odds of an outcome most, found from the worlds already drawn;
/// largest difference first, at most `most`; those that compared() leaves.
///
/// A comparison of conditional odds, not of causes: estimates that share a factor rise together.
/// Cost: inputs x worlds x log worlds. Deterministic on any number of threads. Fails when
/// cancelled.
Result<std::vector<Driver>> find_drivers(const Model& model, const Worlds& worlds,
                                         const std::vector<char>& outcome, std::size_t most,
                                         const Control& control);

}  // namespace parley::assess
