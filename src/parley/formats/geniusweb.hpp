#pragma once

#include <vector>

#include "parley/base/result.hpp"
#include "parley/formats/source.hpp"

namespace parley::formats {

/// Reads linear additive profiles of GeniusWeb (JSON), one a party, over one domain, which each of
/// them repeats. The parties are called by their profiles' names.
///
/// Both spellings of value sets are read. Numbers are decimals: weights must sum to exactly 1, and
/// a range low, low + step, … ends at its last value not above high. The reservation value is what
/// the reservation bid is worth, issues it leaves out counting nothing; without one it is 0. A
/// discount factor and a reserved value, which are not of GeniusWeb, are read with a warning. Fails
/// with everything that is wrong, each with line and column.
Result<ReadProblem> read_geniusweb(const std::vector<Source>& profiles);

}  // namespace parley::formats
