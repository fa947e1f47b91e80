#include "conflict/random_model.hpp"

#include <algorithm>
#include <map>

#include "parley/base/random.hpp"

namespace parley::conflict {
namespace {

Formula random_formula(RandomStream& random, std::size_t options, std::size_t depth) {
  const std::uint64_t kind = depth == 0 ? 0 : random.below(6);
  const auto part = [&] { return random_formula(random, options, depth - 1); };
  if (kind == 1) return Formula::negation(part());
  if (kind < 2) return Formula::atom(random.below(options));
  const Formula a = part();
  const Formula b = part();
  if (kind == 2) return Formula::conjunction(a, b);
  if (kind == 3) return Formula::disjunction(a, b);
  return kind == 4 ? Formula::only_if(a, b) : Formula::iff(a, b);
}

Formula random_pattern(RandomStream& random, std::size_t options, std::size_t letters) {
  Formula all = Formula::atom(random.below(options));
  for (std::size_t k = 1; k < letters; ++k) {
    const Formula atom = Formula::atom(random.below(options));
    all = Formula::conjunction(all, random.below(2) == 0 ? atom : Formula::negation(atom));
  }
  return all;
}

Preference random_preference(RandomStream& random, std::size_t options) {
  if (random.below(3) == 0) {
    Weights weights;
    for (std::size_t k = 0; k < options; ++k) {
      weights.by_option.push_back(static_cast<double>(random.below(7)) - 3);
    }
    return weights;
  }
  Statements statements;
  const std::uint64_t count = 1 + random.below(8);
  for (std::uint64_t k = 0; k < count; ++k) {
    statements.most_important_first.push_back(random_formula(random, options, 2));
  }
  return statements;
}

Direction random_direction(RandomStream& random) {
  const std::uint64_t kind = random.below(6);
  return kind == 0 ? Direction::taking : kind == 1 ? Direction::dropping : Direction::both;
}

bool any_of(const std::vector<Formula>& formulas, Taken state) {
  return std::ranges::any_of(formulas, [&](const Formula& each) { return each.holds(state); });
}

bool may_change(const GraphModel& model, const DecisionMaker& maker, Taken from, Taken to) {
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    const bool before = (from >> k & 1U) != 0;
    const bool after = (to >> k & 1U) != 0;
    if (before == after) continue;
    const bool own = std::ranges::find(maker.options, k) != maker.options.end();
    if (!own || (model.options[k].direction == Direction::taking && before) ||
        (model.options[k].direction == Direction::dropping && after)) {
      return false;
    }
  }
  return std::ranges::none_of(
      model.bans, [&](const Ban& each) { return each.from.holds(from) && each.to.holds(to); });
}

// Compares two states by the preference, as its definition says.
int compare(const Preference& preference, Taken a, Taken b, std::size_t options) {
  if (const auto* statements = std::get_if<Statements>(&preference)) {
    for (const Formula& each : statements->most_important_first) {
      if (each.holds(a) != each.holds(b)) return each.holds(a) ? 1 : -1;
    }
    return 0;
  }
  double sum = 0;
  for (std::size_t k = 0; k < options; ++k) {
    sum += std::get<Weights>(preference).by_option[k] *
           (static_cast<double>(a >> k & 1U) - static_cast<double>(b >> k & 1U));
  }
  return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

}  // namespace

GraphModel random_model(std::uint64_t seed, const RandomModelOptions& sizes) {
  RandomStream random(seed, 0, "random model");
  GraphModel model;
  const std::size_t makers = 2 + random.below(sizes.most_makers - 1);
  const std::size_t options =
      makers + random.below(sizes.most_options > makers ? sizes.most_options - makers + 1 : 1);
  for (std::size_t k = 0; k < options; ++k) {
    model.options.push_back({"o" + std::to_string(k), random_direction(random)});
  }
  for (std::size_t i = 0; i < makers; ++i) {
    model.decision_makers.push_back({std::string(1, static_cast<char>('A' + i)), {}, {}});
  }
  for (std::size_t k = 0; k < options; ++k) {
    const std::size_t holder = k < makers ? k : random.below(makers);
    model.decision_makers[holder].options.push_back(k);
    if (random.below(12) == 0) model.decision_makers[(holder + 1) % makers].options.push_back(k);
  }
  for (DecisionMaker& each : model.decision_makers) {
    each.preference = random_preference(random, options);
    if (random.below(10) == 0) each.misperceived.push_back(random_pattern(random, options, 2));
  }
  for (std::uint64_t count = random.below(3); count > 0; --count) {
    const Formula pattern = random_pattern(random, options, 2);
    // The state in which nothing is taken stays.
    if (!pattern.holds(Taken{0})) model.infeasible.push_back(pattern);
  }
  if (sizes.bans && random.below(4) == 0) {
    model.bans.push_back({random_pattern(random, options, 1), random_formula(random, options, 1)});
  }
  if (sizes.coinciding && random.below(5) == 0) {
    model.coinciding.push_back(random_pattern(random, options, 2));
  }
  return model;
}

StateGraph random_graph(std::uint64_t seed) {
  RandomStream random(seed, 0, "random graph");
  StateGraph graph;
  const std::size_t states = 2 + random.below(7);
  for (std::size_t s = 0; s < states; ++s) graph.states.push_back("s" + std::to_string(s));
  const std::size_t makers = 2 + random.below(3);
  for (std::size_t i = 0; i < makers; ++i) {
    StateGraph::DecisionMaker maker{std::string(1, static_cast<char>('A' + i)), {}, {}};
    maker.moves.resize(states);
    for (std::size_t s = 0; s < states; ++s) {
      for (StateIndex t = 0; t < states; ++t) {
        if (t != s && random.below(4) == 0) maker.moves[s].push_back(t);
      }
    }
    maker.preference.best_first.resize(1 + random.below(states));
    for (StateIndex s = 0; s < states; ++s) {
      const std::size_t group = random.below(maker.preference.best_first.size());
      maker.preference.best_first[group].push_back(s);
    }
    graph.decision_makers.push_back(std::move(maker));
  }
  return graph;
}

oracle::Conflict plain(const GraphModel& model) {
  std::vector<Taken> feasible;
  for (Taken state = 0; state < Taken{1} << model.options.size(); ++state) {
    if (!any_of(model.infeasible, state)) feasible.push_back(state);
  }
  // Sets of states that are one, by repeated union; each is known by its last member.
  std::map<Taken, Taken> last;
  for (const Taken each : feasible) last[each] = each;
  for (bool grown = true; grown;) {
    grown = false;
    for (const Formula& each : model.coinciding) {
      Taken most = 0;
      for (const Taken state : feasible) {
        if (each.holds(state)) most = std::max(most, last[state]);
      }
      for (const Taken state : feasible) {
        if (!each.holds(state) || last[state] == most) continue;
        const Taken before = last[state];
        for (const Taken other : feasible) {
          if (last[other] == before) last[other] = most;
        }
        grown = true;
      }
    }
  }
  std::vector<Taken> states;
  for (const Taken each : feasible) {
    if (last[each] == each) states.push_back(each);
  }
  const auto number = [&](Taken state) {
    return static_cast<std::size_t>(std::ranges::find(states, last[state]) - states.begin());
  };
  oracle::Conflict conflict;
  conflict.states = states.size();
  for (const DecisionMaker& maker : model.decision_makers) {
    std::vector<std::set<std::size_t>> moves(states.size());
    for (const Taken from : feasible) {
      for (const Taken to : feasible) {
        if (number(from) != number(to) && may_change(model, maker, from, to) &&
            !any_of(maker.misperceived, from) && !any_of(maker.misperceived, to)) {
          moves[number(from)].insert(number(to));
        }
      }
    }
    conflict.moves.push_back(std::move(moves));
    std::vector<int> worth;
    for (const Taken state : states) {
      worth.push_back(static_cast<int>(std::ranges::count_if(states, [&](Taken other) {
        return compare(maker.preference, state, other, model.options.size()) > 0;
      })));
    }
    conflict.worth.push_back(std::move(worth));
  }
  return conflict;
}

oracle::Conflict plain(const StateGraph& graph) {
  oracle::Conflict conflict;
  conflict.states = graph.states.size();
  for (const StateGraph::DecisionMaker& each : graph.decision_makers) {
    std::vector<std::set<std::size_t>> moves;
    for (const auto& targets : each.moves) moves.emplace_back(targets.begin(), targets.end());
    conflict.moves.push_back(std::move(moves));
    std::vector<int> worth(graph.states.size());
    for (std::size_t g = 0; g < each.preference.best_first.size(); ++g) {
      for (const StateIndex s : each.preference.best_first[g]) worth[s] = -static_cast<int>(g);
    }
    conflict.worth.push_back(std::move(worth));
  }
  return conflict;
}

}  // namespace parley::conflict
