// How long the bargaining engine takes; docs/performance.md shows its figures and
// docs/bargaining-growth.svg how they grow (tools/growth_plot.py).
#include <benchmark/benchmark.h>

#include "bargaining/random_problem.hpp"
#include "parley/bargaining/explain.hpp"
#include "parley/bargaining/frontier.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::bargaining {
namespace {

constexpr std::uint64_t kSeed = 1;

Problem plan(const benchmark::State& state) {
  const auto size = [&](std::size_t argument) {
    return static_cast<std::size_t>(state.range(argument));
  };
  Problem problem = random_plan(kSeed, size(0), size(1), size(2));
  add_random_linkages(problem, kSeed, size(3));
  return problem;
}

// A party's value of an integer issue of seven steps rises or falls along the scale, never evenly.
Problem integer_scenario() {
  Problem problem = random_plan(kSeed, 3, 8, 7);
  for (std::size_t k = 0; k < problem.issues.size(); ++k) {
    problem.issues[k] = *stepped_issue(problem.issues[k].name, IssueKind::integer, {1, 7, 1});
    for (std::size_t i = 0; i < problem.parties.size(); ++i) {
      for (std::size_t o = 0; o < 7; ++o) {
        const double step = static_cast<double>((k + i) % 2 == 0 ? o : 6 - o);
        problem.parties[i].values[k][o] = step / 6;
      }
    }
  }
  return problem;
}

void report(benchmark::State& state, const std::vector<Solution>& solutions) {
  double exact = 1;
  double gap = 0;
  for (const Solution& each : solutions) {
    if (!each.exact) exact = 0;
    gap = std::max(gap, each.gap);
  }
  state.counters["exact"] = exact;
  state.counters["gap"] = gap;
}

void all_solutions(benchmark::State& state) {
  const Problem problem = plan(state);
  std::vector<Solution> found;
  for (auto _ : state) found = *solve_all(problem);
  report(state, found);
}

void frontier_of_plan(benchmark::State& state) {
  const Problem problem = plan(state);
  Frontier found;
  for (auto _ : state) found = *frontier(problem);
  state.counters["points"] = static_cast<double>(found.points.size());
  state.counters["gap"] = found.gap;
}

void frontier_and_solutions(benchmark::State& state, const Problem& problem) {
  Frontier points;
  std::vector<Solution> found;
  for (auto _ : state) {
    points = *frontier(problem);
    found = *solve_all(problem);
  }
  report(state, found);
  state.counters["points"] = static_cast<double>(points.points.size());
}

void integer_issues(benchmark::State& state) {
  const Problem problem = integer_scenario();
  frontier_and_solutions(state, problem);
}

// Everybody wants nearly its best and has a red line on every third issue, so that nothing fits.
void conflicts_and_openings(benchmark::State& state) {
  Problem problem = plan(state);
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    problem.parties[i].reservation = 0.75;
    for (std::size_t k = i; k < problem.issues.size(); k += 3) {
      problem.red_lines.push_back({i, k, i % problem.issues[k].options.size(), 1});
    }
  }
  Explanation found;
  for (auto _ : state) found = *explain(problem, {.size = 3});
  state.counters["conflicts"] = static_cast<double>(found.conflicts.size());
  state.counters["openings"] = static_cast<double>(found.openings.size());
}

// What an assessment asks in each of its worlds: is there any deal? No-deal values from far below
// to far above what all can have together.
void zone_in_a_world(benchmark::State& state) {
  std::vector<Problem> worlds;
  for (std::size_t w = 0; w < 8; ++w) {
    Problem problem = plan(state);
    for (Party& each : problem.parties) each.reservation = 0.4 + 0.05 * static_cast<double>(w);
    worlds.push_back(std::move(problem));
  }
  double exists = 0;
  for (auto _ : state) {
    exists = 0;
    for (const Problem& each : worlds) exists += zone(each, 0)->exists ? 1 : 0;
  }
  state.counters["exists"] = exists;
}

// The last parties are needed only for the last option of every third issue.
void with_acts(benchmark::State& state) {
  Problem problem = plan(state);
  for (Party& each : problem.parties) each.reservation = 0.45;
  for (std::size_t i = 2; i < problem.parties.size(); ++i) {
    problem.parties[i].consents = false;
    for (std::size_t k = i; k < problem.issues.size(); k += 3) {
      problem.acts.push_back({i, k, problem.issues[k].options.size() - 1});
    }
  }
  frontier_and_solutions(state, problem);
}

const std::vector<std::string> kArguments = {"parties", "issues", "options", "linkages"};

BENCHMARK(integer_issues)->Unit(benchmark::kMillisecond);
BENCHMARK(all_solutions)
    ->ArgNames(kArguments)
    ->Args({4, 28, 4, 0})
    ->Args({4, 28, 4, 10})
    ->Args({8, 60, 6, 0})
    // growth with issues, options and parties
    ->Args({4, 7, 4, 0})
    ->Args({4, 14, 4, 0})
    ->Args({4, 21, 4, 0})
    ->Args({4, 35, 4, 0})
    ->Args({4, 28, 2, 0})
    ->Args({4, 28, 3, 0})
    ->Args({4, 28, 6, 0})
    ->Args({4, 28, 8, 0})
    ->Args({2, 28, 4, 0})
    ->Args({3, 28, 4, 0})
    ->Args({5, 28, 4, 0})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(frontier_of_plan)
    ->ArgNames(kArguments)
    ->Args({2, 28, 4, 0})
    ->Args({3, 14, 4, 0})
    ->Args({4, 28, 4, 0})
    ->Args({4, 28, 4, 10})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(zone_in_a_world)
    ->ArgNames(kArguments)
    ->Args({2, 16, 4, 0})
    ->Args({2, 32, 4, 0})
    ->Args({2, 64, 4, 0})
    ->Args({8, 12, 3, 0})
    ->Args({16, 12, 3, 0})
    ->Args({32, 12, 3, 0})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(with_acts)->ArgNames(kArguments)->Args({4, 16, 4, 0})->Unit(benchmark::kMillisecond);
BENCHMARK(conflicts_and_openings)
    ->ArgNames(kArguments)
    ->Args({2, 16, 4, 6})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::bargaining
