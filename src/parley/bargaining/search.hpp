#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "parley/bargaining/model.hpp"
#include "parley/bargaining/objective.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining::internal {

/// How utilities in units become scores: score = units * factor - offset.
struct Scoring {
  std::vector<double> factor;
  std::vector<double> offset;
};

/// One choice for each block of a model.
using Choices = std::vector<std::uint32_t>;

struct SearchOptions {
  std::size_t most_nodes = 200'000;
  /// What is not better than this is of no interest.
  double least = -std::numeric_limits<double>::infinity();
  /// As good as this is good enough: the search stops.
  double enough = std::numeric_limits<double>::infinity();
  std::optional<Choices> begin = std::nullopt;  ///< a known good combination
  std::vector<double> multipliers = {};         ///< known to give a good bound
  std::size_t root_steps = 200;                 ///< of lowering the first bound
  /// Of a smallest score: how many combinations as good as the best are wanted; 0: none.
  std::size_t most_tied = 0;
};

struct SearchResult {
  std::optional<Choices> best;  ///< nothing when no deal reaches every floor and more than `least`
  double value = -std::numeric_limits<double>::infinity();
  double bound =
      0;  ///< no deal has a larger value; equals value within rounding when all was searched
  std::vector<std::vector<double>> multipliers;  ///< those of the best bounds for all deals
  /// All combinations within twice kTolerance of the best; empty when they were not asked for, are
  /// more than that, or the search did not end.
  std::vector<Choices> tied;
  std::size_t nodes = 0;
};

/// Bounds this close to the best value cannot hide a better one: scores are of the order of 1.
inline constexpr double kRounding = 1e-10;

/// Maximises a concave objective over the deals of a feasible model by branch and bound.
///
/// The smallest score: see max_min.hpp. Others: the bound at a node is the Lagrangian dual over the
/// choices that are left, lowered by subgradient steps towards the best value known (Polyak 1969);
/// each step's own maximiser is tried as a deal. Choices whose reduced cost exceeds what the bound
/// leaves are dropped. Branches on the block whose choice the steps agree on least. Deterministic.
Result<SearchResult> search(const Model& model, const Objective& objective, const Scoring& scoring,
                            const SearchOptions& options = {}, const Control& control = {});

/// The vector of units of a combination.
std::vector<std::int64_t> units(const Model& model, const Choices& choices);

/// How many deals are behind a combination.
Count outcomes(const Model& model, const Choices& choices);

/// The first deal behind a combination, or that with the picked way to settle each block.
Deal deal(const Model& model, const Choices& choices, std::span<const std::size_t> picked = {});

}  // namespace parley::bargaining::internal
