#pragma once

#include <cstdint>
#include <limits>
#include <optional>
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
};

struct SearchResult {
  std::optional<Choices> best;  ///< nothing when no deal reaches every floor and more than `least`
  double value = -std::numeric_limits<double>::infinity();
  double bound =
      0;  ///< no deal has a larger value; equals value within rounding when all was searched
  std::vector<std::vector<double>> multipliers;  ///< those of the best bounds for all deals
  std::size_t nodes = 0;
};

/// Maximises a concave objective over the deals of a feasible model by branch and bound.
///
/// The bound at a node is the Lagrangian dual over the choices that are left, lowered by
/// subgradient steps towards the best value known (Polyak 1969); each step's own maximiser is tried
/// as a deal. Choices whose reduced cost exceeds what the bound leaves are dropped. Branches on the
/// block whose choice the steps agree on least. Deterministic.
Result<SearchResult> search(const Model& model, const Objective& objective, const Scoring& scoring,
                            const SearchOptions& options = {}, const Control& control = {});

/// The vector of units of a combination.
std::vector<std::int64_t> units(const Model& model, const Choices& choices);

/// The first deal behind a combination.
Deal deal(const Problem& problem, const Model& model, const Choices& choices);

}  // namespace parley::bargaining::internal
