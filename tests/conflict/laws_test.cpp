// What must hold of every conflict, whatever its numbers.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "conflict/random_model.hpp"
#include "parley/base/random.hpp"
#include "parley/conflict/coalition.hpp"
#include "parley/conflict/limited.hpp"
#include "parley/conflict/reading.hpp"

namespace parley::conflict {
namespace {

std::uint64_t any_seed() { return *rc::gen::arbitrary<std::uint64_t>(); }

GraphModel any_model() { return random_model(any_seed()); }

// With options or as a graph of states, so that moves may or may not be transitive.
Graph any_graph() {
  return *rc::gen::arbitrary<bool>() ? *build(any_model()) : *build(random_graph(any_seed()));
}

std::vector<std::size_t> any_order(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  RandomStream random(any_seed(), 0, "order");
  for (std::size_t k = count; k-- > 1;) std::swap(order[k], order[random.below(k + 1)]);
  return order;
}

// Whether each verdict of the one is that of the other, players and states called by new numbers.
template <class Player, class State>
bool same(const Stability& one, const Stability& other, Player player, State state) {
  for (const Concept each : kConcepts) {
    for (std::size_t i = 0; i < one.players(); ++i) {
      for (StateIndex s = 0; s < one.states(); ++s) {
        if (one.stable(each, i, s) != other.stable(each, player(i), state(s))) return false;
      }
    }
  }
  return one.states() == other.states();
}

constexpr auto kAsBefore = [](auto index) { return index; };

RC_GTEST_PROP(Law, WhoLooksLessFarIsContentWithLess, ()) {
  using enum Concept;
  const std::pair<Concept, Concept> implied[] = {
      {nash, sseq}, {sseq, smr}, {smr, gmr}, {sseq, seq}, {seq, gmr}};
  const Graph graph = any_graph();
  const Stability found = *stability(graph);
  for (const auto& [if_, then] : implied) {
    for (std::size_t i = 0; i < graph.players.size(); ++i) {
      for (StateIndex s = 0; s < graph.size; ++s) {
        RC_ASSERT(!found.stable(if_, i, s) || found.stable(then, i, s));
      }
    }
  }
}

// That CSEQ makes CGMR needs that two moves of one in a row are one move: two groups that answer
// one after the other may share the member who moves last and first, which a legal sequence rules
// out.
RC_GTEST_PROP(Law, GroupsThatLookLessFarAreContentWithLess, ()) {
  using enum GroupConcept;
  const Graph graph = any_graph();
  std::vector<std::pair<GroupConcept, GroupConcept>> implied{
      {cnash, csmr}, {csmr, cgmr}, {cnash, cseq}};
  if (graph.transitive) implied.emplace_back(cseq, cgmr);
  const CoalitionStability found = *coalition_stability(graph);
  for (const auto& [if_, then] : implied) {
    for (std::size_t g = 0; g < found.groups.size(); ++g) {
      for (StateIndex s = 0; s < graph.size; ++s) {
        RC_ASSERT(!found.stable(if_, g, s) || found.stable(then, g, s));
      }
    }
  }
}

// Not for SEQ: opponents may also act jointly, so that only one direction holds.
RC_GTEST_PROP(Law, AGroupOfOneIsAPlayer, ()) {
  const Graph graph = any_graph();
  const Stability alone = *stability(graph);
  const CoalitionStability groups = *coalition_stability(graph);
  for (std::size_t i = 0; i < graph.players.size(); ++i) {
    RC_ASSERT(groups.groups[i] == only(i));
    for (StateIndex s = 0; s < graph.size; ++s) {
      RC_ASSERT(groups.stable(GroupConcept::cnash, i, s) == alone.stable(Concept::nash, i, s));
      RC_ASSERT(groups.stable(GroupConcept::cgmr, i, s) == alone.stable(Concept::gmr, i, s));
      RC_ASSERT(groups.stable(GroupConcept::csmr, i, s) == alone.stable(Concept::smr, i, s));
      RC_ASSERT(!alone.stable(Concept::seq, i, s) || groups.stable(GroupConcept::cseq, i, s));
    }
  }
}

RC_GTEST_PROP(Law, UniversallyStableIsStableForEveryGroup, ()) {
  const Graph graph = any_graph();
  const CoalitionStability found = *coalition_stability(graph);
  const Stability alone = *stability(graph);
  for (const GroupConcept each : kGroupConcepts) {
    const std::vector<StateIndex> universal = found.universal(each);
    for (StateIndex s = 0; s < graph.size; ++s) {
      bool all = true;
      for (std::size_t g = 0; g < found.groups.size(); ++g) all = all && found.stable(each, g, s);
      RC_ASSERT(std::ranges::binary_search(universal, s) == all);
      // Members' own deviations count.
      const bool tells = all && (graph.transitive || each != GroupConcept::cseq);
      RC_ASSERT(!tells || alone.equilibrium(Concept::gmr, s));
    }
  }
}

RC_GTEST_PROP(Law, LookingOneMoveAheadIsNash, ()) {
  StateGraph given = random_graph(any_seed());
  given.decision_makers.resize(2);
  const Graph graph = *build(given);
  const LimitedMoves limited = *limited_moves(graph, 1);
  const Stability found = *stability(graph);
  for (std::size_t i = 0; i < 2; ++i) {
    for (StateIndex s = 0; s < graph.size; ++s) {
      RC_ASSERT(limited.is_stable(1, i, s) == found.stable(Concept::nash, i, s));
    }
  }
}

// Where moves are transitive nobody has to remember who moved last: plain closure gives R_H.
RC_GTEST_PROP(Law, TransitiveMovesNeedNoMemoryOfTheLastMover, ()) {
  const Graph graph = *build(random_model(any_seed(), {.bans = false, .coinciding = false}));
  RC_ASSERT(graph.transitive);
  const Group group = *rc::gen::inRange<Group>(1, everybody(graph) + 1);
  const auto from = *rc::gen::inRange<StateIndex>(0, static_cast<StateIndex>(graph.size));
  const bool gains = *rc::gen::arbitrary<bool>();
  std::set<StateIndex> closure;
  std::vector<StateIndex> open{from};
  while (!open.empty()) {
    const StateIndex at = open.back();
    open.pop_back();
    for (std::size_t i = 0; i < graph.players.size(); ++i) {
      if (!contains(group, i)) continue;
      const auto meet = [&](StateIndex to) {
        if (closure.insert(to).second) open.push_back(to);
        return true;
      };
      const Moves& moves = graph.players[i].moves;
      gains ? moves.for_each_improvement(at, meet) : moves.for_each(at, meet);
    }
  }
  Walk walk(graph);
  const auto& reached = gains ? walk.by_improvements(group, from) : walk.by_moves(group, from);
  std::set<StateIndex> legal(reached.begin(), reached.end());
  closure.insert(from);
  legal.insert(from);
  RC_ASSERT(closure == legal);
}

RC_GTEST_PROP(Law, TheOrderOfDecisionMakersDoesNotMatter, ()) {
  const GraphModel model = any_model();
  const std::vector<std::size_t> order = any_order(model.decision_makers.size());
  GraphModel turned = model;
  for (std::size_t i = 0; i < order.size(); ++i) {
    turned.decision_makers[order[i]] = model.decision_makers[i];
  }
  const auto player = [&](std::size_t i) { return order[i]; };
  RC_ASSERT(same(*stability(*build(model)), *stability(*build(turned)), player, kAsBefore));
}

RC_GTEST_PROP(Law, TheOrderOfOptionsOnlyRenumbersStates, ()) {
  // States that coincide are judged as the last of them, which depends on the order.
  const GraphModel model = random_model(any_seed(), {.coinciding = false});
  const std::vector<std::size_t> to = any_order(model.options.size());
  GraphModel turned = model;
  const auto rename = [&](Formula& each) { each = each.renamed(to); };
  for (std::size_t k = 0; k < to.size(); ++k) turned.options[to[k]] = model.options[k];
  for (Formula& each : turned.infeasible) rename(each);
  for (Ban& each : turned.bans) {
    rename(each.from);
    rename(each.to);
  }
  for (DecisionMaker& each : turned.decision_makers) {
    for (std::size_t& option : each.options) option = to[option];
    for (Formula& seen : each.misperceived) rename(seen);
    if (auto* statements = std::get_if<Statements>(&each.preference)) {
      for (Formula& one : statements->most_important_first) rename(one);
    } else {
      const std::vector<double> before = std::get<Weights>(each.preference).by_option;
      for (std::size_t k = 0; k < to.size(); ++k) {
        std::get<Weights>(each.preference).by_option[to[k]] = before[k];
      }
    }
  }
  const Graph one = *build(model);
  const Graph other = *build(turned);
  const auto state = [&](StateIndex s) {
    Taken taken = 0;
    for (std::size_t k = 0; k < to.size(); ++k) taken |= (one.taken[s] >> k & 1U) << to[k];
    return *state_of(other, taken);
  };
  RC_ASSERT(same(*stability(one), *stability(other), kAsBefore, state));
}

RC_GTEST_PROP(Law, TheNumbersOfStatesAreNamesOnly, ()) {
  const StateGraph graph = random_graph(any_seed());
  const std::vector<std::size_t> to = any_order(graph.states.size());
  StateGraph turned = graph;
  for (std::size_t i = 0; i < graph.decision_makers.size(); ++i) {
    for (std::size_t s = 0; s < to.size(); ++s) {
      std::vector<StateIndex>& moves = turned.decision_makers[i].moves[to[s]];
      moves = graph.decision_makers[i].moves[s];
      for (StateIndex& each : moves) each = static_cast<StateIndex>(to[each]);
    }
    for (auto& group : turned.decision_makers[i].preference.best_first) {
      for (StateIndex& each : group) each = static_cast<StateIndex>(to[each]);
    }
  }
  const auto state = [&](StateIndex s) { return static_cast<StateIndex>(to[s]); };
  RC_ASSERT(same(*stability(*build(graph)), *stability(*build(turned)), kAsBefore, state));
}

RC_GTEST_PROP(Law, OnlyTheOrderOfWeightsCounts, ()) {
  GraphModel model = any_model();
  const Stability before = *stability(*build(model));
  const double factor = *rc::gen::element(2.0, 3.0, 1000.0);
  for (DecisionMaker& each : model.decision_makers) {
    if (auto* weights = std::get_if<Weights>(&each.preference)) {
      for (double& weight : weights->by_option) weight *= factor;
    } else {
      // A statement that is made again further down decides nothing.
      auto& all = std::get<Statements>(each.preference).most_important_first;
      all.push_back(*rc::gen::elementOf(all));
    }
  }
  RC_ASSERT(before == *stability(*build(model)));
}

RC_GTEST_PROP(Law, WhoMindsNothingNeverMoves, ()) {
  GraphModel model = any_model();
  const auto i = *rc::gen::inRange<std::size_t>(0, model.decision_makers.size());
  model.decision_makers[i].preference = Statements{};
  const Graph graph = *build(model);
  const Stability found = *stability(graph);
  for (const Concept each : kConcepts) {
    RC_ASSERT(found.stable_states(each, i).size() == graph.size);
  }
}

RC_GTEST_PROP(Law, ABystanderChangesNothing, ()) {
  GraphModel model = any_model();
  const Stability before = *stability(*build(model));
  model.decision_makers.push_back({"bystander", {}, Statements{{Formula::atom(0)}, 0}});
  const Stability after = *stability(*build(model));
  RC_ASSERT(same(before, after, kAsBefore, kAsBefore));
  for (const Concept each : kConcepts) {
    RC_ASSERT(before.equilibria(each) == after.equilibria(each));
  }
}

RC_GTEST_PROP(Law, EachReadingOfNothingUnknownIsTheSame, ()) {
  const Graph graph = any_graph();
  const Stability found = *stability(graph);
  for (const UnknownReading each : {UnknownReading::attracts, UnknownReading::neither,
                                    UnknownReading::attracts_deters, UnknownReading::deters}) {
    RC_ASSERT(*read_unknown(graph, each) == found);
  }
}

// What attracts more and deters less can only make states fall.
RC_GTEST_PROP(Law, TheFourReadingsAreOrdered, ()) {
  GraphModel model = any_model();
  for (DecisionMaker& each : model.decision_makers) {
    const auto atom = [&] {
      return Formula::atom(*rc::gen::inRange<std::size_t>(0, model.options.size()));
    };
    each.unknown.push_back({atom(), Formula::negation(atom())});
  }
  const Graph graph = *build(model);
  using enum UnknownReading;
  const std::pair<UnknownReading, UnknownReading> implied[] = {{attracts, neither},
                                                               {attracts, attracts_deters},
                                                               {neither, deters},
                                                               {attracts_deters, deters}};
  for (const auto& [if_, then] : implied) {
    const Stability one = *read_unknown(graph, if_);
    const Stability other = *read_unknown(graph, then);
    for (const Concept each : kConcepts) {
      for (std::size_t i = 0; i < graph.players.size(); ++i) {
        for (StateIndex s = 0; s < graph.size; ++s) {
          RC_ASSERT(!one.stable(each, i, s) || other.stable(each, i, s));
        }
      }
    }
  }
}

RC_GTEST_PROP(Law, StronglyStableIsStable, ()) {
  GraphModel model = any_model();
  for (DecisionMaker& each : model.decision_makers) {
    if (auto* statements = std::get_if<Statements>(&each.preference)) {
      statements->strong =
          *rc::gen::inRange<std::size_t>(0, statements->most_important_first.size() + 1);
    }
  }
  const Graph graph = *build(model);
  const Stability weak = *stability(graph);
  const Stability strong = *strong_stability(graph);
  for (const Concept each : kConcepts) {
    for (std::size_t i = 0; i < graph.players.size(); ++i) {
      for (StateIndex s = 0; s < graph.size; ++s) {
        RC_ASSERT(!strong.stable(each, i, s) || weak.stable(each, i, s));
      }
    }
  }
}

}  // namespace
}  // namespace parley::conflict
