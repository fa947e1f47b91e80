#pragma once

#include <string>
#include <vector>

#include "parley/assess/drivers.hpp"
#include "parley/assess/packages.hpp"
#include "parley/bargaining/analysis.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

namespace parley::assess {

/// Whether a deal exists, why not, what would open one, and which packages come nearest.
struct DealsAssessment {
  /// That some full deal exists that every party whose consent is needed prefers to going on and
  /// that crosses no red line and breaks no linkage that is meant; exact in each world.
  double zone = 0;
  std::vector<Driver> drivers;  ///< what the odds of a zone hang on
  std::vector<Package> packages;
  std::vector<Spread> no_deal;    ///< a party: what it gets without a deal, in points
  bargaining::Problem central;    ///< the problem in the middle of the worlds
  bargaining::Analysis analysis;  ///< of the central problem; trades from each draft's known terms
};

/// Assesses the deals of a case over its worlds. Nothing to assess without a party whose consent is
/// needed: fails with "no-consent". Deterministic on any number of threads.
Result<DealsAssessment> assess_deals(const Model& model, const Worlds& worlds,
                                     const Control& control);

}  // namespace parley::assess
