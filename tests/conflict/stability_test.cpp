// The engine against the definitions, on random models.
#include "parley/conflict/stability.hpp"

#include <gtest/gtest.h>

#include "conflict/conflicts.hpp"
#include "conflict/random_model.hpp"
#include "parley/base/random.hpp"
#include "parley/conflict/witness.hpp"

namespace parley::conflict {
namespace {

std::set<std::size_t> members(Group group) {
  std::set<std::size_t> found;
  for (std::size_t i = 0; i < kMostDecisionMakers; ++i) {
    if (contains(group, i)) found.insert(i);
  }
  return found;
}

// Every verdict, and that its witness says the same.
void expect_agreement(const Graph& graph, const oracle::Conflict& conflict) {
  ASSERT_EQ(graph.size, conflict.states);
  const Stability found = *stability(graph);
  const oracle::Judgement judgement = oracle::by_worth(conflict);
  for (const Concept each : kConcepts) {
    for (std::size_t i = 0; i < conflict.players(); ++i) {
      for (StateIndex s = 0; s < conflict.states; ++s) {
        const bool wanted = oracle::stable(conflict, judgement, each, i, s);
        ASSERT_EQ(found.stable(each, i, s), wanted) << name(each) << " " << i << " " << s + 1;
        ASSERT_EQ(witness(graph, each, i, s).stable, wanted) << name(each) << " " << i << " " << s;
      }
    }
  }
}

void expect_group_agreement(const Graph& graph, const oracle::Conflict& conflict) {
  const CoalitionStability found = *coalition_stability(graph);
  ASSERT_EQ(found.groups.size(), (std::size_t{1} << conflict.players()) - 1);
  for (std::size_t g = 0; g < found.groups.size(); ++g) {
    for (const GroupConcept each : kGroupConcepts) {
      for (StateIndex s = 0; s < conflict.states; ++s) {
        ASSERT_EQ(found.stable(each, g, s),
                  oracle::stable(conflict, each, members(found.groups[g]), s))
            << name(each) << " " << found.groups[g] << " " << s + 1;
      }
    }
  }
}

TEST(Oracle, AgreesOnModelsWithOptions) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = random_model(seed);
    expect_agreement(*build(model), plain(model));
    if (HasFatalFailure()) return;
  }
}

TEST(Oracle, AgreesOnGraphs) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    const StateGraph graph = random_graph(seed);
    expect_agreement(*build(graph), plain(graph));
    if (HasFatalFailure()) return;
  }
}

TEST(Oracle, AgreesOnCoalitions) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = random_model(seed, {.most_makers = 3, .most_options = 4});
    expect_group_agreement(*build(model), plain(model));
    const StateGraph graph = random_graph(seed);
    // Four have fifteen groups, which take the definitions long.
    if (graph.decision_makers.size() < 4 || seed % 10 == 0) {
      expect_group_agreement(*build(graph), plain(graph));
    }
    if (HasFatalFailure()) return;
  }
}

// A model large enough that players are judged side by side.
TEST(Stability, IsTheSameOnAnyNumberOfThreads) {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < 15; ++k) options.push_back({"o" + std::to_string(k), k % 3});
  GraphModel model = conflict_of({"A", "B", "C"}, options);
  for (std::size_t i = 0; i < 3; ++i) {
    RandomStream random(i, 0, "weights");
    Weights weights;
    for (std::size_t k = 0; k < options.size(); ++k) {
      weights.by_option.push_back(random.uniform() - 0.5);
    }
    model.decision_makers[i].preference = weights;
  }
  const Graph graph = *build(model);
  EXPECT_EQ(*stability(graph, {1, {}, {}}), *stability(graph, {8, {}, {}}));
}

}  // namespace
}  // namespace parley::conflict
