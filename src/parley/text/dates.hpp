#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace parley::text::internal {

using Day = std::chrono::year_month_day;

/// The day at the start of an ISO 8601 text, "2026-03-05T18:20:00Z", as it is written there.
std::optional<Day> iso_day(std::string_view text);

/// The day of a letter's date, "Thu, 05 Mar 2026 18:20:00 +0100" (RFC 5322, section 3.3), on the
/// sender's clock. Years of two figures are 1950 to 2049.
std::optional<Day> mail_day(std::string_view text);

}  // namespace parley::text::internal
