#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/assess/changes.hpp"
#include "parley/assess/conflict/stability.hpp"
#include "parley/assess/deals.hpp"
#include "parley/assess/drafts.hpp"
#include "parley/assess/worlds.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"
#include "parley/casefile/case.hpp"

namespace parley::assess {

struct Options {
  std::uint64_t seed = 1;
  std::size_t worlds = 10'000;
};

/// The answers to a case: what the brief tells. Indices are those of the case's own order.
struct Assessment {
  Options options;
  double effective_worlds = 0;
  std::vector<Agreement> observations;
  std::string contradiction;  ///< as Worlds::contradiction
  std::vector<DraftAssessment> drafts;
  std::vector<Amendment> changes;
  std::optional<DealsAssessment> deals;          ///< where somebody's consent is needed
  std::optional<StabilityAssessment> stability;  ///< where the case has moves and outlooks
};

/// Assesses a case that has passed the check. Fails when there is nothing to assess ("no-parties",
/// "no-issues") or when cancelled. The same seed gives the same bytes on any number of threads.
Result<Assessment> assess(const casefile::Case& source, const Options& options,
                          const Control& control);

}  // namespace parley::assess
