#pragma once

#include "parley/record/date.hpp"
#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// A time with its place among the tokens; `first` and `last` are the days it covers, when known.
struct FoundTime {
  Time time;
  Range tokens;
  std::optional<Date> first;
  std::optional<Date> last;
};

/// Dates, ranges and days named in words, resolved against the report's date where they need one
/// (reference/record.md section 8): a weekday is the last such day up to the report's date, or the
/// next one when the verb is about the future; a month without a year the nearest that fits.
/// Without a date of the report they stay unresolved.
std::vector<FoundTime> find_times(const Reading& reading);

}  // namespace parley::record::internal
