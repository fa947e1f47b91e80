// How long the conflict engine takes, from hundreds of states to 16.8 million.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "parley/base/random.hpp"
#include "parley/conflict/stability.hpp"

namespace parley::conflict {
namespace {

constexpr std::uint64_t kSeed = 1;

// So many options, all reversible and nothing ruled out, dealt to three decision makers in turn,
// each with weights at random: as many states as there are combinations, nearly without ties.
GraphModel open_model(std::size_t options, std::size_t makers = 3) {
  GraphModel model;
  RandomStream random(kSeed, 0, "open model");
  for (std::size_t i = 0; i < makers; ++i) {
    Weights weights;
    for (std::size_t k = 0; k < options; ++k) weights.by_option.push_back(random.uniform() - 0.5);
    model.decision_makers.push_back({"maker " + std::to_string(i), {}, std::move(weights)});
  }
  for (std::size_t k = 0; k < options; ++k) {
    model.options.push_back({"option " + std::to_string(k), Direction::both});
    model.decision_makers[k * makers / options].options.push_back(k);
  }
  return model;
}

// Rankings at random have nothing of the order that weights have.
std::vector<Ranks> random_ranks(std::size_t players, std::size_t states) {
  std::vector<Ranks> all;
  for (std::size_t i = 0; i < players; ++i) {
    RandomStream random(kSeed, i, "ranks");
    std::vector<std::int64_t> worth;
    for (std::size_t s = 0; s < states; ++s) {
      worth.push_back(static_cast<std::int64_t>(random.bits() >> 1U));
    }
    all.push_back({dense(worth), {}});
  }
  return all;
}

void report_peak(benchmark::State& state, std::size_t states) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  state.counters["states"] = static_cast<double>(states);
  state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
}

// From the model to the five concepts.
void weighted(benchmark::State& state) {
  const GraphModel model = open_model(static_cast<std::size_t>(state.range(0)));
  std::size_t states = 0;
  for (auto _ : state) {
    const Graph graph = *build(model);
    states = graph.size;
    benchmark::DoNotOptimize(*stability(graph));
  }
  report_peak(state, states);
}

// Rankings that are given: sorting the moves and the five concepts.
void ranked(benchmark::State& state) {
  Graph graph = *build(open_model(static_cast<std::size_t>(state.range(0))));
  graph = with_ranks(std::move(graph), random_ranks(3, graph.size));
  for (auto _ : state) benchmark::DoNotOptimize(*stability(graph));
  report_peak(state, graph.size);
}

void sizes(benchmark::internal::Benchmark* all) {
  for (const int options : {8, 10, 12, 14, 16, 18, 20}) all->Arg(options);
  all->ArgName("options")->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();
}

BENCHMARK(weighted)->Apply(sizes);
BENCHMARK(ranked)->Apply(sizes);
BENCHMARK(weighted)
    ->Name("weighted_largest")
    ->Arg(24)
    ->ArgName("options")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

}  // namespace
}  // namespace parley::conflict
