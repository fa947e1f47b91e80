#include "parley/text/days.hpp"

#include <re2/re2.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "parley/text/data_rows.hpp"
#include "parley/text/decoding.hpp"

namespace parley::text {
namespace {

using Months = std::unordered_map<std::string_view, int>;

const Months& months() {
  static const Months named = [] {
    Months read;
    for (const auto& [name, number] : internal::data_rows("html/months.tsv")) {
      read.emplace(name, std::stoi(std::string(number)));
    }
    return read;
  }();
  return named;
}

// One pattern of all spellings, so that the first date of a text is found and not the first of one
// spelling.
const RE2& pattern() {
  // What may stand around figures that are no version, number or longer chain of them.
  static const std::string begin = R"((?:^|[^0-9.,/-]))";
  static const std::string end = R"((?:[^0-9./-]|[./-](?:[^0-9]|$)|$))";
  static const RE2 made(
      "(?i)" + begin + R"((\d{4})([-/.])(\d{1,2})[-/.](\d{1,2}))" + end + "|" +  // 1 to 4
      begin + R"((\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2}))" + "|" +     // 5 to 7
      R"((?:^|[^0-9])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?(?:\s+(?:of|de))?[\s-]*(\pL+)\.?,?)"
      R"((?:\s+de)?[\s-]*(\d{4})(?:[^0-9]|$)|)" +  // 8 to 10
      begin +
      R"((\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}))" + end + "|" +  // 11 to 14
      R"((?:^|[^\pL])(\pL+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[^0-9]|$))");
  return made;
}

// Lower case by Unicode's simple mapping is more than names of months need: Latin and Cyrillic.
std::string lower_letters(std::string_view text) {
  std::string lower = internal::lower(text);
  for (std::size_t i = 0; i + 1 < lower.size(); ++i) {
    const auto first = static_cast<unsigned char>(lower[i]);
    const auto second = static_cast<unsigned char>(lower[i + 1]);
    if (first == 0xC3 && second >= 0x80 && second <= 0x9E) {  // À to Þ
      lower[i + 1] = static_cast<char>(second + 0x20);
    } else if (first == 0xD0 && second >= 0x90 && second <= 0x9F) {  // А to П
      lower[i + 1] = static_cast<char>(second + 0x20);
    } else if (first == 0xD0 && second >= 0xA0 && second <= 0xAF) {  // Р to Я
      lower[i] = static_cast<char>(0xD1);
      lower[i + 1] = static_cast<char>(second - 0x20);
    }
  }
  return lower;
}

int month_of(const re2::StringPiece& name) {
  const auto found = months().find(lower_letters({name.data(), name.size()}));
  return found == months().end() ? 0 : found->second;
}

int number(const re2::StringPiece& digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<FoundDay> made(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year > 2100) return std::nullopt;
  return FoundDay{date};
}

std::optional<FoundDay> of_figures(int first, int second, int year, DayOrder order) {
  const bool day_first = second <= 12 && (first > 12 || order == DayOrder::day_first);
  auto found = day_first ? made(year, second, first) : made(year, first, second);
  if (found) found->may_be_swapped = first <= 12 && second <= 12 && first != second;
  return found;
}

std::optional<FoundDay> read(const re2::StringPiece (&part)[18], DayOrder order) {
  if (!part[1].empty()) return made(number(part[1]), number(part[3]), number(part[4]));
  if (!part[5].empty()) return made(number(part[5]), number(part[6]), number(part[7]));
  if (!part[8].empty()) return made(number(part[10]), month_of(part[9]), number(part[8]));
  if (!part[11].empty()) {
    return of_figures(number(part[11]), number(part[13]), number(part[14]), order);
  }
  return made(number(part[17]), month_of(part[15]), number(part[16]));
}

}  // namespace

std::optional<FoundDay> find_day(std::string_view text, DayOrder order) {
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece part[18];
  for (std::size_t at = 0; at < text.size();) {
    if (!pattern().Match(whole, at, text.size(), RE2::UNANCHORED, part, 18)) return std::nullopt;
    if (auto day = read(part, order)) return day;
    // What looked like a date is none: look on behind its first character.
    at = static_cast<std::size_t>(part[0].data() - text.data()) + 1;
  }
  return std::nullopt;
}

}  // namespace parley::text
