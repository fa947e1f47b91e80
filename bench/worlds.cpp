// Worlds of the Moscow case: drawing them, and the whole assessment with deals in each.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "parley/assess/assessment.hpp"
#include "parley/assess/worlds.hpp"
#include "parley/bargaining/explain.hpp"
#include "parley/casefile/reader.hpp"

namespace {

const parley::casefile::Case& moscow() {
  static const auto read = parley::casefile::read_case(PARLEY_SOURCE_DIR "/cases/moscow-2025");
  if (!read) std::abort();
  return read->value;
}

constexpr std::size_t kWorlds = 10'000;

parley::Control one_thread() {
  parley::Control control;
  control.threads = 1;
  return control;
}

void draw_worlds(benchmark::State& state) {
  const parley::assess::Model model(moscow());
  for (auto _ : state) {
    benchmark::DoNotOptimize(parley::assess::draw_worlds(model, 1, kWorlds, one_thread()));
  }
}
BENCHMARK(draw_worlds)->Unit(benchmark::kMillisecond);

void assess_drafts(benchmark::State& state) {
  const parley::assess::Model model(moscow());
  const auto worlds = parley::assess::draw_worlds(model, 1, kWorlds, one_thread());
  for (auto _ : state) {
    benchmark::DoNotOptimize(parley::assess::assess_drafts(model, *worlds));
  }
}
BENCHMARK(assess_drafts)->Unit(benchmark::kMillisecond);

void assess_with_deals(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(parley::assess::assess(moscow(), {1, kWorlds}, one_thread()));
  }
}
BENCHMARK(assess_with_deals)->Unit(benchmark::kMillisecond);

// Of the world in which every estimate has its central value.
void conflicts_and_openings(benchmark::State& state) {
  const auto found = parley::assess::assess(moscow(), {1, 100}, one_thread());
  const parley::bargaining::Problem& central = found->deals->central;
  for (auto _ : state) benchmark::DoNotOptimize(parley::bargaining::explain(central));
}
BENCHMARK(conflicts_and_openings)->Unit(benchmark::kMillisecond);

}  // namespace
