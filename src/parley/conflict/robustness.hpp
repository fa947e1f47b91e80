#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "parley/base/random.hpp"
#include "parley/conflict/stability.hpp"

namespace parley::conflict {

/// One way in which the outlooks of all may be, and how much it counts.
struct Variant {
  double weight = 1;
  std::vector<Ranks> ranks;  ///< one a player
};

/// In what share of the variants each state is an equilibrium.
struct Robustness {
  std::array<std::vector<double>, kConcepts.size()> share;  ///< [concept][state], from 0 to 1

  double equilibrium(Concept concept_, StateIndex state) const {
    return share[static_cast<std::size_t>(concept_)][state];
  }
};

/// Runs stability() on each of `count` variants; variant(k) gives the k-th, from any thread.
/// Weights are divided by their sum; fails with "bad-weights" when one is negative or not finite,
/// or all are 0. The same on any number of threads.
Result<Robustness> robustness(const Graph& graph, std::size_t count,
                              const std::function<Variant(std::size_t)>& variant,
                              const Control& control = {});

/// A statement that somebody may hold, and may place higher or lower.
struct UncertainStatement {
  Formula statement;
  double odds = 1;   ///< that it is held at all
  double rises = 0;  ///< the odds that it is more important than the one before it
};

/// A draw of statements, most important first: each is held by its odds, then each that rises
/// changes places with the one before it, from the least important on. Keyed by seed, world and
/// `name`.
Statements draw(const std::vector<UncertainStatement>& statements, std::uint64_t seed,
                std::uint64_t world, StreamName name);

}  // namespace parley::conflict
