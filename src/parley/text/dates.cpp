#include "parley/text/dates.hpp"

#include <array>
#include <charconv>

#include "parley/text/decoding.hpp"

namespace parley::text::internal {
namespace {

// The number that a text begins with, taken off it; nothing when there is none.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::optional<Day> day_of(int year, int month, int day) {
  const Day made{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                 std::chrono::day(static_cast<unsigned>(day))};
  if (!made.ok() || year > 9999) return std::nullopt;
  return made;
}

}  // namespace

std::optional<Day> iso_day(std::string_view text) {
  text = trimmed(text);
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      if (!text.starts_with('-')) return std::nullopt;
      text.remove_prefix(1);
    }
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    parts[i] = *number;
  }
  return day_of(parts[0], parts[1], parts[2]);
}

std::optional<Day> mail_day(std::string_view text) {
  if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
    text.remove_prefix(comma + 1);
  }
  text = trimmed(text);
  const auto day = take_number(text);
  text = trimmed(text);
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::size_t month = kMonths.find(lower(text.substr(0, 3)));
  if (!day || text.size() < 3 || month == std::string_view::npos || month % 3 != 0) {
    return std::nullopt;
  }
  const std::size_t blank = text.find_first_of(" -");
  if (blank == std::string_view::npos) return std::nullopt;
  text = trimmed(text.substr(blank + 1));
  auto year = take_number(text);
  if (!year) return std::nullopt;
  if (*year < 100) *year += *year < 50 ? 2000 : 1900;
  return day_of(*year, static_cast<int>(month / 3 + 1), *day);
}

}  // namespace parley::text::internal
