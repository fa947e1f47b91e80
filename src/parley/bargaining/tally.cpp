#include "parley/bargaining/tally.hpp"

#include <algorithm>

#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {
namespace {

// All distinct vectors with their numbers.
struct Tallies {
  std::size_t width = 0;
  std::size_t most = 0;
  Tally tally;

  void absorb(const Tallies& before, const Step& step) {
    if (tally.counts.size() > 8 * most) return;  // settle() will give up
    for (std::size_t c = 0; c < before.tally.counts.size(); ++c) {
      for (std::size_t i = 0; i < width; ++i) {
        tally.units.push_back(before.tally.units[c * width + i] + step.units[i]);
      }
      tally.counts.push_back(before.tally.counts[c]);
    }
  }

  bool settle() {
    if (tally.counts.size() > 8 * most) return false;
    Tally merged;
    for (const std::size_t at : largest_first(tally.units, width)) {
      const auto row = tally.units.begin() + static_cast<std::ptrdiff_t>(at * width);
      const auto end = row + static_cast<std::ptrdiff_t>(width);
      if (!merged.counts.empty() &&
          std::equal(row, end, merged.units.end() - static_cast<std::ptrdiff_t>(width))) {
        merged.counts.back() += tally.counts[at];
      } else {
        merged.units.insert(merged.units.end(), row, end);
        merged.counts.push_back(std::move(tally.counts[at]));
      }
    }
    tally = std::move(merged);
    return tally.counts.size() <= most;
  }
};

}  // namespace

std::optional<Tally> tally(const BlockPlan& plan, std::size_t most) {
  std::optional<Tallies> found =
      sweep(plan, Tallies{plan.width, most, {}},
            Tallies{plan.width, most, {std::vector<std::int64_t>(plan.width), {1}}});
  if (!found) return std::nullopt;
  return std::move(found->tally);
}

}  // namespace parley::bargaining::internal
