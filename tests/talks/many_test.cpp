// Many talks: ensembles, tournaments, and what is refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "parley/talks/ensemble.hpp"
#include "parley/talks/tournament.hpp"
#include "talks/games.hpp"
#include "talks/scenes.hpp"

namespace parley::talks {
namespace {

TEST(Odds, AreWilsons) {
  // Brown, Cai & DasGupta 2001: 0 of 10 reaches to z^2 / (n + z^2).
  EXPECT_NEAR(odds(0, 10).high, 3.841459 / 13.841459, 1e-6);
  EXPECT_EQ(odds(0, 10).low, 0);
  EXPECT_NEAR(odds(0.5, 100).low, 0.403832, 1e-6);
  EXPECT_NEAR(odds(0.5, 100).high, 0.596168, 1e-6);
  EXPECT_EQ(odds(0, 0).high, 1);
}

Result<std::vector<Outcome>> play_games(unsigned threads) {
  const auto space = space_of(problem_of(games()[0]));
  Control control;
  control.threads = threads;
  return talks(
      200,
      [&](std::size_t i) -> Result<TalkSetup> {
        return setup_of(space, {i % 2 == 0 ? "random" : "trading-linear"}, 60);
      },
      5, control);
}

TEST(Ensemble, IsTheSameOnAnyNumberOfThreads) {
  const bargaining::Problem problem = problem_of(games()[0]);
  const std::vector<double> shares(200, 0.005);
  const std::string one = to_json(summarise(problem, *play_games(1), shares, 60), problem).dump();
  for (const unsigned threads : {2U, 3U, 8U}) {
    EXPECT_EQ(to_json(summarise(problem, *play_games(threads), shares, 60), problem).dump(), one);
  }
}

TEST(Ensemble, SumsUpByWeight) {
  const bargaining::Problem problem = price_and_delivery();
  const std::vector<Outcome> outcomes{
      {End::agreement, bargaining::Deal{1, 1}, 2, {}, {0.58, 0.7}, {0.58, 0.7}},
      {End::left, {}, 3, 0, {0, 0}, {0, 0}},
      {End::deadline, {}, 4, {}, {0, 0}, {0, 0}}};
  const Summary summary = summarise(problem, outcomes, std::vector<double>{2, 1, 1}, 4);
  EXPECT_DOUBLE_EQ(summary.agreement.probability, 0.5);
  EXPECT_DOUBLE_EQ(summary.breakdown, 0.25);
  EXPECT_DOUBLE_EQ(summary.stalemate, 0.25);
  EXPECT_NEAR(summary.effective, 16.0 / 6, 1e-12);
  ASSERT_EQ(summary.by_round.size(), 4U);
  EXPECT_DOUBLE_EQ(summary.by_round[0].agreement.probability, 0);
  EXPECT_DOUBLE_EQ(summary.by_round[1].agreement.probability, 0.5);
  EXPECT_DOUBLE_EQ(summary.by_round[2].breakdown, 0.25);
  EXPECT_EQ(summary.terms, (std::vector<std::vector<double>>{{0, 1, 0}, {0, 1, 0}}));
  EXPECT_DOUBLE_EQ(summary.utilities[0].mean, 0.29);
  EXPECT_DOUBLE_EQ(summary.gains[1].high, 0.7);
}

TEST(Ensemble, FailsAsItsTalksDo) {
  const auto space = space_of(one_issue());
  const auto failed =
      talks(3, [&](std::size_t) -> Result<TalkSetup> { return setup_of(space, {"micro"}, 0); }, 1);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().diagnostics[0].code, "no-deadline");
}

std::vector<Entrant> entrants(const std::vector<std::string>& names) {
  std::vector<Entrant> found;
  for (const std::string& each : names) found.push_back({each, find_strategy(each)->play});
  return found;
}

TEST(Tournament, MeasuresWhatWasReached) {
  const auto rows = tournament({{"one issue", space_of(one_issue())}}, entrants({"micro"}), 1);
  ASSERT_TRUE(rows);
  const TournamentRow& row = rows->front();
  EXPECT_EQ(row.seats, 2U);
  EXPECT_EQ(row.agreement.mean, 1);
  // It agrees on v3, the Nash solution, worth 0.45 and 0.7.
  EXPECT_NEAR(row.utility.mean, 0.575, 1e-12);
  EXPECT_NEAR(row.utility.low, 0.45, 1e-12);
  EXPECT_NEAR(row.utility.high, 0.7, 1e-12);
  EXPECT_NEAR(row.nash.mean, 1, 1e-12);
  EXPECT_NEAR(row.frontier.mean, 0, 1e-12);
  EXPECT_NEAR(row.welfare.mean, 1, 1e-12);
}

TEST(Tournament, PlaysEveryLineUpTheSameOnAnyNumberOfThreads) {
  const std::vector<Scenario> scenarios{{"one issue", space_of(one_issue())},
                                        {"price", space_of(price_and_delivery())}};
  const auto who = entrants({"boulware", "conceder", "hard-liner", "nice-tit-for-tat", "random"});
  Control one;
  one.threads = 1;
  const TournamentOptions options{.protocol = AlternatingOffers{}, .repeats = 3};
  const auto rows = tournament(scenarios, who, 9, options, one);
  ASSERT_TRUE(rows);
  // Two scenarios, two seats, five partners, three times.
  for (const TournamentRow& each : *rows) EXPECT_EQ(each.seats, 60U);
  Control many;
  many.threads = 4;
  EXPECT_EQ(to_json(*tournament(scenarios, who, 9, options, many)).dump(), to_json(*rows).dump());
  // Who never gives way gets more from a conceder than a conceder does, and less often agrees.
  EXPECT_LT((*rows)[2].agreement.mean, (*rows)[1].agreement.mean);
}

TEST(Tournament, RefusesTooMuchAndNothing) {
  const auto code = [](const auto& result) { return result.error().diagnostics[0].code; };
  EXPECT_EQ(code(tournament({}, entrants({"micro"}), 1)), "no-scenarios");
  const std::vector<Scenario> game{{"game", space_of(problem_of(games()[0]))}};
  EXPECT_EQ(code(tournament(game, {}, 1)), "no-strategies");
  EXPECT_EQ(code(tournament(game,
                            entrants({"micro", "random", "linear", "boulware", "conceder",
                                      "hard-liner", "staller", "tit-for-tat", "bezier-boulware",
                                      "genius-linear", "trading-linear"}),
                            1)),
            "too-many-talks");
  EXPECT_EQ(code(tournament(game, entrants({"nice-tit-for-tat"}), 1)), "protocol-misfit");
}

struct Mistake {
  std::string code;
  std::function<void(TalkSetup&)> make;
};

TEST(Check, NamesWhatIsWrong) {
  const auto space = space_of(price_and_delivery());
  const std::vector<Mistake> mistakes{
      {"no-deadline", [](TalkSetup& s) { s.deadline = 0; }},
      {"too-few-parties", [](TalkSetup& s) { s.seats.pop_back(); }},
      {"missing-seat", [](TalkSetup& s) { s.seats.pop_back(); }},
      {"duplicate-seat", [](TalkSetup& s) { s.seats.push_back(s.seats[0]); }},
      {"unknown-party", [](TalkSetup& s) { s.seats[0].party = 9; }},
      {"unknown-party", [](TalkSetup& s) { s.events = {{"flood", 0.5, {{9, 1.0}}, false}}; }},
      {"protocol-misfit",
       [](TalkSetup& s) { s.seats[0].strategy = Equilibrium{}, s.protocol = Shuttle{}; }},
      {"protocol-misfit", [](TalkSetup& s) { s.protocol = MultipleOffers{}, s.deadline = 1; }},
      {"no-texts", [](TalkSetup& s) { s.protocol = SingleText{.texts = 0}; }},
      {"no-texts", [](TalkSetup& s) { s.protocol = Feedback{0}; }},
      {"bad-text", [](TalkSetup& s) { s.protocol = SingleText{.start = bargaining::Deal{0}}; }},
      {"bad-text", [](TalkSetup& s) { s.protocol = SingleText{.start = bargaining::Deal{0, 3}}; }},
      {"bad-temperature", [](TalkSetup& s) { s.protocol = SingleText{.temperature = -1}; }},
      {"bad-patience", [](TalkSetup& s) { s.seats[1].patience = 0; }},
      {"bad-patience", [](TalkSetup& s) { s.seats[1].patience = 1.01; }},
      {"bad-trend", [](TalkSetup& s) { s.seats[1].trend = std::nan(""); }},
      {"bad-curve", [](TalkSetup& s) { s.seats[0].strategy = TimeDependent{Polynomial{0}}; }},
      {"bad-curve",
       [](TalkSetup& s) { s.seats[0].strategy = TimeDependent{Bezier{0.3, 0.5, 0.4}}; }},
      {"bad-acceptance", [](TalkSetup& s) { s.seats[0].acceptance.from = 2; }},
      {"bad-odds", [](TalkSetup& s) { s.events = {{"flood", 1.2, {}, false}}; }},
      {"bad-odds", [](TalkSetup& s) { s.events = {{"flood", -0.1, {}, false}}; }}};
  for (const Mistake& each : mistakes) {
    TalkSetup setup = setup_of(space, {"linear"}, 10);
    EXPECT_TRUE(check(setup).empty());
    each.make(setup);
    const Diagnostics found = check(setup);
    EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& d) { return d.code == each.code; }))
        << each.code;
    EXPECT_FALSE(talk(setup, 1, 0)) << each.code;
  }
}

TEST(Check, WantsASeatOnlyForThoseWhoAreAsked) {
  bargaining::Problem problem = price_and_delivery();
  problem.parties.push_back({"C", false, 0.0, 1, {0.5, 0.5}, {{0, 0, 0}, {0, 0, 1}}});
  TalkSetup setup = setup_of(space_of(problem), {"linear"}, 10);
  EXPECT_EQ(setup.seats.size(), 2U);
  EXPECT_TRUE(check(setup).empty());
  setup.seats.push_back({2});
  EXPECT_EQ(check(setup)[0].code, "needless-seat");
}

}  // namespace
}  // namespace parley::talks
