#pragma once

#include "parley/bargaining/cover.hpp"

namespace parley::bargaining::internal {

/// The same promise as cover(), for models whose blocks divide into two halves with frontiers that
/// can be listed; nothing when they do not.
///
/// Each deal is a sum of one point of either half. Pairs of boxes of points are gone through from
/// large to small; a pair whose highest sum some point covers within the gap holds nothing new.
/// Where single points are left, their sum is raised as long as one half can be exchanged for the
/// better and becomes a point. When that makes more than options.most_points, or takes too long,
/// the gap is widened and the work begun again, and given up when that takes too long as well.
/// Deterministic.
Result<std::optional<Cover>> cover_by_halves(const Model& model, const CoverOptions& options,
                                             const Control& control);

}  // namespace parley::bargaining::internal
