// How long the record of many reports takes: 1,000 reports of 5,000 characters should take less
// than ten seconds on one core. The reports are those of tests/record/gold, repeated up to that
// length with another beginning each time.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "parley/base/text.hpp"
#include "parley/record/record.hpp"

namespace parley::record {
namespace {

constexpr std::size_t kCharacters = 5000;

std::vector<ReportText> reports(std::size_t count) {
  std::vector<std::string> paths;
  const std::string folder = std::string(PARLEY_SOURCE_DIR) + "/tests/record/gold";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const std::string& path : paths) {
    if (const auto text = read_text_file(path, kMaxReportBytes)) texts.push_back(text->utf8());
  }
  std::vector<ReportText> made;
  for (std::size_t r = 0; r < count; ++r) {
    std::string bytes;
    for (std::size_t t = r; bytes.size() < kCharacters; ++t)
      bytes += texts[t % texts.size()] + "\n\n";
    made.push_back({"report-" + std::to_string(r) + ".txt", std::move(bytes), {}});
  }
  return made;
}

void record_reports(benchmark::State& state) {
  const auto texts = reports(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    auto copy = texts;
    benchmark::DoNotOptimize(make_record(std::move(copy), {}, {1, {}, {}}));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(record_reports)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace parley::record
