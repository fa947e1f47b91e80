#pragma once

#include <string>
#include <vector>

#include "parley/assess/drivers.hpp"
#include "parley/assess/packages.hpp"
#include "parley/assess/span.hpp"
#include "parley/bargaining/analysis.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

namespace parley::assess {

/// What a case must say before odds can be told, and does not.
struct Missing {
  enum class What {
    stand,    ///< what a party wants, at all, whose consent every deal needs
    no_deal,  ///< what any of those parties gets by going on
  } what = What::stand;
  std::optional<std::size_t> party;  ///< nothing: of all of them
};

/// What is missing, the stands in the order of the parties first; empty when odds can be told.
std::vector<Missing> missing_for_odds(const Model& model);

/// Whether a deal exists, why not, what would open one, and which packages come nearest.
struct DealsAssessment {
  /// That some full deal exists that every party whose consent is needed prefers to going on and
  /// that crosses no red line and breaks no linkage that is meant; exact in each world.
  double zone = 0;
  Span span;                     ///< how far the widest no-deal values alone would move `zone`
  std::vector<Missing> missing;  ///< when not empty, there are no odds: `zone` is 0 and says
                                 ///< nothing, and there are neither drivers nor packages
  std::vector<Driver> drivers;   ///< what the odds of a zone hang on
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
