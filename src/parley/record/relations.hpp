#pragma once

#include <memory>
#include <vector>

#include "parley/record/reading.hpp"
#include "parley/record/record.hpp"

namespace parley::record::internal {

/// Where the reports agree and differ, each with a sentence that says why
/// (reference/record.md 9.2).
///
/// Compatible is the default: a contradiction is claimed only where both cannot hold — one office
/// current and former, one meeting held and cancelled or at two places, disjoint intervals of one
/// measure, one clause stated and denied. Reports that copy another are left out. An item is
/// compared with at most kPartners others, the nearest reports first. In the order of the kinds,
/// then of the text.
std::vector<Relation> compare_reports(const Record& record,
                                      const std::vector<std::unique_ptr<Reading>>& readings);

}  // namespace parley::record::internal
