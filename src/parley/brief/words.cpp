#include "parley/brief/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>

#include "parley/base/text.hpp"
#include "parley/casefile/words.hpp"

namespace parley::brief {
namespace {

constexpr std::array<OddsBand, 7> kOddsBands{{{"almost no chance", 0, 0.05},
                                              {"very unlikely", 0.05, 0.20},
                                              {"unlikely", 0.20, 0.45},
                                              {"roughly even chance", 0.45, 0.55},
                                              {"likely", 0.55, 0.80},
                                              {"very likely", 0.80, 0.95},
                                              {"almost certain", 0.95, 1}}};

// An end that two bands share belongs to the one nearer to one half.
std::size_t odds_band(double p) {
  std::size_t band = 0;
  while (band + 1 < kOddsBands.size() &&
         (p < 0.5 ? p >= kOddsBands[band].high : p > kOddsBands[band].high)) {
    ++band;
  }
  return band;
}

int rounded_percent(double p) {
  const int whole = static_cast<int>(std::lround(100 * p));
  if (100 * p < 5 || 100 * p > 95) return whole;
  const int fives = 5 * static_cast<int>(std::lround(20 * p));
  return odds_band(fives / 100.0) == odds_band(p) ? fives : whole;
}

}  // namespace

const std::array<OddsBand, 7>& odds_bands() { return kOddsBands; }

std::string_view odds_word(double probability) { return kOddsBands[odds_band(probability)].word; }

std::string percent(double probability) {
  if (probability < 0.01) return "less than 1 %";
  if (probability > 0.99) return "more than 99 %";
  return fmt::format("{} %", rounded_percent(probability));
}

std::string percent(assess::Odds odds) {
  std::string low = percent(odds.low);
  const std::string high = percent(odds.high);
  if (low == high) return low;
  if (odds.low >= 0.01 && odds.high <= 0.99) {
    return fmt::format("{}–{} %", rounded_percent(odds.low), rounded_percent(odds.high));
  }
  return low + " to " + high;
}

bool says_nothing(assess::Odds odds) { return odds_band(odds.high) >= odds_band(odds.low) + 3; }

std::string odds_in_numbers(assess::Odds odds) {
  const auto short_number = [](double p) {
    if (p < 0.01) return std::string("<1");
    if (p > 0.99) return std::string(">99");
    return std::to_string(rounded_percent(p));
  };
  const std::string low = short_number(odds.low);
  const std::string high = short_number(odds.high);
  if (low == high) return low + " %";
  const bool signs = low.starts_with('<') || high.starts_with('>');
  return low + (signs ? " to " : "–") + high + " %";
}

std::string odds_in_words(assess::Odds odds) {
  const std::string numbers = percent(odds);
  if (says_nothing(odds)) return "not known (" + numbers + ")";
  const std::string_view low = odds_word(odds.low);
  const std::string_view high = odds_word(odds.high);
  if (low == high) return fmt::format("{} ({})", low, numbers);
  return fmt::format("{} to {} ({})", low, high, numbers);
}

std::string likelihood_in_words(const Estimate& likelihood) {
  return likelihood.word.empty() ? percent(likelihood.mode) : likelihood.word;
}

std::string odds_clause(assess::Odds odds, std::string_view event) {
  const std::string numbers = percent(odds);
  const std::string_view low = odds_word(odds.low);
  const std::string_view high = odds_word(odds.high);
  if (says_nothing(odds)) return fmt::format("it is not known ({}) whether {}", numbers, event);
  if (low != high) {
    return fmt::format("the odds that {} run from {} to {} ({})", event, low, high, numbers);
  }
  if (low == kOddsBands.front().word)
    return fmt::format("there is {} ({}) that {}", low, numbers, event);
  if (low == kOddsBands[3].word)
    return fmt::format("there is a {} ({}) that {}", low, numbers, event);
  return fmt::format("it is {} ({}) that {}", low, numbers, event);
}

std::string sampling_error(double probability, double effective_worlds) {
  const double variance = probability * (1 - probability) / std::max(1.0, effective_worlds);
  const double points = std::max(1.0, std::round(200 * std::sqrt(std::max(0.0, variance))));
  return fmt::format("± {:.0f} percentage {}", points, points == 1 ? "point" : "points");
}

std::string gain_in_points(double points) {
  const long whole = std::lround(points);
  if (whole == 0) return "0";
  return (whole > 0 ? "+" : "−") + std::to_string(std::labs(whole));
}

std::string with_separators(std::size_t number) { return with_separators(std::to_string(number)); }

std::string with_separators(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string in_words(casefile::Date date) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day.day()),
                     kMonths[static_cast<unsigned>(date.day.month()) - 1],
                     static_cast<int>(date.day.year()));
}

std::string_view in_words(casefile::Confidence confidence) { return casefile::word(confidence); }

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string text;
  for (const std::string& each : items) {
    if (!text.empty()) text += separator;
    text += each;
  }
  return text;
}

std::string in_quotes(std::string_view title) { return "“" + std::string(title) + "”"; }

std::string in_quotes(const std::vector<std::string>& titles) {
  std::vector<std::string> items;
  for (const std::string& each : titles) items.push_back(in_quotes(each));
  return joined(items);
}

std::string possessive(std::string_view name) {
  return std::string(name) + (name.ends_with('s') ? "’" : "’s");
}

std::string count_in_words(std::size_t count) {
  static constexpr std::array<std::string_view, 13> kWords{
      "no",    "one",   "two",  "three", "four",   "five",  "six",
      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return count < kWords.size() ? std::string(kWords[count]) : std::to_string(count);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (count_code_points(text) <= most) return std::string(text);
  std::size_t end = 0;
  std::size_t count = 0;
  std::size_t last_space = 0;
  while (end < text.size() && count < most) {
    if (text[end] == ' ') last_space = end;
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    ++count;
  }
  return std::string(text.substr(0, last_space > 0 ? last_space : end)) + " …";
}

}  // namespace parley::brief
