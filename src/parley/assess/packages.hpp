#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/assess/drafts.hpp"
#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::assess {

/// What a package is the best at.
enum class Principle {
  most_robust,           ///< the share of worlds in which all whose consent it needs sign
  within_red_lines,      ///< the same, among packages that cross no line likely to be meant
  fairest,               ///< the share of worlds in which the party least willing signs
  most_valuable,         ///< the mean over the worlds of the gains in sum
  best_for_the_weakest,  ///< the mean gain of the party that gains least, on the mean, from the
                         ///< most robust package
};

/// A full deal put together by the program, not by anybody at the table.
struct Package {
  Principle principle = Principle::most_robust;
  /// What it does that the others do not, in the case's own titles: the terms on which the parties
  /// would see the largest difference, at most two.
  std::string title;
  bargaining::Deal deal;  ///< one option an issue, within the issue
  /// Whether no package that comes into question is better by its principle; otherwise none is
  /// better by more than `gap`: a probability for the first three principles, points for the
  /// others.
  bool proved = true;
  double gap = 0;
  std::vector<std::size_t> needs;  ///< parties whose consent it needs because of what it holds
  TextAssessment assessment;       ///< its odds and gains over all worlds
};

/// Packages worth comparing, the one that is signed in most worlds first.
///
/// - The most robust is the best of all packages over all worlds (bargaining/most_robust.hpp). In
/// each
///   world the red lines and linkages that are meant there are filters; which lines are crossed and
///   how likely they are meant stands in the assessment. Facts bind in every world in which they
///   hold.
/// - Where it crosses a red line or breaks a linkage meant in at least half of the worlds, the most
///   robust of those that keep all such lines stands beside it, so that the price of the line is
///   seen.
/// - The other principles choose among packages that are signed at least half as often as the most
///   robust and that trade something else: from every package chosen before them they differ by at
///   least 10 points, summed over the issues without sign, on the mean over worlds and parties
///   whose consent every deal needs. A principle without such a package has none.
///
/// Empty when no consent is needed, and when no package is signed in any world. Fails when
/// cancelled. Deterministic on any number of threads.
Result<std::vector<Package>> find_packages(const Model& model, const Worlds& worlds,
                                           const Control& control);

}  // namespace parley::assess
