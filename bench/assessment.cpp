// How the whole assessment grows with a case: with its issues, and with its parties.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <iterator>
#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/base/random.hpp"
#include "parley/casefile/reader.hpp"

namespace {

constexpr std::size_t kOptions = 4;
constexpr std::size_t kWorlds = 1'000;

// Sides that value every option of every issue within a range, with no-deal values about the middle
// and three drafts; the same for the same numbers.
parley::casefile::Case grown(std::size_t issues, std::size_t parties) {
  parley::RandomStream random(1, issues * 1'000 + parties, "growth");
  const auto below = [&](double end) { return static_cast<int>(random.uniform() * end); };
  std::string yaml = "parley: 1\ntitle: Growth\nas_of: 2031-01-01\nparties:\n";
  const auto out = std::back_inserter(yaml);
  for (std::size_t p = 0; p < parties; ++p) {
    fmt::format_to(out, "  p{0}: {{name: Side {0}, role: signatory}}\n", p);
  }
  yaml += "issues:\n";
  for (std::size_t i = 0; i < issues; ++i) {
    fmt::format_to(out, "  i{0}: {{title: Issue {0}, kind: set, options: {{", i);
    for (std::size_t k = 0; k < kOptions; ++k) fmt::format_to(out, "o{0}: Option {0}, ", k);
    yaml += "}}\n";
  }
  yaml += "positions:\n";
  for (std::size_t p = 0; p < parties; ++p) {
    fmt::format_to(out, "  p{}:\n", p);
    for (std::size_t i = 0; i < issues; ++i) {
      const int priority = 5 + below(45);
      fmt::format_to(out, "    i{}: {{priority: {}..{}, values: {{", i, priority, priority + 30);
      for (std::size_t k = 0; k < kOptions; ++k) {
        const int value = below(80);
        fmt::format_to(out, "o{}: {}..{}, ", k, value, value + 20);
      }
      yaml += "}, judged_by: T, reason: t}\n";
    }
  }
  yaml += "no_deal:\n";
  for (std::size_t p = 0; p < parties; ++p) {
    const int value = parties <= 4 ? 35 + below(15) : 25 + below(20);
    fmt::format_to(out, "  p{}: {{value: {}..{}, judged_by: T, reason: t}}\n", p, value,
                   value + 15);
  }
  yaml += "drafts:\n";
  for (int d = 0; d < 3; ++d) {
    fmt::format_to(out, "  d{0}: {{title: Draft {0}, terms: {{", d);
    for (std::size_t i = 0; i < issues; ++i) fmt::format_to(out, "i{}: o{}, ", i, below(kOptions));
    yaml += "}}\n";
  }
  auto read = parley::casefile::read_case_text(yaml, "case.yaml", {});
  if (!read) std::abort();
  return std::move(read->value);
}

void assess(benchmark::State& state, std::size_t issues, std::size_t parties) {
  const parley::casefile::Case source = grown(issues, parties);
  parley::Control control;
  control.threads = 1;
  for (auto _ : state) {
    benchmark::DoNotOptimize(parley::assess::assess(source, {1, kWorlds}, control));
  }
}

void by_issues(benchmark::State& state) {
  assess(state, static_cast<std::size_t>(state.range(0)), 2);
}
BENCHMARK(by_issues)->RangeMultiplier(2)->Range(8, 64)->Iterations(1)->Unit(
    benchmark::kMillisecond);

void by_parties(benchmark::State& state) {
  assess(state, 16, static_cast<std::size_t>(state.range(0)));
}
BENCHMARK(by_parties)
    ->RangeMultiplier(2)
    ->Range(2, 32)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
