#include "parley/influence/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace parley::influence {
namespace {

constexpr double kRounding = 1e-9;

// How far an outcome went from its compromise to the end on its side.
double share_gone(const Past& each) {
  const double end = each.outcome >= each.compromise ? each.hull.high : each.hull.low;
  const double way = std::abs(end - each.compromise);
  const double gone = std::abs(each.outcome - each.compromise);
  if (gone <= kRounding * each.hull.width()) return 0;
  return way > 0 ? std::min(gone / way, 1.0) : 1;
}

}  // namespace

Spread fitted(const std::vector<Past>& decisions, const Spread& before, double weight) {
  double at_end = weight * before.all_the_way;
  double others = weight * (1 - before.all_the_way);
  double sum = others / (1 + before.nearness);
  for (const Past& each : decisions) {
    if (each.hull.width() <= 0) continue;
    const double share = share_gone(each);
    if (share >= 1 - kRounding) {
      at_end += 1;
    } else {
      others += 1;
      sum += share;
    }
  }
  if (at_end + others <= 0) return before;
  Spread spread = before;
  spread.all_the_way = at_end / (at_end + others);
  // A beta distribution with shape 1 and k has the mean 1 / (1 + k).
  constexpr double kLeastMean = 1e-3;
  if (others > 0) spread.nearness = others / std::max(sum, kLeastMean * others) - 1;
  return spread;
}

}  // namespace parley::influence
