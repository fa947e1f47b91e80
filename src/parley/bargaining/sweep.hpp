#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "parley/bargaining/model.hpp"

namespace parley::bargaining::internal {

/// A condition on an issue of the block: which of its options meet it.
struct PlannedCondition {
  std::size_t place = 0;  ///< position in BlockPlan::issues
  std::vector<bool> options;
};

/// A linkage (with a `then`) or an interaction (with units), seen from the block.
struct Tie {
  std::vector<PlannedCondition> when;
  std::vector<PlannedCondition> then;
  std::size_t party = 0;
  std::int64_t units = 0;
};

/// How to go through the combinations of a block: issue by issue, keeping apart only what later
/// ties look back at (nonserial dynamic programming: Bertelè & Brioschi 1972).
struct BlockPlan {
  std::vector<std::size_t> issues;                ///< in the order of the sweep
  std::vector<std::vector<std::size_t>> options;  ///< [place]: allowed options
  std::vector<std::vector<std::int64_t>> units;   ///< [place][position in options * width + party]
  std::vector<std::vector<Tie>> completed;        ///< [place]: ties whose last issue this is
  std::vector<std::vector<std::size_t>> live;     ///< [place]: earlier places still looked back at
  std::size_t width = 0;
};

/// One step of a sweep: the option taken and what it adds for each party, interactions included.
struct Step {
  std::size_t option = 0;
  std::vector<std::int64_t> units;
};

/// Applies the ties that are decided once `place` is taken: adds interactions to the step; false
/// when a linkage is broken.
bool complete(const BlockPlan& plan, std::size_t place, const std::vector<std::size_t>& taken,
              Step& step);

/// Goes through a plan. A Payload says what is gathered about the partial combinations that agree
/// on the live issues: `absorb(const Payload& before, const Step&)` adds their extensions by a
/// step, and `settle()` is called when all are in; it returns false to give up.
///
/// Returns the payload of all full combinations: a default one when there are none, and nothing
/// when settle() gave up or more than kMostContexts partial combinations had to be kept apart.
inline constexpr std::size_t kMostContexts = 300'000;
template <class Payload>
std::optional<Payload> sweep(const BlockPlan& plan, const Payload& empty, Payload start) {
  using Context = std::vector<std::size_t>;  // options of the live places
  std::map<Context, Payload> states;
  states.emplace(Context{}, std::move(start));
  std::vector<std::size_t> before;  // live places of the states
  std::vector<std::size_t> taken(plan.issues.size());
  for (std::size_t place = 0; place < plan.issues.size(); ++place) {
    std::map<Context, Payload> next;
    for (const auto& [context, payload] : states) {
      for (std::size_t i = 0; i < before.size(); ++i) taken[before[i]] = context[i];
      for (std::size_t choice = 0; choice < plan.options[place].size(); ++choice) {
        taken[place] = plan.options[place][choice];
        const auto first =
            plan.units[place].begin() + static_cast<std::ptrdiff_t>(choice * plan.width);
        Step step{taken[place], {first, first + static_cast<std::ptrdiff_t>(plan.width)}};
        if (!complete(plan, place, taken, step)) continue;
        Context kept;
        for (const std::size_t each : plan.live[place]) kept.push_back(taken[each]);
        next.try_emplace(std::move(kept), empty).first->second.absorb(payload, step);
        if (next.size() > kMostContexts) return std::nullopt;
      }
    }
    for (auto& [context, payload] : next) {
      if (!payload.settle()) return std::nullopt;
    }
    states = std::move(next);
    before = plan.live[place];
  }
  return states.empty() ? empty : std::move(states.begin()->second);
}

}  // namespace parley::bargaining::internal
