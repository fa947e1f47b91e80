// How long the record of many reports takes, and of large and hostile ones: 1,000 reports of 5,000
// characters should take less than ten seconds on one core, a report of 50 MB less than two
// minutes, the hostile ones less than ten seconds. The reports are those of tests/record/gold,
// repeated up to that length with another beginning each time. Twice the size should take twice
// the time: the rates of the sizes tell.
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

void record_one(benchmark::State& state, const std::string& file, const std::string& bytes) {
  for (auto _ : state) {
    std::vector<ReportText> one;
    one.push_back({file, bytes, {}});
    benchmark::DoNotOptimize(make_record(std::move(one), {}, {1, {}, {}}));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

void record_large_report(benchmark::State& state) {
  const auto size = static_cast<std::size_t>(state.range(0)) << 20U;
  const std::string report = reports(1).front().bytes;
  record_one(state, "large.txt", repeated(report, size / report.size()));
}
BENCHMARK(record_large_report)->Arg(1)->Arg(5)->Arg(50)->Unit(benchmark::kMillisecond);

void record_quote_marks(benchmark::State& state) {
  record_one(state, "marks.txt", std::string(static_cast<std::size_t>(state.range(0)), '"'));
}
BENCHMARK(record_quote_marks)->Arg(50'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

// "Minister Ilan Babadun told …", each with another surname.
std::string people(std::size_t count) {
  constexpr std::string_view consonants = "bdfgklmnprstvz";
  constexpr std::string_view vowels = "aeiou";
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name;
    for (std::size_t rest = i * 13 + 7, k = 0; k < 4; ++k, rest /= 70) {
      name += consonants[rest % 14];
      name += vowels[rest / 14 % 5];
    }
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    text += "Minister Ilan " + name + "n told reporters that the road was open.\n\n";
  }
  return text;
}

void record_people(benchmark::State& state) {
  record_one(state, "people.txt", people(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(record_people)->Arg(10'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

void record_nested_markup(benchmark::State& state) {
  const auto depth = static_cast<std::size_t>(state.range(0));
  record_one(state, "nested.html",
             "<html><body>" + repeated("<div><p><b>", depth) + "Envoy Ilan Marek said no.");
}
BENCHMARK(record_nested_markup)->Arg(50'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::record
