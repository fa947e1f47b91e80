#include "parley/record/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace parley::record::internal {
namespace {

constexpr std::array<std::string_view, 20> kSmall = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 20> kOrdinals = {
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};

template <std::size_t N>
std::optional<std::size_t> index_in(const std::array<std::string_view, N>& list,
                                    std::string_view word) {
  const auto found = std::find(list.begin(), list.end(), word);
  if (found == list.end()) return std::nullopt;
  return static_cast<std::size_t>(found - list.begin());
}

double scale_of(std::string_view lower) {
  if (lower == "hundred") return 100;
  if (lower == "thousand") return 1e3;
  if (lower == "million" || lower == "m" || lower == "mn") return 1e6;
  if (lower == "billion" || lower == "bn") return 1e9;
  return 0;
}

// "1,200", "2.5", "4th"; nothing else may follow.
std::optional<FoundNumber> number_in_digits(std::string_view lower) {
  std::string digits;
  std::size_t i = 0;
  for (; i < lower.size() &&
         ((lower[i] >= '0' && lower[i] <= '9') || lower[i] == ',' || lower[i] == '.');
       ++i) {
    if (lower[i] != ',') digits += lower[i];
  }
  const std::string_view rest = lower.substr(i);
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  if (!rest.empty() && !ordinal) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return FoundNumber{value, 1, false, ordinal};
}

std::optional<double> tens_in(std::string_view lower) {
  const auto tens = index_in(kTens, lower);
  if (!tens) return std::nullopt;
  return static_cast<double>(*tens * 10 + 20);
}

// "twelve", "sixth": words without a hyphen, below twenty.
std::optional<FoundNumber> small_number(std::string_view lower) {
  if (const auto small = index_in(kSmall, lower))
    return FoundNumber{static_cast<double>(*small), 1, true, false};
  if (const auto ordinal = index_in(kOrdinals, lower))
    return FoundNumber{static_cast<double>(*ordinal), 1, true, true};
  return std::nullopt;
}

}  // namespace

std::optional<FoundNumber> number_in_word(std::string_view lower) {
  if (lower.empty()) return std::nullopt;
  if (lower.front() >= '0' && lower.front() <= '9') return number_in_digits(lower);
  if (const auto small = small_number(lower)) return small;
  if (const auto tens = tens_in(lower)) return FoundNumber{*tens, 1, true, false};
  if (lower == "dozen") return FoundNumber{12, 1, true, false};
  // "twenty-two", "twenty-second"
  const std::size_t hyphen = lower.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto tens = tens_in(lower.substr(0, hyphen));
  const auto unit = small_number(lower.substr(hyphen + 1));
  if (!tens || !unit || unit->value < 1 || unit->value > 9) return std::nullopt;
  return FoundNumber{*tens + unit->value, 1, true, unit->ordinal};
}

std::optional<FoundNumber> number_at(const Words& words, std::size_t i, std::size_t end) {
  const auto lower = [&](std::size_t k) {
    return k < end ? words.tokens[k].lower : std::string_view();
  };
  if (lower(i) == "half" && (lower(i + 1) == "an" || lower(i + 1) == "a"))
    return FoundNumber{0.5, 2, true, false};
  std::size_t at = i;
  std::optional<FoundNumber> found;
  if ((lower(i) == "a" || lower(i) == "an") &&
      (scale_of(lower(i + 1)) > 0 || lower(i + 1) == "dozen")) {
    found = FoundNumber{1, 1, true, false};
    ++at;
    if (lower(at) == "dozen") return FoundNumber{12, 2, true, false};
  } else {
    found = number_in_word(lower(i));
    if (!found) return std::nullopt;
    ++at;
  }
  if (!found->ordinal) {
    double total = 0;
    double part = found->value;
    while (scale_of(lower(at)) > 0 && lower(at) != "m") {
      part *= scale_of(lower(at));
      ++at;
      const std::size_t next = lower(at) == "and" ? at + 1 : at;
      const auto more = number_in_word(lower(next));
      if (more && !more->ordinal && more->in_words && more->value < part && found->in_words) {
        total += part;
        part = more->value;
        at = next + 1;
      }
    }
    found->value = total + part;
    if (lower(at) == "and" && lower(at + 1) == "a" && lower(at + 2) == "half") {
      found->value += 0.5;
      at += 3;
    }
  }
  found->tokens = at - i;
  return found;
}

}  // namespace parley::record::internal
