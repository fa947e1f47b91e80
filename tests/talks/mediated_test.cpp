// Laws of talks of any kind, on random problems and on the six scorable games.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "bargaining/random_problem.hpp"
#include "parley/bargaining/demand.hpp"
#include "parley/bargaining/zone.hpp"
#include "talks/games.hpp"
#include "talks/scenes.hpp"

namespace parley::talks {
namespace {

using bargaining::Deal;
using bargaining::Problem;

bool is_in_zone(const Problem& problem, const Deal& deal) {
  for (const auto& each : bargaining::demands(problem)) {
    if (!bargaining::meets(problem, each, deal)) return false;
  }
  return std::ranges::all_of(problem.linkages, [&](const auto& each) {
    return each.owner || bargaining::keeps(each, deal);
  });
}

// The texts that all accepted, in the order in which they were.
std::vector<Deal> accepted_texts(const std::vector<Move>& moves) {
  std::vector<Deal> found;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (moves[i].kind != Move::Kind::offers) continue;
    bool all = true;
    for (std::size_t k = i + 1; k < moves.size() && moves[k].kind != Move::Kind::offers; ++k) {
      all = all && moves[k].kind == Move::Kind::accepts;
    }
    if (all) found.push_back(*moves[i].deal);
  }
  return found;
}

class RandomTalks : public testing::TestWithParam<std::uint64_t> {
 protected:
  // Nothing where the problem is none for talks.
  std::optional<TalkSetup> setup(Protocol protocol, std::size_t deadline) const {
    auto space = Space::of(bargaining::random_problem(GetParam()));
    if (!space) return std::nullopt;
    const std::vector<std::string> strategies{"trading-linear", "conceder", "random", "linear"};
    TalkSetup setup = setup_of(std::make_shared<const Space>(*std::move(space)), strategies,
                               deadline, std::move(protocol));
    if (setup.seats.size() < 2) return std::nullopt;
    return setup;
  }
};

TEST_P(RandomTalks, SingleTextStaysInTheZoneAndHurtsNoSignatory) {
  const auto setup = this->setup(SingleText{}, 300);
  if (!setup) return;
  const Problem& problem = setup->space->problem();
  std::vector<Move> moves;
  const auto outcome = talk(*setup, 7, 0, [&](const Move& each) { moves.push_back(each); });
  ASSERT_TRUE(outcome);
  const std::vector<Deal> texts = accepted_texts(moves);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_TRUE(is_in_zone(problem, texts[i]));
    for (std::size_t p = 0; i > 0 && p < problem.parties.size(); ++p) {
      if (!problem.parties[p].consents) continue;
      EXPECT_GE(bargaining::utility(problem, p, texts[i]),
                bargaining::utility(problem, p, texts[i - 1]) - bargaining::tolerance(problem, p));
    }
  }
  EXPECT_EQ(outcome->deal.has_value(), !texts.empty() && outcome->end == End::agreement);
  if (outcome->deal) {
    EXPECT_EQ(*outcome->deal, texts.back());
  }
}

TEST_P(RandomTalks, NobodyAgreesToLessThanNoDeal) {
  for (const NamedProtocol& each : named_protocols()) {
    const auto setup = this->setup(each.protocol, 40);
    if (!setup) return;
    const auto outcome = talk(*setup, 7, 0);
    ASSERT_TRUE(outcome);
    if (outcome->deal) {
      EXPECT_TRUE(is_in_zone(setup->space->problem(), *outcome->deal)) << each.name;
    }
    EXPECT_LE(outcome->rounds, 40U);
  }
}

TEST_P(RandomTalks, PlaysTheSameAgain) {
  for (const NamedProtocol& each : named_protocols()) {
    const auto setup = this->setup(each.protocol, 20);
    if (!setup) return;
    EXPECT_EQ(transcript(*setup, 3), transcript(*setup, 3)) << each.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTalks, testing::Range<std::uint64_t>(1, 40));

class Games : public testing::TestWithParam<std::size_t> {
 protected:
  const Game& game() const { return games()[GetParam()]; }
};

TEST_P(Games, AllAcceptAsManyPackagesAsWasCounted) {
  const Problem problem = problem_of(game());
  EXPECT_EQ(bargaining::count_outcomes(problem), game().packages);
  EXPECT_EQ(bargaining::zone(problem)->outcomes, bargaining::Count(game().all_accept));
}

TEST_P(Games, AgreementsAreAmongThem) {
  const Problem problem = problem_of(game());
  const auto space = space_of(problem);
  for (const char* strategy : {"boulware", "conceder", "trading-linear", "micro", "random"}) {
    for (const NamedProtocol& protocol : named_protocols()) {
      const auto outcome = talk(setup_of(space, {strategy}, 100, protocol.protocol), 1, 0);
      ASSERT_TRUE(outcome);
      if (outcome->deal) {
        EXPECT_TRUE(is_in_zone(problem, *outcome->deal)) << strategy;
      }
    }
  }
  // A mediator who may change one issue at a time for long enough finds one.
  std::size_t found = 0;
  for (std::uint64_t world = 0; world < 20; ++world) {
    const auto outcome = talk(setup_of(space, {"linear"}, 2'000, SingleText{}), 1, world);
    if (outcome->end == End::agreement) ++found;
  }
  EXPECT_EQ(found, 20U);
}

INSTANTIATE_TEST_SUITE_P(Six, Games, testing::Range<std::size_t>(0, 6));

// 4^28 packages are never listed, and agreed on all the same.
TEST(LargePlan, IsTalkedAboutWithoutListingIt) {
  Problem plan = bargaining::random_plan(1, 3, 28, 4);
  for (auto& each : plan.parties) each.reservation = 0.3;
  const auto space = space_of(plan);
  EXPECT_FALSE(space->listed());
  const auto outcome = talk(setup_of(space, {"trading-linear"}, 50), 1, 0);
  ASSERT_EQ(outcome->end, End::agreement);
  EXPECT_TRUE(is_in_zone(plan, *outcome->deal));
  for (const char* strategy : {"boulware", "micro", "tit-for-tat", "genius-linear", "random"}) {
    EXPECT_TRUE(talk(setup_of(space, {strategy}, 200), 1, 0)) << strategy;
  }
}

}  // namespace
}  // namespace parley::talks
