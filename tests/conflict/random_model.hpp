#pragma once

#include <cstdint>

#include "conflict/oracle.hpp"
#include "parley/conflict/graph.hpp"

namespace parley::conflict {

/// What random models are made of.
struct RandomModelOptions {
  std::size_t most_makers = 4;
  std::size_t most_options = 5;
  bool bans = true;
  bool coinciding = true;
};

/// An option-form model drawn from a seed: 2 to 4 decision makers, infeasible patterns, one-way
/// options, now and then a shared option, a misperception, a ban or states that coincide;
/// preferences by few statements (many ties), by small weights or at random. Never without states.
GraphModel random_model(std::uint64_t seed, const RandomModelOptions& options = {});

/// A graph drawn from a seed: up to 8 states, moves of any kind, rankings with ties.
StateGraph random_graph(std::uint64_t seed);

/// The same conflict for the oracle, from the model alone: states, moves and worth are found by
/// going through all combinations of options.
oracle::Conflict plain(const GraphModel& model);
oracle::Conflict plain(const StateGraph& graph);

}  // namespace parley::conflict
