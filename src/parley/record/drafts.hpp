#pragma once

#include "parley/record/quantities.hpp"
#include "parley/record/reading.hpp"
#include "parley/record/times.hpp"

namespace parley::record::internal {

/// A version of a plan in one report; `amends_points` is the number of points of the version that
/// it changes.
struct FoundDraft {
  Draft draft;
  std::optional<int> amends_points;
  std::size_t token = 0;  ///< where it is named first
};

/// The plans that a report counts in points, with who wrote them and which amends which. A number
/// of points within a plan ("two of the points") is no plan. Where the text speaks of versions,
/// each amends the one before: the original first, then by date, then as the text comes to them.
std::vector<FoundDraft> find_drafts(const Reading& reading,
                                    const std::vector<FoundQuantity>& quantities,
                                    const std::vector<FoundTime>& times);

/// One draft for each number of points over all reports, in the order of their first mention; the
/// chain of amendments joined. Those without a number are each their own, "draft-a", "draft-b".
std::vector<Draft> join_drafts(std::vector<std::vector<FoundDraft>> found);

}  // namespace parley::record::internal
