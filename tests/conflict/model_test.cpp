// What is wrong with a model is told, all of it, before anything large is built.
#include "parley/conflict/model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "conflict/conflicts.hpp"
#include "conflict/random_model.hpp"
#include "parley/conflict/coalition.hpp"
#include "parley/conflict/graph.hpp"
#include "parley/conflict/reading.hpp"
#include "parley/conflict/states.hpp"

namespace parley::conflict {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> codes(const Diagnostics& found) {
  std::vector<std::string> all;
  for (const Diagnostic& each : found) all.push_back(each.code);
  return all;
}

template <class Value>
std::vector<std::string> codes(const Result<Value>& result) {
  return result ? std::vector<std::string>{} : codes(result.error().diagnostics);
}

template <class Value>
std::string message(const Result<Value>& result) {
  return result ? std::string() : result.error().diagnostics.front().message;
}

GraphModel harbour() {
  return conflict_of({"Ostria", "Velm"}, {{"blockade", 0}, {"sign", 0}, {"toll", 1}, {"sign", 1}});
}

TEST(Check, FindsNothingWrongWithASoundModel) { EXPECT_THAT(check(harbour()), IsEmpty()); }

TEST(Check, TellsOfNobodyAndNothing) {
  EXPECT_THAT(codes(check(GraphModel{})), ElementsAre("no-decision-makers", "no-options"));
}

TEST(Check, TellsOfAnOptionThatIsNamedTwice) {
  GraphModel model = harbour();
  model.decision_makers[0].options = {0, 1, 0};
  EXPECT_THAT(codes(check(model)), ElementsAre("duplicate-option"));
  model = harbour();
  model.options[1].name = "blockade";
  EXPECT_THAT(codes(check(model)), ElementsAre("duplicate-name"));
  EXPECT_THAT(message(build(model)), HasSubstr("two options of “Ostria” are called “blockade”"));
}

TEST(Check, TellsOfTwoDecisionMakersOfOneName) {
  GraphModel model = harbour();
  model.decision_makers[1].name = "Ostria";
  EXPECT_THAT(codes(check(model)), ElementsAre("duplicate-name"));
}

TEST(Check, TellsOfNamesThatAreMissing) {
  GraphModel model = harbour();
  model.options[0].name.clear();
  model.decision_makers[1].name.clear();
  EXPECT_THAT(codes(check(model)), ElementsAre("empty-name"));
  model.options[0].name = "blockade";
  EXPECT_THAT(codes(check(model)), ElementsAre("empty-name"));
}

// In every place that names options.
TEST(Check, TellsOfStatementsThatCiteAnOptionThatThereIsNot) {
  const Formula beyond = Formula::conjunction(Formula::atom(0), Formula::atom(4));
  GraphModel model = harbour();
  model.decision_makers[0].preference = Statements{{Formula::atom(1), beyond}, 0};
  model.decision_makers[0].unknown = {{beyond, Formula()}};
  model.decision_makers[1].misperceived = {beyond};
  model.decision_makers[1].options.push_back(9);
  model.infeasible = {beyond};
  model.coinciding = {beyond};
  model.bans = {{Formula(), beyond}};
  const Diagnostics found = check(model);
  EXPECT_THAT(codes(found), Each("unknown-option"));
  EXPECT_EQ(found.size(), 7U);
  EXPECT_EQ(found.front().message,
            "a statement of “Ostria” (number 2) names option 5, but there are 4");
}

TEST(Check, TellsOfWeightsAndStrengthThatCannotBe) {
  GraphModel model = harbour();
  model.decision_makers[0].preference = Weights{{1, 2}};
  model.decision_makers[1].preference = Statements{{Formula::atom(0)}, 2};
  EXPECT_THAT(codes(check(model)), ElementsAre("missing-weights", "bad-strength"));
  model.decision_makers[0].preference = Weights{{1, 2, 1e10, std::nan("")}};
  model.decision_makers[1].preference = Statements{};
  EXPECT_THAT(codes(check(model)), ElementsAre("bad-weight", "bad-weight"));
}

TEST(Check, WarnsOfOptionsThatNobodyOrSeveralHold) {
  GraphModel model = harbour();
  model.decision_makers[0].options = {1, 2};
  const Diagnostics found = check(model);
  EXPECT_THAT(codes(found), ElementsAre("idle-option", "shared-option"));
  EXPECT_FALSE(has_errors(found));
  EXPECT_TRUE(build(model));
}

TEST(Check, RefusesMoreThanCanBeHandled) {
  std::vector<HeldOption> options(61);
  std::vector<std::string> makers;
  for (std::size_t k = 0; k < 61; ++k) options[k].name = "o" + std::to_string(k);
  for (std::size_t i = 0; i < 33; ++i) makers.push_back("m" + std::to_string(i));
  EXPECT_THAT(codes(check(conflict_of(makers, options))),
              ElementsAre("too-many-decision-makers", "too-many-options"));
}

TEST(Ranking, TellsWhichStatesItLeavesOutNamesTwiceOrInvents) {
  GraphModel model = conflict_of({"A", "B"}, {{"a", 0}, {"b", 1}}, {"YY"});
  model.decision_makers[0].preference = Ranking{{{0}}, {}};
  model.decision_makers[1].preference = Ranking{{{0, 1}, {1, 2, 3}}, {3}};
  const auto found = build(model);
  EXPECT_THAT(codes(found),
              ElementsAre("missing-state", "duplicate-state", "unknown-state", "bad-strength"));
  EXPECT_EQ(message(found), "the ranking of “A” leaves states out: 2, 3");
}

TEST(Ranking, NamesTheFirstTenOfManyStates) {
  GraphModel model = conflict_of({"A"}, {{"a", 0}, {"b", 0}, {"c", 0}, {"d", 0}});
  model.decision_makers[0].preference = Ranking{{{0}}, {}};
  EXPECT_EQ(message(build(model)),
            "the ranking of “A” leaves states out: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 5 more");
}

TEST(Ranking, MayHaveEmptyGroups) {
  GraphModel model = conflict_of({"A"}, {{"a", 0}});
  model.decision_makers[0].preference = Ranking{{{}, {1}, {}, {0}, {}}, {}};
  EXPECT_THAT(build(model)->players[0].ranks.rank, ElementsAre(0U, 1U));
}

TEST(FeasibleStates, CannotAllBeRuledOut) {
  GraphModel model = harbour();
  model.infeasible = {*statement("blockade", model), *statement("not blockade", model)};
  EXPECT_THAT(codes(build(model)), ElementsAre("no-states"));
  model.infeasible = {Formula()};
  EXPECT_THAT(codes(build(model)), ElementsAre("no-states"));
}

GraphModel forty_options() {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < 40; ++k) options.push_back({"o" + std::to_string(k), k % 3});
  return conflict_of({"A", "B", "C"}, options);
}

// A million million states are refused before any is listed.
TEST(FeasibleStates, OfFortyOptionsWithoutRestrictionsAreTooMany) {
  const auto found = build(forty_options());
  EXPECT_THAT(codes(found), ElementsAre("too-many-states"));
  EXPECT_EQ(found.error().diagnostics.front().hint,
            "say which combinations of options cannot be, or leave options out");
}

TEST(FeasibleStates, OfFortyOptionsOfWhichAtMostOneIsTakenAreFew) {
  GraphModel model = forty_options();
  for (std::size_t a = 0; a < 40; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      model.infeasible.push_back(Formula::conjunction(Formula::atom(a), Formula::atom(b)));
    }
  }
  EXPECT_EQ(build(model)->size, 41U);
}

// That nothing is feasible is told even where the rest alone would be too many.
TEST(FeasibleStates, AreNoneThoughOtherOptionsAreMany) {
  GraphModel model = forty_options();
  model.infeasible = {Formula::atom(0), Formula::negation(Formula::atom(0))};
  EXPECT_THAT(codes(build(model)), ElementsAre("no-states"));
}

TEST(FeasibleStates, AreThoseThatNoConditionMeets) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = random_model(seed);
    std::vector<Taken> wanted;
    std::vector<std::uint64_t> ruled(model.infeasible.size());
    for (Taken each = 0; each < Taken{1} << model.options.size(); ++each) {
      bool possible = true;
      for (std::size_t k = 0; k < ruled.size(); ++k) {
        const bool meets = model.infeasible[k].holds(each);
        ruled[k] += meets ? 1U : 0U;
        possible = possible && !meets;
      }
      if (possible) wanted.push_back(each);
    }
    EXPECT_EQ(*feasible_states(model), wanted);
    const auto counts = ruled_out(model);
    ASSERT_EQ(counts.size(), ruled.size());
    for (std::size_t k = 0; k < ruled.size(); ++k) EXPECT_EQ(counts[k], ruled[k]);
  }
}

// With 60 options an explicit count would never end.
TEST(RuledOut, CountsByOptionsThatMatter) {
  GraphModel model = forty_options();
  model.infeasible = {*pattern("YY", 40), *pattern("Y-N-Y", 40), Formula::constant(false)};
  EXPECT_THAT(ruled_out(model),
              ElementsAre(std::uint64_t{1} << 38, std::uint64_t{1} << 37, std::uint64_t{0}));
}

GraphModel one_way(std::size_t count) {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < count; ++k) {
    options.push_back({"o" + std::to_string(k), 0, Direction::taking});
  }
  return conflict_of({"A"}, options);
}

// Each state leads to all that have more taken: 3^22 moves, refused before any is looked at.
TEST(Build, RefusesMovesThatWouldFillTheMemory) {
  EXPECT_THAT(codes(build(one_way(22))), ElementsAre("too-many-moves"));
}

// Few states of many one-way options: what could be taken besides is not gone through.
TEST(Build, LooksAtStatesWhereThereAreFew) {
  GraphModel model = one_way(40);
  for (std::size_t a = 0; a < 40; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (b > 0 || a < 39) {
        model.infeasible.push_back(Formula::conjunction(Formula::atom(a), Formula::atom(b)));
      }
    }
  }
  const Graph graph = *build(model);
  ASSERT_EQ(graph.size, 42U);
  const auto moves = [&](StateIndex from) {
    std::vector<StateIndex> found;
    graph.players[0].moves.for_each(from, [&](StateIndex to) {
      found.push_back(to);
      return true;
    });
    std::ranges::sort(found);
    return found;
  };
  EXPECT_EQ(moves(0).size(), 41U);
  EXPECT_EQ(moves(1), std::vector<StateIndex>{41}) << "the last may be taken besides the first";
  EXPECT_THAT(moves(2), IsEmpty());
}

TEST(Pattern, IsMadeOfThreeLetters) {
  EXPECT_TRUE(pattern("Y-N", 3)->holds(Taken{0b001}));
  EXPECT_TRUE(pattern("Y-N", 3)->holds(Taken{0b011}));
  EXPECT_FALSE(pattern("Y-N", 3)->holds(Taken{0b101}));
  EXPECT_TRUE(pattern("", 3)->holds(Taken{0b101})) << "nothing is asked";
  EXPECT_THAT(codes(pattern("YX", 3)), ElementsAre("bad-pattern"));
  EXPECT_THAT(codes(pattern("YYYY", 3)), ElementsAre("bad-pattern"));
}

TEST(Statement, CallsOptionsByNameByHolderOrByNumber) {
  const GraphModel model = harbour();
  EXPECT_EQ(*statement("blockade and not toll", model),
            Formula::conjunction(Formula::atom(0), Formula::negation(Formula::atom(2))));
  EXPECT_EQ(*statement("Ostria.sign iff Velm.sign", model),
            Formula::iff(Formula::atom(1), Formula::atom(3)));
  EXPECT_EQ(*statement("-4 | 1", model),
            Formula::disjunction(Formula::negation(Formula::atom(3)), Formula::atom(0)));
}

TEST(Statement, SaysWhatItDoesNotKnow) {
  const auto unknown = statement("toll if blokade and tol", harbour());
  ASSERT_FALSE(unknown);
  ASSERT_THAT(codes(unknown), ElementsAre("unknown-option", "unknown-option"));
  const Diagnostic& first = unknown.error().diagnostics[0];
  EXPECT_EQ(first.message, "there is no option “blokade”");
  EXPECT_EQ(first.hint, "did you mean blockade?");
  EXPECT_EQ(first.place.column, 9U);
  const auto ambiguous = statement("sign", harbour());
  ASSERT_THAT(codes(ambiguous), ElementsAre("ambiguous-option"));
  EXPECT_EQ(ambiguous.error().diagnostics[0].hint, "write “Ostria.sign” or “Velm.sign”");
  EXPECT_THAT(codes(statement("blockade and", harbour())), ElementsAre("statement-syntax"));
  EXPECT_THAT(codes(statement("5", harbour())), ElementsAre("unknown-option"));
}

TEST(Preference, HasNoLimitAtSixtyFourStatements) {
  GraphModel model = conflict_of({"A"}, {{"a", 0}, {"b", 0}});
  Statements statements{
      std::vector<Formula>(200, Formula::disjunction(Formula::atom(0), Formula())), 0};
  statements.most_important_first.push_back(Formula::atom(1));
  model.decision_makers[0].preference = statements;
  EXPECT_THAT(build(model)->players[0].ranks.rank, ElementsAre(0U, 0U, 1U, 1U));
}

TEST(Preference, ByWeightsKnowsTiesToSixDecimals) {
  GraphModel model = conflict_of({"A"}, {{"a", 0}, {"b", 0}, {"c", 0}});
  model.decision_makers[0].preference = Weights{{0.1, 0.2, 0.3}};
  const auto rank = build(model)->players[0].ranks.rank;
  EXPECT_EQ(rank[0b011], rank[0b100]) << "0.1 + 0.2 is 0.3";
}

StateGraph two_states() {
  StateGraph graph;
  graph.states = {"peace", "war"};
  graph.decision_makers = {{"A", {{1}, {}}, {{{0}, {1}}, {}}}};
  return graph;
}

TEST(CheckOfAGraph, TellsEverythingThatIsWrong) {
  EXPECT_THAT(check(two_states()), IsEmpty());
  EXPECT_THAT(codes(check(StateGraph{})), ElementsAre("no-states", "no-decision-makers"));
  StateGraph graph = two_states();
  graph.decision_makers[0].moves = {{0, 2}};
  graph.decision_makers[0].unknown = {{0, 5}};
  graph.decision_makers.push_back(two_states().decision_makers[0]);
  EXPECT_THAT(codes(build(graph)), ElementsAre("missing-moves", "self-move", "unknown-state",
                                               "unknown-state", "duplicate-name"));
  graph = two_states();
  graph.decision_makers[0].preference.best_first = {{0}};
  EXPECT_THAT(codes(build(graph)), ElementsAre("missing-state"));
}

TEST(Reading, RefusesMoreStatesThanPairsCanBeLookedAt) {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < 13; ++k) options.push_back({"o" + std::to_string(k), k % 2});
  const Graph graph = *build(conflict_of({"A", "B"}, options));
  EXPECT_THAT(codes(read_unknown(graph, UnknownReading::neither)), ElementsAre("too-large"));
  EXPECT_THAT(codes(strong_stability(graph)), ElementsAre("too-large"));
  EXPECT_THAT(codes(stability_under({{1, 0}, {0, 1}}, graph)), ElementsAre("too-large"));
  EXPECT_FALSE(coalitions_fit(graph));
  EXPECT_THAT(codes(coalition_stability(graph)), ElementsAre("too-large"));
}

}  // namespace
}  // namespace parley::conflict
