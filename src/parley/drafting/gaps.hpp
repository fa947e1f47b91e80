#pragma once

#include <vector>

#include "parley/drafting/draft_case.hpp"
#include "parley/drafting/parties.hpp"

namespace parley::drafting::internal {

/// What an analyst has to fill in before the answers to a drafted case say much.
std::vector<Gap> find_gaps(const casefile::Case& value, const Cast& cast);

}  // namespace parley::drafting::internal
