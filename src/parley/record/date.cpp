#include "parley/record/date.hpp"

#include <re2/re2.h>

#include <array>
#include <charconv>
#include <cstdio>

#include "parley/record/table.hpp"
#include "parley/text/days.hpp"

namespace parley::record::internal {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

// The first and the last day of a date, a month or a range, as texts, which compare as days do.
std::pair<std::string, std::string> days_of(const std::string& text) {
  const std::size_t stroke = text.find('/');
  std::string first = text.substr(0, stroke);
  std::string last = stroke == std::string::npos ? first : text.substr(stroke + 1);
  constexpr std::size_t kMonth = 7;  // "2025-12" stands for all its days
  if (first.size() == kMonth) first += "-01";
  if (last.size() == kMonth) last += "-31";
  return {std::move(first), std::move(last)};
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  static const RE2 pattern(R"(^\s*(\d{4})-(\d{2})-(\d{2}))");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &year, &month, &day))
    return std::nullopt;
  return make_date(year, month, day);
}

std::string to_iso(Date date) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer.data();
}

unsigned month_named(std::string_view lower) {
  if (lower.ends_with('.')) lower.remove_suffix(1);
  if (lower.size() < 3) return 0;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3) || (lower == "sept" && i == 8))
      return i + 1;
  }
  return 0;
}

std::optional<unsigned> weekday_named(std::string_view lower) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (lower == kWeekdays[i]) return i;
  }
  return std::nullopt;
}

std::optional<Date> find_date(std::string_view text) {
  const auto found = text::find_day(text);
  return found ? std::optional(found->day) : std::nullopt;
}

bool days_meet(const std::string& a, const std::string& b) {
  const auto [a_first, a_last] = days_of(a);
  const auto [b_first, b_last] = days_of(b);
  return a_first <= b_last && b_first <= a_last;
}

}  // namespace parley::record::internal
