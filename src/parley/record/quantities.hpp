#pragma once

#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// A quantity with its place among the tokens and the word that says what it counts.
struct FoundQuantity {
  Quantity quantity;
  Range tokens;
  bool ordinal = false;  ///< "the sixth visit": the count up to now
  std::string counted;   ///< "documents", "hours", "points", in lower case
};

/// Counts and measures of a report as intervals (reference/record.md section 8): points, documents,
/// meetings, durations, people, money, shares, areas. Numbers that count nothing else of interest
/// and figures of speech ("a hundred times") are left out.
std::vector<FoundQuantity> find_quantities(const Reading& reading);

/// An ISO 8601 duration ("PT5H", "P3D") for a duration's middle in its unit; empty for other kinds.
std::string iso_duration(const Quantity& quantity);

}  // namespace parley::record::internal
