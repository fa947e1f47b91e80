#include "parley/casefile/estimate_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <vector>

namespace parley::casefile::internal {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_range(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t at = text.find(".."); at != std::string_view::npos;
       at = text.find("..", start)) {
    parts.push_back(trimmed(text.substr(start, at - start)));
    start = at + 2;
  }
  parts.push_back(trimmed(text.substr(start)));
  return parts;
}

bool starts_like_a_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with('.'))
    text.remove_prefix(1);
  return (!text.empty() && (text.front() >= '0' && text.front() <= '9')) ||
         text.find("..") != std::string_view::npos || read_number(text).has_value();
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
  text = trimmed(text);
  bool percent = false;
  if (text.ends_with('%')) {
    percent = true;
    text = trimmed(text.substr(0, text.size() - 1));
  }
  if (text.starts_with('+')) text.remove_prefix(1);
  // YAML writes the numbers that are none as .nan and .inf.
  for (const std::string_view special : {".nan", ".inf", "-.inf", ".NaN", ".Inf", "-.Inf"}) {
    if (text == special) return text.ends_with('f') ? HUGE_VAL : std::nan("");
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return HUGE_VAL;
  if (error != std::errc{}) return std::nullopt;
  return percent ? value / 100 : value;
}

ReadEstimate read_estimate(std::string_view text) {
  text = trimmed(text);
  if (!starts_like_a_number(text)) return {};
  const std::vector<std::string_view> parts = split_range(text);
  const auto bad = [](std::string code, std::string message, std::string hint) {
    return ReadEstimate{std::nullopt,
                        BadEstimate{std::move(code), std::move(message), std::move(hint)}};
  };
  std::vector<double> numbers;
  for (const std::string_view part : parts) {
    const std::optional<double> number = read_number(part);
    if (!number) {
      return bad("bad-number", fmt::format("“{}” is not a number or a range", text),
                 "write 40, 30..45 (low..high) or 30..40..55 (low..most likely..high)");
    }
    if (!std::isfinite(*number)) {
      return bad("not-finite", fmt::format("“{}” is not a finite number", text),
                 "write a number or a range");
    }
    numbers.push_back(*number);
  }
  if (numbers.size() > 3) {
    return bad("bad-number", fmt::format("the range “{}” has {} numbers", text, numbers.size()),
               "a range has two (low..high) or three (low..most likely..high)");
  }
  const std::size_t percents = static_cast<std::size_t>(std::count(text.begin(), text.end(), '%'));
  if (percents != 0 && percents != parts.size()) {
    return bad("mixed-percent", fmt::format("“{}” mixes percent with plain numbers", text),
               "write the percent sign at each number, or at none");
  }
  if (!std::is_sorted(numbers.begin(), numbers.end())) {
    std::vector<std::string_view> in_order = parts;
    std::sort(in_order.begin(), in_order.end(), [](std::string_view a, std::string_view b) {
      return *read_number(a) < *read_number(b);
    });
    return bad("range-upside-down",
               fmt::format("the range “{}” does not rise from low to high", text),
               fmt::format("did you mean {}?", fmt::join(in_order, "..")));
  }
  ReadEstimate read;
  if (numbers.size() == 1) read.estimate = Estimate::fixed(numbers[0]);
  if (numbers.size() == 2) read.estimate = Estimate::between(numbers[0], numbers[1]);
  if (numbers.size() == 3) {
    read.estimate = Estimate{numbers[0], numbers[1], numbers[2], Shape::pert, {}, {}};
  }
  return read;
}

std::string number_text(double value) {
  char buffer[32];
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
  return {buffer, end};
}

std::string estimate_text(const Estimate& estimate, NumberStyle style) {
  if (!estimate.word.empty()) return estimate.word;
  bool percent = style == NumberStyle::percent;
  for (const double value : {estimate.low, estimate.mode, estimate.high}) {
    percent = percent && std::round(value * 1e8) / 1e6 / 100 == value;
  }
  const auto text = [percent](double value) {
    return percent ? number_text(std::round(value * 1e8) / 1e6) + "%" : number_text(value);
  };
  if (estimate.is_fixed()) return text(estimate.low);
  if (estimate.shape == Shape::uniform) return text(estimate.low) + ".." + text(estimate.high);
  return text(estimate.low) + ".." + text(estimate.mode) + ".." + text(estimate.high);
}

}  // namespace parley::casefile::internal
