#include <benchmark/benchmark.h>

#include "bargaining/random_problem.hpp"
#include "parley/bargaining/frontier.hpp"
#include "parley/bargaining/solution.hpp"

namespace parley::bargaining {
namespace {

void random_plan_solutions(benchmark::State& state) {
  Problem problem = random_plan(1, static_cast<std::size_t>(state.range(0)),
                                static_cast<std::size_t>(state.range(1)),
                                static_cast<std::size_t>(state.range(2)));
  add_random_linkages(problem, 1, static_cast<std::size_t>(state.range(3)));
  bool exact = true;
  double gap = 0;
  for (auto _ : state) {
    const auto found = solve_all(problem);
    for (const Solution& each : *found) {
      exact = exact && each.exact;
      gap = std::max(gap, each.gap);
    }
  }
  state.counters["exact"] = exact ? 1 : 0;
  state.counters["gap"] = gap;
}
BENCHMARK(random_plan_solutions)
    ->ArgNames({"parties", "issues", "options", "linkages"})
    ->Args({3, 8, 7, 0})
    ->Args({4, 28, 4, 0})
    ->Args({4, 28, 4, 10})
    ->Args({8, 60, 6, 0})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::bargaining
