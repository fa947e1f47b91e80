#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/assess/drafts.hpp"
#include "parley/bargaining/deal.hpp"

namespace parley::assess {

/// What a package is the best at, among those found.
enum class Principle {
  most_robust,           ///< the share of worlds in which all whose consent is needed sign
  fairest,               ///< the mean over the worlds of the smallest gain
  most_valuable,         ///< the mean over the worlds of the gains in sum
  best_for_the_weakest,  ///< the mean gain of the party that gains least from the most robust
                         ///< package
};

/// A full deal put together by the program, not by anybody at the table.
struct Package {
  Principle principle = Principle::most_robust;
  bargaining::Deal deal;      ///< one option an issue, within the issue
  TextAssessment assessment;  ///< its odds and gains over all worlds
};

/// One package a principle, all different: where two principles choose the same deal, the later one
/// takes its next best. Empty when no consent is needed.
///
/// A package keeps every red line and linkage that parties whose consent is needed mean in at least
/// half of the worlds: they are filters, not weights. Only where no deal at all keeps them are they
/// let go.
///
/// Each is found by climbing, one issue at a time, from the deals that solve the central problem
/// and from those of single worlds; ties are settled by the share of worlds in which all prefer the
/// package on its merits, then by the smallest gain, so that something is found even where no
/// package is ever signed. A local best: no change of one issue improves it; not proved the best of
/// all. Deterministic.
std::vector<Package> find_packages(const Model& model, const Worlds& worlds);

}  // namespace parley::assess
