#pragma once

#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/drafting/sources.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// Where reports differ, as rival claims: contradictions, remarks worded or attributed differently,
/// and chains of versions. Relations of one kind on one topic that share a passage are one entry
/// with each passage once; in the order of the relations.
std::vector<casefile::RivalClaims> find_differences(const record::Record& record,
                                                    const Sources& sources);

}  // namespace parley::drafting::internal
