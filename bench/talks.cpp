// How many rounds of talks are played in a second: on listed packages as many as the domain Travel
// and the domain Terra have, and on a plan of 4^28 packages.
#include <benchmark/benchmark.h>

#include "bargaining/random_problem.hpp"
#include "parley/talks/named.hpp"
#include "parley/talks/order.hpp"
#include "parley/talks/talk.hpp"

namespace parley::talks {
namespace {

using bargaining::Problem;

// Additive, with so many options an issue; values at random.
Problem domain(std::size_t parties, const std::vector<std::size_t>& options) {
  Problem problem = bargaining::random_plan(1, parties, options.size(), 8);
  for (std::size_t k = 0; k < options.size(); ++k) {
    problem.issues[k].options.resize(options[k]);
    for (auto& each : problem.parties) each.values[k].resize(options[k]);
  }
  // Each wants the opposite of the one before on every issue, so that talks are long.
  for (std::size_t i = 1; i < parties; ++i) {
    for (std::size_t k = 0; k < options.size(); ++k) {
      for (std::size_t o = 0; o < options[k]; ++o) {
        problem.parties[i].values[k][o] = 1 - problem.parties[i - 1].values[k][o];
      }
    }
  }
  for (auto& each : problem.parties) each.reservation = 0.0;
  return problem;
}

void play(benchmark::State& state, const Problem& problem,
          const std::vector<std::string>& strategies, Protocol protocol) {
  auto space = Space::of(problem);
  Setup setup{
      std::make_shared<const Space>(*std::move(space)), std::move(protocol), {}, 10'000, {}};
  for (std::size_t p = 0; p < problem.parties.size(); ++p) {
    setup.seats.push_back(find_strategy(strategies[p % strategies.size()])->play);
    setup.seats.back().party = p;
    setup.space->order(p);
  }
  std::size_t rounds = 0;
  std::uint64_t world = 0;
  for (auto _ : state) rounds += talk(setup, 1, world++)->rounds;
  state.counters["rounds"] =
      benchmark::Counter(static_cast<double>(rounds), benchmark::Counter::kIsRate);
  state.counters["rounds_a_talk"] =
      static_cast<double>(rounds) / static_cast<double>(state.iterations());
}

const std::vector<std::size_t> kTravel{7, 4, 8, 6, 5, 4, 7};  // 188,160 packages
const std::vector<std::size_t> kTerra{8, 8, 8, 7, 5, 2};      // 35,840

void two_on_travel(benchmark::State& state) {
  play(state, domain(2, kTravel), {"boulware", "conceder"}, AlternatingOffers{});
}
void two_hard_on_travel(benchmark::State& state) {
  play(state, domain(2, kTravel), {"boulware", "boulware"}, AlternatingOffers{});
}
void three_on_terra(benchmark::State& state) {
  play(state, domain(3, kTerra), {"boulware", "linear", "boulware"}, AlternatingOffers{});
}
void three_on_a_plan(benchmark::State& state) {
  play(state, bargaining::random_plan(1, 3, 28, 4), {"boulware", "linear", "boulware"},
       AlternatingOffers{});
}
void single_text_on_a_plan(benchmark::State& state) {
  play(state, bargaining::random_plan(1, 3, 28, 4), {"linear"}, SingleText{});
}

BENCHMARK(two_on_travel);
BENCHMARK(two_hard_on_travel);
BENCHMARK(three_on_terra);
BENCHMARK(three_on_a_plan);
BENCHMARK(single_text_on_a_plan);

}  // namespace
}  // namespace parley::talks
