#include "parley/conflict/witness.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "conflict/conflicts.hpp"
#include "conflict/random_model.hpp"
#include "parley/conflict/graphviz.hpp"
#include "parley/conflict/json.hpp"

namespace parley::conflict {
namespace {

using testing::HasSubstr;
using testing::Not;

// Each proof is one by the definitions, whatever the verdict.
void expect_proof(const oracle::Conflict& conflict, const Witness& proof) {
  const oracle::Judgement judgement = oracle::by_worth(conflict);
  const std::size_t i = proof.player;
  std::size_t improvements = 0;
  for (const std::size_t to : conflict.moves[i][proof.state]) {
    improvements += judgement.attracts(i, proof.state, to) ? 1U : 0U;
  }
  EXPECT_EQ(proof.deviations.size(), proof.stable ? improvements : 1U);
  for (const Deviation& each : proof.deviations) {
    EXPECT_TRUE(judgement.attracts(i, proof.state, each.improvement));
    EXPECT_EQ(proof.stable, each.sanction.has_value() && !each.escape);
    if (!each.sanction) continue;
    std::size_t at = each.improvement;
    std::optional<std::size_t> last;
    for (const Step& step : *each.sanction) {
      EXPECT_NE(step.player, i);
      EXPECT_NE(step.player, last);
      EXPECT_TRUE(conflict.moves[step.player][at].contains(step.state));
      EXPECT_TRUE(!answers_improve(proof.concept_) ||
                  judgement.improves(step.player, at, step.state));
      at = step.state;
      last = step.player;
    }
    EXPECT_TRUE(judgement.deters(i, proof.state, at));
    if (each.escape) {
      EXPECT_TRUE(conflict.moves[i][at].contains(*each.escape));
      EXPECT_TRUE(judgement.attracts(i, proof.state, *each.escape));
    }
  }
}

TEST(Witness, IsAProofByTheDefinitions) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = random_model(seed);
    const Graph graph = *build(model);
    const oracle::Conflict conflict = plain(model);
    for (const Concept each : kConcepts) {
      for (std::size_t i = 0; i < graph.players.size(); ++i) {
        for (StateIndex s = 0; s < graph.size; ++s) {
          expect_proof(conflict, witness(graph, each, i, s));
        }
      }
    }
    if (HasFailure()) return;
  }
}

Graph harbour() {
  GraphModel model = conflict_of({"Ostria", "Velm"}, {{"blockade", 0}, {"toll", 1}});
  model.decision_makers[0].preference =
      Statements{{*statement("not toll", model), *statement("blockade", model)}, 0};
  model.decision_makers[1].preference = Statements{{*statement("toll iff blockade", model)}, 0};
  return *build(model);
}

TEST(Witness, IsASentenceInTheModelsOwnWords) {
  EXPECT_EQ(to_text(harbour(), witness(harbour(), Concept::seq, 0, 0)),
            "State 1 is stable for Ostria (SEQ). Ostria could take blockade (to 2) and gain; Velm "
            "would then take toll (to 4), which leaves Ostria worse off than now.");
  EXPECT_EQ(to_text(harbour(), witness(harbour(), Concept::nash, 0, 0)),
            "State 1 is not stable for Ostria (Nash). Ostria could take blockade (to 2) and gain.");
  EXPECT_EQ(to_text(harbour(), witness(harbour(), Concept::gmr, 1, 0)),
            "State 1 is stable for Velm (GMR). Velm has no move that it would gain by.");
}

TEST(Witness, OfAGraphOfStatesMovesToTheirLabels) {
  StateGraph graph;
  graph.states = {"peace", "war"};
  graph.decision_makers = {{"A", {{1}, {}}, {{{1}, {0}}, {}}}};
  EXPECT_EQ(to_text(*build(graph), witness(*build(graph), Concept::gmr, 0, 0)),
            "State 1 is not stable for A (GMR). A could move to war (to 2) and gain; nothing that "
            "the others can do would undo that.");
}

TEST(Graphviz, DrawsStatesAndWhoMovesBetweenThem) {
  const Graph graph = harbour();
  const std::string drawn = to_graphviz(graph, *analyse(graph)).value_or("");
  EXPECT_THAT(drawn, HasSubstr("  1 [label=\"1: nothing\", peripheries=2];\n"));
  EXPECT_THAT(drawn, HasSubstr("  1 -> 2 [label=\"Ostria\"];\n"));
  EXPECT_THAT(drawn, HasSubstr("  2 -> 1 [label=\"Ostria\", style=dashed];\n"));
  EXPECT_THAT(drawn, Not(HasSubstr("  1 -> 4 ")));
}

TEST(Graphviz, EscapesWhatWouldEndAName) {
  const Graph graph = *build(conflict_of({"\"A\\"}, {{"say \"no\"", 0}}));
  const std::string drawn = to_graphviz(graph, *analyse(graph)).value_or("");
  EXPECT_THAT(drawn, HasSubstr(R"(label="2: say \"no\"")"));
  EXPECT_THAT(drawn, HasSubstr(R"(label="\"A\\")"));
}

TEST(Graphviz, RefusesWhatNobodyCouldLookAt) {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < 8; ++k) options.push_back({"o" + std::to_string(k), 0});
  const Graph graph = *build(conflict_of({"A"}, options));
  const auto drawn = to_graphviz(graph, *analyse(graph));
  ASSERT_FALSE(drawn);
  EXPECT_EQ(drawn.error().diagnostics.front().code, "too-large");
}

TEST(Json, NumbersStatesFromOneAndNamesDecisionMakers) {
  const Graph graph = harbour();
  const Json found = to_json(graph, *analyse(graph));
  EXPECT_EQ(found["states"][1], (Json{{"index", 2}, {"label", "blockade"}, {"options", "YN"}}));
  EXPECT_EQ(found["decision_makers"], Json::array({"Ostria", "Velm"}));
  EXPECT_EQ(found["stable"]["nash"]["Ostria"], Json::array({2, 4}));
  EXPECT_EQ(found["stable"]["seq"]["Ostria"], Json::array({1, 2, 4}));
  EXPECT_EQ(found["equilibria"]["nash"], Json::array({4}));
  EXPECT_EQ(found["equilibria"]["seq"], Json::array({1, 4}));
  EXPECT_EQ(found["coalitions"]["cnash"]["stable"]["Ostria+Velm"], Json::array({1, 2, 4}));
  EXPECT_EQ(found["paths"]["from"], 1);
  EXPECT_EQ(
      found["paths"]["routes"][2],
      (Json{
          {"to", 4},
          {"by_moves",
           {{{"decision_maker", "Ostria"}, {"to", 2}}, {{"decision_maker", "Velm"}, {"to", 4}}}},
          {"by_improvements",
           {{{"decision_maker", "Ostria"}, {"to", 2}}, {{"decision_maker", "Velm"}, {"to", 4}}}}}));
}

TEST(Json, HasNoCoalitionsOfAModelThatIsTooLargeForThem) {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < 13; ++k) options.push_back({"o" + std::to_string(k), k % 2});
  const Graph graph = *build(conflict_of({"A", "B"}, options));
  EXPECT_TRUE(to_json(graph, *analyse(graph))["coalitions"].is_null());
}

}  // namespace
}  // namespace parley::conflict
