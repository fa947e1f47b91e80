#include "parley/bargaining/scale.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace parley::bargaining::internal {
namespace {

// A contribution is a product or quotient of a few decimals: as much noise as that may carry.
constexpr double kNoise = 2e-15;
constexpr double kLargestDenominator = 1e12;
// Beyond this share of a unit noise could hide a difference of one unit.
constexpr double kMostNoise = 0.05;

// The smallest denominator of a fraction within `error` of x, by its continued fraction.
std::optional<double> denominator(double x, double error) {
  double before = 0;
  double now = 1;
  double rest = std::abs(x);
  const double target = rest;
  while (now <= kLargestDenominator) {
    if (std::abs(target * now - std::round(target * now)) <= error * now) return now;
    rest -= std::floor(rest);
    if (rest <= 0) return std::nullopt;
    rest = 1 / rest;
    const double next = std::floor(rest) * now + before;
    before = now;
    now = next;
  }
  return std::nullopt;
}

std::optional<double> common_denominator(std::span<const double> contributions) {
  double common = 1;
  for (const double each : contributions) {
    const double error = common * std::abs(each) * kNoise;
    const std::optional<double> more = denominator(each * common, error);
    if (!more) return std::nullopt;
    common *= *more;
    if (common > kLargestDenominator) return std::nullopt;
  }
  const auto noisy = [&](double each) { return common * std::abs(each) * kNoise > kMostNoise; };
  if (std::ranges::any_of(contributions, noisy)) return std::nullopt;
  return common;
}

}  // namespace

Scale Scale::of(std::span<const double> contributions) {
  if (const std::optional<double> common = common_denominator(contributions)) return Scale(*common);
  double sum = 0;
  for (const double each : contributions) sum += std::abs(each);
  constexpr double kMostBits = 1000;  // so that a scale of tiny numbers stays finite
  return Scale(std::exp2(std::min(kMostBits, 52 - std::ceil(std::log2(sum)))));
}

std::int64_t Scale::to_units(double value) const { return std::llround(value * per_one_); }

}  // namespace parley::bargaining::internal
