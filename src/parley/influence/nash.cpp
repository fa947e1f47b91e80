#include "parley/influence/nash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parley::influence {
namespace {

std::vector<Voter> holders_of_veto(const Council& council, std::size_t scale) {
  std::vector<Voter> found;
  for (const Voter& each : voters(council, scale)) {
    if (council.actors[each.actor].veto && each.salience > 0) found.push_back(each);
  }
  return found;
}

std::vector<Voter> those_who_consent(const Council& council, std::size_t scale) {
  std::vector<Voter> found = holders_of_veto(council, scale);
  if (!found.empty()) return found;
  for (const Voter& each : voters(council, scale)) {
    if (each.weight() > 0) found.push_back(each);
  }
  return found;
}

// What all of them like at least as well as the reference.
Hull gaining(const std::vector<Voter>& consenting, double reference, Hull all) {
  for (const Voter& each : consenting) {
    const double mirror = 2 * each.position - reference;
    all.low = std::max(all.low, std::min(reference, mirror));
    all.high = std::min(all.high, std::max(reference, mirror));
  }
  return all;
}

// Twice the slope of the logarithm of the product at x, away from the reference by `away` = ±1.
double slope(const std::vector<Voter>& consenting, double reference, double x, double away) {
  double sum = 0;
  for (const Voter& each : consenting) {
    if (each.weight() <= 0) continue;
    const double gone = away * (x - reference);
    const double left = away * (2 * each.position - reference - x);
    sum += each.weight() * (1 / gone - 1 / left);
  }
  return sum;
}

}  // namespace

Hull acceptable(const Council& council, std::size_t scale) {
  const Scale& on = council.scales[scale];
  const Hull all{on.low, on.high};
  if (!on.reference) return all;
  return gaining(holders_of_veto(council, scale), *on.reference, all);
}

double within_vetoes(const Council& council, std::size_t scale, double outcome) {
  const Hull allowed = acceptable(council, scale);
  return std::clamp(outcome, allowed.low, allowed.high);
}

Result<double> nash(const Council& council, std::size_t scale) {
  const Scale& on = council.scales[scale];
  if (!on.reference) {
    return fail(FailureKind::unsupported, "does-not-fit", {},
                fmt::format("the Nash solution needs a reference, what stays on “{}” when nothing "
                            "is decided",
                            on.name));
  }
  const std::vector<Voter> consenting = those_who_consent(council, scale);
  const double reference = *on.reference;
  const Hull allowed = gaining(consenting, reference, {on.low, on.high});
  if (allowed.width() <= 0) return reference;
  if (std::ranges::none_of(consenting, [](const Voter& v) { return v.weight() > 0; })) {
    return reference;
  }
  // The reference is one end; the product is 0 there, rises and falls.
  const double away = allowed.low == reference ? 1 : -1;
  double low = allowed.low;
  double high = allowed.high;
  for (int step = 0; step < 100 && high - low > 0; ++step) {
    const double middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const bool further = slope(consenting, reference, middle, away) > 0;
    (further == (away > 0) ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace parley::influence
