// How long the influence engine takes: KTAB's model, and worlds of one issue.
#include <benchmark/benchmark.h>

#include "parley/base/random.hpp"
#include "parley/influence/expected_utility.hpp"
#include "parley/influence/forecast.hpp"
#include "parley/influence/smp.hpp"

namespace parley::influence {
namespace {

Council random_council(std::size_t actors, std::size_t scales) {
  Council council;
  RandomStream random(1, 0, "random council");
  for (std::size_t k = 0; k < scales; ++k) {
    council.scales.push_back({"scale " + std::to_string(k), 0, 100, {}, {}});
  }
  for (std::size_t i = 0; i < actors; ++i) {
    Actor actor{"actor " + std::to_string(i), {}, {}, false};
    const double capability = 100 * random.uniform();
    for (std::size_t k = 0; k < scales; ++k) {
      actor.stands.push_back(Stand{100 * random.uniform(),
                                   random.uniform() / static_cast<double>(scales), capability});
    }
    council.actors.push_back(std::move(actor));
  }
  return council;
}

// Exactly so many turns, at rest or not: fewer are played where the actors come to rest.
void spatial_model(benchmark::State& state) {
  const auto scales = static_cast<std::size_t>(state.range(1));
  const Council council = random_council(static_cast<std::size_t>(state.range(0)), scales);
  std::vector<std::size_t> all;
  for (std::size_t k = 0; k < scales; ++k) all.push_back(k);
  smp::Options options;
  options.most_turns = 20;
  std::size_t turns = 0;
  for (auto _ : state) {
    const auto course = smp::play(council, all, options);
    turns = course->turns.size() - 1;
    benchmark::DoNotOptimize(course);
  }
  state.counters["turns"] = static_cast<double>(turns);
}

// Every number a range, with a most likely value or without.
void worlds(benchmark::State& state) {
  UncertainCouncil council = certain(random_council(30, 1));
  const bool likely = state.range(0) != 0;
  for (UncertainActor& each : council.actors) {
    UncertainStand& stand = *each.stands[0];
    for (Estimate* estimate : {&stand.position, &stand.salience, &stand.capability}) {
      const double low = estimate->mode * 0.8;
      const double high = estimate->mode * 1.1;
      *estimate = Estimate::between(low, high);
      if (likely) estimate->shape = Shape::pert;
    }
  }
  Control one;
  one.threads = 1;
  for (auto _ : state) benchmark::DoNotOptimize(*forecast(council, {}, one));
}

void rounds(benchmark::State& state) {
  const Council council = random_council(static_cast<std::size_t>(state.range(0)), 1);
  for (auto _ : state) benchmark::DoNotOptimize(*expected_utility(council, 0));
}

BENCHMARK(spatial_model)
    ->Args({40, 1})
    ->Args({13, 2})
    ->Args({27, 6})
    ->Args({80, 1})
    ->ArgNames({"actors", "scales"})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(worlds)->Arg(0)->Arg(1)->ArgName("most_likely")->Unit(benchmark::kMillisecond);
BENCHMARK(rounds)->Arg(30)->ArgName("actors")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::influence
