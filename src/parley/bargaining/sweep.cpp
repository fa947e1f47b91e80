#include "parley/bargaining/sweep.hpp"

#include <algorithm>

namespace parley::bargaining::internal {

bool complete(const BlockPlan& plan, std::size_t place, const std::vector<std::size_t>& taken,
              Step& step) {
  const auto met = [&](const PlannedCondition& each) { return each.options[taken[each.place]]; };
  for (const Tie& tie : plan.completed[place]) {
    if (!std::ranges::all_of(tie.when, met)) continue;
    if (!std::ranges::all_of(tie.then, met)) return false;
    step.units[tie.party] += tie.units;
  }
  return true;
}

}  // namespace parley::bargaining::internal
