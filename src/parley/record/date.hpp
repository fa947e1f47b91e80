#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace parley::record::internal {

using Date = std::chrono::year_month_day;

/// The date at the start of an ISO 8601 text ("2025-12-03T10:00Z"); nothing when there is none.
std::optional<Date> parse_iso_date(std::string_view text);

/// "2025-12-03".
std::string to_iso(Date date);

/// The month (1 to 12) that an English name or its usual abbreviation in lower case means; 0 for
/// other words. "may" and "march" count: the caller sees whether they are names.
unsigned month_named(std::string_view lower);

/// The weekday (0 Sunday to 6 Saturday) of an English name in lower case; nothing for other words.
std::optional<unsigned> weekday_named(std::string_view lower);

/// The first full date in a text: "3 December 2025", "December 3, 2025", "Dec. 3 2025" or ISO.
std::optional<Date> find_date(std::string_view text);

/// Whether two ISO dates, months or ranges ("2025-12-03/2025-12-05"), neither empty, have a day in
/// common.
bool days_meet(const std::string& a, const std::string& b);

}  // namespace parley::record::internal
