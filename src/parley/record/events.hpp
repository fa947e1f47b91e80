#pragma once

#include "parley/record/reading.hpp"
#include "parley/record/statements.hpp"
#include "parley/record/times.hpp"

namespace parley::record::internal {

/// The events that a report tells in its own words or says that others tell, with who did what to
/// whom: one for each verb of a main or content clause outside quotations whose subject is a party
/// (event_class.hpp). What hangs on "if" or is told in an aside is left out, since it is not told
/// to have happened, and so are the numbered points of a plan. In the order of the text.
std::vector<Event> find_events(const Reading& reading, const Sayings& sayings,
                               const std::vector<FoundTime>& times);

}  // namespace parley::record::internal
