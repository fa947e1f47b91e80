#include "scoring/fields.hpp"

#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <set>

namespace parley::scoring {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string lower(std::string_view word) {
  std::string folded;
  for (const char c : word) {
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return folded;
}

// Words in their order, without articles, possessives and the typographic apostrophe.
std::vector<std::string> words_of(std::string_view name) {
  std::string plain(name);
  for (std::size_t at = plain.find("’"); at != std::string::npos; at = plain.find("’")) {
    plain.replace(at, std::string_view("’").size(), "'");
  }
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= plain.size(); ++i) {
    if (i < plain.size() && is_letter(plain[i])) {
      word += plain[i];
      continue;
    }
    const std::string folded = lower(word);
    const bool possessive = folded == "s" && i > word.size() && plain[i - word.size() - 1] == '\'';
    if (!folded.empty() && !possessive && folded != "a" && folded != "an" && folded != "the") {
      words.push_back(word);
    }
    word.clear();
  }
  return words;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

long day_number(std::chrono::year_month_day date) {
  return std::chrono::sys_days(date).time_since_epoch().count();
}

// From the first day of a month to the last day of the month `months - 1` later.
std::pair<long, long> months_from(int year, unsigned month, int months) {
  using std::chrono::year_month;
  const year_month first{std::chrono::year(year), std::chrono::month(month)};
  const year_month after = first + std::chrono::months(months);
  return {day_number(first / 1), day_number(after / 1) - 1};
}

std::optional<std::pair<long, long>> days_of_one(std::string_view value) {
  if (const auto clock = value.find('T'); clock != std::string_view::npos && clock >= 4) {
    value = value.substr(0, clock);
  }
  const std::optional<int> year = digits(value.substr(0, 4));
  if (!year) return std::nullopt;
  if (value.size() == 4) return months_from(*year, 1, 12);
  if (value.size() < 7 || value[4] != '-') return std::nullopt;
  const std::string_view second = value.substr(5, 2);
  if (value.size() == 7) {
    constexpr std::pair<std::string_view, unsigned> kSeasons[] = {
        {"SP", 3}, {"SU", 6}, {"AU", 9}, {"FA", 9}, {"WI", 12}};
    for (const auto& [name, month] : kSeasons) {
      if (second == name) return months_from(*year, month, 3);
    }
  }
  if (second.starts_with('W') && value.size() == 8) {
    const std::optional<int> week = digits(value.substr(6, 2));
    if (!week) return std::nullopt;
    // ISO 8601: week 1 holds 4 January; weeks begin on Monday.
    const std::chrono::sys_days fourth(std::chrono::year(*year) / 1 / 4);
    const unsigned after_monday = std::chrono::weekday(fourth).iso_encoding() - 1;
    const long monday = fourth.time_since_epoch().count() - static_cast<long>(after_monday);
    return std::pair{monday + 7L * (*week - 1), monday + 7L * *week - 1};
  }
  const std::optional<int> month = digits(second);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (value.size() == 7) return months_from(*year, static_cast<unsigned>(*month), 1);
  const std::optional<int> day = digits(value.substr(8));
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(day.value_or(0)))};
  if (value.size() != 10 || !date.ok()) return std::nullopt;
  return std::pair{day_number(date), day_number(date)};
}

}  // namespace

bool same_name(std::string_view gold, std::string_view found) {
  const std::vector<std::string> wanted = words_of(gold);
  const std::vector<std::string> given = words_of(found);
  if (wanted.empty() || given.empty()) return false;
  std::set<std::string> wanted_set;
  std::set<std::string> given_set;
  for (const std::string& word : wanted) wanted_set.insert(lower(word));
  for (const std::string& word : given) given_set.insert(lower(word));
  const bool nested =
      std::includes(wanted_set.begin(), wanted_set.end(), given_set.begin(), given_set.end()) ||
      std::includes(given_set.begin(), given_set.end(), wanted_set.begin(), wanted_set.end());
  if (!nested) return false;
  bool capitalised = false;
  for (const std::string& word : wanted) {
    if (word.front() < 'A' || word.front() > 'Z') continue;
    capitalised = true;
    if (given_set.contains(lower(word))) return true;
  }
  return !capitalised && given_set.contains(lower(wanted.front()));
}

bool is_proper_name(std::string_view name) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::vector<std::string> words = words_of(name);
  return !words.empty() && !is_small(name.front()) &&
         std::none_of(words.begin(), words.end(), [&](const std::string& word) {
           return word.size() > 3 && is_small(word.front());
         });
}

std::optional<std::pair<long, long>> days_of(std::string_view value) {
  const std::size_t stroke = value.find('/');
  if (stroke == std::string_view::npos) return days_of_one(value);
  const auto first = days_of_one(value.substr(0, stroke));
  const auto last = days_of_one(value.substr(stroke + 1));
  if (!first || !last) return std::nullopt;
  return std::pair{first->first, last->second};
}

std::optional<double> hours_in(std::string_view unit) {
  constexpr std::pair<std::string_view, double> kUnits[] = {{"minute", 1.0 / 60}, {"hour", 1},
                                                            {"day", 24},          {"week", 168},
                                                            {"month", 730},       {"year", 8760}};
  if (unit.ends_with('s')) unit.remove_suffix(1);
  for (const auto& [name, hours] : kUnits) {
    if (unit == name) return hours;
  }
  return std::nullopt;
}

Span without_end_marks(const Text& text, Span span) {
  constexpr std::string_view kEndMarks[] = {" ", "\n", "\t", ",", ".", "!",
                                            "?", ";",  ":",  "…", "’", "'"};
  const auto ends_in_mark = [&] {
    const std::string_view last = text.slice({span.end - 1, span.end});
    return std::find(std::begin(kEndMarks), std::end(kEndMarks), last) != std::end(kEndMarks);
  };
  while (span.size() > 0 && ends_in_mark()) --span.end;
  return span;
}

double overlap(Span a, Span b) {
  if (!a.overlaps(b)) return 0;
  const std::size_t both = std::min(a.end, b.end) - std::max(a.start, b.start);
  return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

bool any_of(const Json& value, const std::function<bool(const Json&)>& accepts) {
  return value.is_array() ? std::any_of(value.begin(), value.end(), accepts) : accepts(value);
}

std::string text_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> number_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

Span span_of(const Json& object) {
  const std::optional<double> start = number_of(object, "start");
  const std::optional<double> end = number_of(object, "end");
  if (!start || !end) return {};
  return {static_cast<std::size_t>(*start), static_cast<std::size_t>(*end)};
}

}  // namespace parley::scoring
