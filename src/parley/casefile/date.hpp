#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace parley::casefile {

/// A day of the Gregorian calendar.
struct Date {
  std::chrono::year_month_day day{};

  /// Reads YYYY-MM-DD; nothing when it is not a real day.
  static std::optional<Date> from_iso(std::string_view text);
  std::string iso() const;

  friend bool operator==(const Date&, const Date&) = default;
  friend auto operator<=>(const Date& a, const Date& b) { return a.day <=> b.day; }
};

}  // namespace parley::casefile
