#pragma once

#include <optional>

#include "parley/record/meeting_clause.hpp"
#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// Whether the meeting took place, will or may; nothing when the clause says that there was none
/// ("have not met since", "refused to meet"). `ahead` says that it has a date after the report's.
std::optional<MeetingStatus> meeting_status(const Reading& reading, const MeetingClause& clause,
                                            const Sentence& sentence, bool ahead);

}  // namespace parley::record::internal
