// Results that are known from the formulas: transcripts move by move, and shares from theory.
#include <gtest/gtest.h>

#include <cmath>

#include "parley/talks/curve.hpp"
#include "talks/scenes.hpp"

namespace parley::talks {
namespace {

TEST(Curve, FallsAsItsFormulaSays) {
  const Scale unit{0, 1, 0};
  struct Row {
    double t;
    std::vector<double> expected;
  };
  const std::vector<Curve> curves{Polynomial{4},
                                  Polynomial{1},
                                  Polynomial{0.25},
                                  Exponential{0.125},
                                  Exponential{0.725},
                                  Exponential{4},
                                  Bezier{1, 0.85, 0.4},
                                  Bezier{1, 0.55, 0.4},
                                  Faratin{0.2},
                                  Faratin{1},
                                  Faratin{2}};
  const std::vector<Row> rows{
      {0, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
      {0.25,
       {0.996094, 0.75, 0.292893, 0.945098, 0.728538, 0.216605, 0.90625, 0.79375, 0.999023, 0.75,
        0.5}},
      {0.5,
       {0.9375, 0.5, 0.159104, 0.874003, 0.483766, 0.037534, 0.775, 0.625, 0.96875, 0.5, 0.292893}},
      {0.75,
       {0.683594, 0.25, 0.069395, 0.767304, 0.257226, 0.002278, 0.60625, 0.49375, 0.762695, 0.25,
        0.133975}},
      {1, {0, 0, 0, 0, 0, 0, 0.4, 0.4, 0, 0, 0}}};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < curves.size(); ++i) {
      EXPECT_NEAR(demand(curves[i], row.t, unit), row.expected[i], 5e-7) << i << " at " << row.t;
    }
  }
}

TEST(Curve, EndsAtNoDeal) {
  const Scale scale{10, 90, 50};
  EXPECT_DOUBLE_EQ(demand(Polynomial{1}, 0.5, scale), 70);
  EXPECT_DOUBLE_EQ(demand(Polynomial{1}, 1, scale), 50);
  // From the worst, 10, but never below no deal.
  EXPECT_DOUBLE_EQ(demand(Faratin{1}, 0.25, scale), 70);
  EXPECT_DOUBLE_EQ(demand(Faratin{1}, 0.9, scale), 50);
  // Where no deal is worth more than the last point, that point is no deal.
  EXPECT_DOUBLE_EQ(demand(Bezier{1, 0.85, 0.4}, 1, {0, 1, 0.6}), 0.6);
  EXPECT_NEAR(demand(Bezier{1, 0.85, 0.4}, 0.5, {0, 1, 0.6}), 0.25 + 0.5 * 0.85 * 1.6 / 1.4 + 0.15,
              1e-12);
}

TEST(Transcript, Micro) {
  EXPECT_EQ(transcript(setup_of(space_of(one_issue()), {"micro"}, 10)),
            R"(  0  A offers v1
  0  B offers v4
  1  A offers v2
  1  B offers v3
  2  A accepts v3
)");
}

TEST(Transcript, LinearAgainstLinear) {
  EXPECT_EQ(transcript(setup_of(space_of(price_and_delivery()), {"linear"}, 10)),
            R"(  0  A offers high/4w
  0  B offers low/1w
  1  A offers high/2w
  1  B offers low/2w
  2  A offers high/2w
  2  B offers mid/1w
  3  A offers mid/4w
  3  B offers mid/2w
  4  A accepts mid/2w
)");
}

TEST(Transcript, BoulwareAgainstBoulware) {
  const std::string text = transcript(setup_of(space_of(price_and_delivery()), {"boulware"}, 10));
  std::string expected;
  for (int round = 0; round < 6; ++round) {
    const std::string number = "  " + std::to_string(round);
    expected += number + "  A offers high/4w\n" + number + "  B offers low/1w\n";
  }
  EXPECT_EQ(text, expected + R"(  6  A offers high/2w
  6  B offers low/2w
  7  A offers high/2w
  7  B offers mid/1w
  8  A offers mid/2w
  8  B accepts mid/2w
)");
}

TEST(Transcript, ConcederAgainstConceder) {
  EXPECT_EQ(transcript(setup_of(space_of(price_and_delivery()), {"conceder"}, 10)),
            R"(  0  A offers mid/2w
  0  B accepts mid/2w
)");
}

TEST(Transcript, TitForTatGivesAsMuchAsItIsGiven) {
  // After three turns A demands 1 less what B's last offer gives it, which is 0.58.
  EXPECT_EQ(transcript(setup_of(space_of(price_and_delivery()), {"tit-for-tat", "linear"}, 6)),
            R"(  0  A offers high/4w
  0  B offers low/2w
  1  A offers high/2w
  1  B offers mid/1w
  2  A offers high/2w
  2  B offers mid/2w
  3  A accepts mid/2w
)");
}

TEST(Transcript, MultipleOffers) {
  EXPECT_EQ(transcript(setup_of(space_of(price_and_delivery()), {"linear"}, 10, MultipleOffers{})),
            R"(  0  A offers high/4w
  0  B offers low/1w
  1  A accepts high/4w
  1  B refuses high/4w
  1  A refuses low/1w
  1  B accepts low/1w
  2  A offers high/2w
  2  B offers mid/1w
  3  A accepts high/2w
  3  B refuses high/2w
  3  A refuses mid/1w
  3  B accepts mid/1w
  4  A offers mid/2w
  4  B offers mid/2w
  5  A accepts mid/2w
  5  B accepts mid/2w
)");
}

// Nobody but the mediator hears what a party would offer: the first text is the first that was
// named to it.
TEST(Transcript, Shuttle) {
  const std::string text =
      transcript(setup_of(space_of(price_and_delivery()), {"linear"}, 10, Shuttle{}));
  const std::string begins = R"(  0  A would offer high/4w
  0  B would offer low/1w
  1  the mediator offers high/4w
  1  A accepts high/4w
  1  B refuses high/4w
  1  A would offer high/2w
  1  B would offer low/2w
)";
  EXPECT_EQ(text.substr(0, begins.size()), begins);
  EXPECT_TRUE(text.ends_with("A accepts mid/2w\n  4  B accepts mid/2w\n")) << text;
}

TEST(Feedback, FindsATextThatNobodyCalledWorse) {
  for (std::uint64_t world = 0; world < 20; ++world) {
    const auto outcome =
        talk(setup_of(space_of(price_and_delivery()), {"linear"}, 30, Feedback{2}), 1, world);
    EXPECT_EQ(outcome->end, End::agreement);
    EXPECT_EQ(outcome->rounds, 30U);
  }
}

// With a long horizon backward induction comes to Rubinstein's shares. A round is two offers, so a
// discount d between offers is d^2 a round.
double first_movers_share(double d_a, double d_b, std::size_t rounds) {
  TalkSetup setup = setup_of(space_of(pie(2000)), {"equilibrium"}, rounds);
  setup.seats[0].patience = d_a * d_a;
  setup.seats[1].patience = d_b * d_b;
  const auto outcome = talk(setup, 1, 0);
  EXPECT_EQ(outcome->rounds, 1U);
  return outcome->utilities[0];
}

TEST(Equilibrium, SharesARubinsteinPie) {
  EXPECT_NEAR(first_movers_share(0.9, 0.9, 60), 0.526316, 0.003);
  EXPECT_NEAR(first_movers_share(0.9, 0.8, 60), 0.714286, 0.003);
}

TEST(Equilibrium, TakesAllWithALastOffer) {
  EXPECT_DOUBLE_EQ(first_movers_share(0.9, 0.9, 1), 1);
  // A second round lets B make an offer in between, after which A makes the last: A must be given
  // what it could then get, all of the pie a turn later.
  EXPECT_NEAR(first_movers_share(0.9, 0.8, 2), 1 - 0.8 * (1 - 0.9), 0.001);
}

TEST(Equilibrium, AgreesOnTheFrontierBetweenThree) {
  bargaining::Problem problem = price_and_delivery();
  problem.parties.push_back({"C", true, 0.0, 1, {0.5, 0.5}, {{0, 1, 0}, {0.2, 1, 0}}});
  const auto outcome = talk(setup_of(space_of(problem), {"equilibrium"}, 3), 1, 0);
  ASSERT_EQ(outcome->end, End::agreement);
  EXPECT_EQ(outcome->rounds, 1U);
}

TEST(Staller, TakesNoLessThanWaitingBrings) {
  TalkSetup setup = setup_of(space_of(pie(100)), {"staller", "conceder"}, 10);
  setup.seats[0].trend = 0.05;
  const auto outcome = talk(setup, 1, 0);
  ASSERT_EQ(outcome->end, End::agreement);
  EXPECT_GE(outcome->utilities[0], 0.45);
  // Against one who wants all, and so gives it nothing, it waits until the end.
  setup.seats[1] = find_strategy("hard-liner")->play;
  setup.seats[1].party = 1;
  EXPECT_EQ(talk(setup, 1, 0)->end, End::deadline);
}

TEST(Patience, DiscountsAGainByTheRoundsItTook) {
  TalkSetup setup = setup_of(space_of(price_and_delivery()), {"linear"}, 10);
  setup.seats[0].patience = 0.9;
  const auto outcome = talk(setup, 1, 0);
  // A accepts in the first turn of the fifth round: four rounds have passed.
  EXPECT_NEAR(outcome->utilities[0], 0.58, 1e-12);
  EXPECT_NEAR(outcome->gains[0], 0.58 * std::pow(0.9, 4), 1e-12);
  EXPECT_NEAR(outcome->gains[1], 0.7, 1e-12);
}

TEST(WalkingAway, EndsTalksThatOfferNothing) {
  TalkSetup setup = setup_of(space_of(pie(10)), {"hard-liner"}, 10);
  setup.space = [] {
    bargaining::Problem problem = pie(10);
    problem.parties[1].reservation = 0.2;
    return space_of(problem);
  }();
  setup.seats[1].walks_away_after = 3;
  const auto outcome = talk(setup, 1, 0);
  EXPECT_EQ(outcome->end, End::left);
  EXPECT_EQ(outcome->by, 1U);
  EXPECT_EQ(outcome->rounds, 4U);
  EXPECT_EQ(outcome->utilities, (std::vector<double>{0, 0.2}));
}

TEST(Event, EndsTalksOrMakesThemHopeless) {
  TalkSetup setup = setup_of(space_of(pie(10)), {"boulware"}, 10);
  setup.events = {{"collapse", 1, {}, true}};
  const auto ended = talk(setup, 1, 0);
  EXPECT_EQ(ended->end, End::stopped);
  EXPECT_EQ(ended->rounds, 1U);
  setup.events = {{"windfall", 1, {{0, 0.4}}, false}};
  const auto left = talk(setup, 1, 0);
  EXPECT_EQ(left->end, End::left);
  EXPECT_EQ(left->by, 0U);
  EXPECT_EQ(left->rounds, 3U);
  EXPECT_DOUBLE_EQ(left->utilities[0], 1.2);
}

TEST(Consent, IsAskedOfThoseWhoseActAPackageTakes) {
  // C is needed only where delivery takes four weeks, and gains nothing by that.
  bargaining::Problem problem = price_and_delivery();
  problem.parties.push_back({"C", false, 0.1, 1, {0.5, 0.5}, {{0, 0, 0}, {0, 0, 0.9}}});
  problem.acts.push_back({2, 1, 2});
  const std::string text =
      transcript(setup_of(space_of(problem), {"linear", "linear", "hard-liner"}, 10));
  EXPECT_NE(text.find("A offers high/4w"), std::string::npos);
  EXPECT_NE(text.find("accepts mid/2w"), std::string::npos) << text;
  EXPECT_EQ(text.find("C accepts"), std::string::npos) << text;
}

}  // namespace
}  // namespace parley::talks
