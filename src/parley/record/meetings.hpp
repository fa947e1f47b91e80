#pragma once

#include "parley/record/quantities.hpp"
#include "parley/record/reading.hpp"
#include "parley/record/times.hpp"

namespace parley::record::internal {

/// The meetings a report tells of: held, planned, possible or cancelled. Sentences on one meeting
/// are joined when status agrees and nothing they say of place, date or parties differs; "the
/// talks" without particulars is the meeting told of last. Ids are set by the caller.
std::vector<Meeting> find_meetings(const Reading& reading, const std::vector<FoundTime>& times,
                                   const std::vector<FoundQuantity>& quantities);

}  // namespace parley::record::internal
