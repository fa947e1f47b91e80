#pragma once

#include <optional>
#include <vector>

#include "parley/formats/genius_tree.hpp"

namespace parley::formats::internal {

/// What a profile's issue says each option of the domain's issue is worth, in the order of the
/// options; nothing when that cannot be said, with the reasons among the findings.
///
/// Discrete: the evaluation divided by the issue's largest, 0 when that is below 1e-5; values are
/// matched by their text. Integer: slope (v - lowerbound) + offset, cut to 0 .. 1. Real: linear
/// parameter1 v + parameter0, cut to 0 .. 1; constant parameter0, as it is; triangular from
/// parameter0 over its peak at parameter2 to parameter1.
std::optional<std::vector<double>> option_values(const bargaining::Issue& issue,
                                                 const GeniusIssue& stated, Findings& findings);

}  // namespace parley::formats::internal
