#include "parley/conflict/robustness.hpp"

#include <algorithm>
#include <cmath>

namespace parley::conflict {
namespace {

// The equilibria of one variant, or why there are none to tell.
struct Outcome {
  double weight = 0;
  std::array<std::vector<bool>, kConcepts.size()> equilibria;
};

Outcome outcome_of(const Graph& graph, Variant variant) {
  Outcome outcome{variant.weight, {}};
  const Graph changed = with_ranks(graph, std::move(variant.ranks));
  // One thread: the variants are run side by side.
  const Stability found = *stability(changed, Control{1, {}, {}});
  for (const Concept each : kConcepts) {
    auto& set = outcome.equilibria[static_cast<std::size_t>(each)];
    for (StateIndex s = 0; s < graph.size; ++s) set.push_back(found.equilibrium(each, s));
  }
  return outcome;
}

}  // namespace

Result<Robustness> robustness(const Graph& graph, std::size_t count,
                              const std::function<Variant(std::size_t)>& variant,
                              const Control& control) {
  std::vector<Outcome> outcomes(count);
  const auto done = for_each_index(
      count, control, [&](std::size_t k) { outcomes[k] = outcome_of(graph, variant(k)); });
  if (!done) return tl::unexpected(done.error());
  double total = 0;
  bool fit = true;
  for (const Outcome& each : outcomes) {
    fit = fit && std::isfinite(each.weight) && each.weight >= 0;
    total += each.weight;
  }
  if (!fit || !(total > 0) || !std::isfinite(total)) {
    return fail(FailureKind::invalid_input, "bad-weights", {},
                "the variants' weights are not numbers from 0 on, of which one is more");
  }
  Robustness result;
  for (std::size_t c = 0; c < kConcepts.size(); ++c) {
    result.share[c].assign(graph.size, 0);
    for (const Outcome& each : outcomes) {
      for (StateIndex s = 0; s < graph.size; ++s) {
        if (each.equilibria[c][s]) result.share[c][s] += each.weight / total;
      }
    }
    // Rounding must not lift a share above one.
    for (double& each : result.share[c]) each = std::min(each, 1.0);
  }
  return result;
}

Statements draw(const std::vector<UncertainStatement>& statements, std::uint64_t seed,
                std::uint64_t world, StreamName name) {
  RandomStream random(seed, world, name);
  std::vector<const UncertainStatement*> held;
  // Each takes its two numbers whether it needs them or not, so that one odds changed leaves the
  // others' draws as they are.
  std::vector<bool> rises;
  for (const UncertainStatement& each : statements) {
    const bool is_held = random.uniform() < each.odds;
    const bool moves = random.uniform() < each.rises;
    if (!is_held) continue;
    held.push_back(&each);
    rises.push_back(moves);
  }
  for (std::size_t k = held.size(); k-- > 1;) {
    if (rises[k]) std::swap(held[k], held[k - 1]);
  }
  Statements drawn;
  for (const UncertainStatement* each : held) drawn.most_important_first.push_back(each->statement);
  return drawn;
}

}  // namespace parley::conflict
