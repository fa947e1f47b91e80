#include "parley/formats/decimal.hpp"

#include <charconv>

namespace parley::formats::internal {
namespace {

constexpr int kPlaces = 24;
constexpr int kWholeDigits = 13;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits of a number without its point, and the power of ten that they are times.
struct Digits {
  std::string text;
  int exponent = 0;
};

std::optional<Digits> read_digits(std::string_view text) {
  Digits digits;
  std::size_t at = 0;
  bool behind_point = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !behind_point)); ++at) {
    if (text[at] == '.') {
      behind_point = true;
    } else {
      digits.text += text[at];
      digits.exponent -= behind_point ? 1 : 0;
    }
  }
  if (digits.text.empty()) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    int exponent = 0;
    const auto [end, error] =
        std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    constexpr int kFar = 1000;
    if (error != std::errc() || exponent > kFar || exponent < -kFar) return std::nullopt;
    digits.exponent += exponent;
    at = static_cast<std::size_t>(end - text.data());
  }
  if (at != text.size()) return std::nullopt;
  digits.text.erase(0, digits.text.find_first_not_of('0'));
  while (digits.text.ends_with('0')) {
    digits.text.pop_back();
    ++digits.exponent;
  }
  return digits;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::optional<Digits> digits = read_digits(text);
  if (!digits) return std::nullopt;
  if (digits->text.empty()) return Decimal{};
  const int size = static_cast<int>(digits->text.size()) + digits->exponent;
  if (size > kWholeDigits || digits->exponent < -kPlaces) return std::nullopt;
  Int128 units = 0;
  for (const char c : digits->text) units = units * 10 + (c - '0');
  for (int i = digits->exponent; i > -kPlaces; --i) units *= 10;
  return Decimal{negative ? -units : units};
}

std::string to_text(Decimal value) {
  std::string digits;
  for (Int128 rest = value.units < 0 ? -value.units : value.units; rest > 0; rest /= 10) {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (digits.size() <= kPlaces) digits.insert(0, kPlaces + 1 - digits.size(), '0');
  digits.insert(digits.size() - kPlaces, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return (value.units < 0 ? "-" : "") + digits;
}

double to_double(Decimal value) {
  const std::string text = to_text(value);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

}  // namespace parley::formats::internal
