#include "parley/influence/settling.hpp"

#include <algorithm>
#include <cmath>

namespace parley::influence {

Settling settling(const std::vector<Positions>& rounds, double tolerance) {
  if (rounds.empty()) return {};
  const Positions& last = rounds.back();
  const auto same = [&](const Positions& other) {
    return std::ranges::equal(last, other,
                              [&](double a, double b) { return std::abs(a - b) <= tolerance; });
  };
  for (std::size_t r = rounds.size() - 1; r-- > 0;) {
    if (!same(rounds[r])) continue;
    const std::size_t period = rounds.size() - 1 - r;
    return {period == 1 ? Settling::Kind::fixed_point : Settling::Kind::cycle, r, period};
  }
  return {};
}

}  // namespace parley::influence
