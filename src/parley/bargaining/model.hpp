#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/bargaining/demand.hpp"
#include "parley/bargaining/scale.hpp"

namespace parley::bargaining::internal {

/// Which demands are in force, and whose acts may be taken; see parts.hpp.
struct InForce {
  std::vector<bool> red_lines;
  std::vector<bool> reservations;  ///< by party
  std::vector<bool> linkages;
  std::vector<bool> idle;      ///< by party: none of its acts may be taken
  std::vector<bool> acting;    ///< by party: at least one of its acts must be
  std::vector<bool> measured;  ///< by party: its utility is looked at, even where it binds nobody

  /// All demands, of parties that are always asked and of those that may be.
  static InForce all(const Problem& problem);
  std::vector<bool>::reference operator[](Demand demand);
  bool operator[](Demand demand) const;
};

/// Ways to settle the issues of a block that give the consenting parties the same.
struct Choice {
  std::vector<std::vector<std::size_t>>
      combinations;  ///< options in the order of the block's issues
  Count count;       ///< of all of them, listed or not
};

/// Issues that are tied together, directly or through others; often a single one.
struct Block {
  std::vector<std::size_t> issues;
  std::vector<Choice> choices;      ///< only those that no other choice dominates
  std::vector<std::int64_t> units;  ///< [choice * width + party]: what each choice adds
  Count combinations;  ///< that break no red line and no linkage, dominated ones included
  std::vector<std::int64_t> best;  ///< by party, over those
  std::vector<std::int64_t> worst;
};

/// A problem as the algorithms see it: vectors of whole numbers and blocks. The first coordinates
/// are the utilities of the parties that every deal needs, in units: what frontier and solutions
/// are about. The others only have floors to reach: the utilities of parties that are asked for
/// their acts, and how many acts of such a party a deal holds. When it is not feasible, nothing but
/// parties and scales may be looked at.
struct Model {
  std::vector<std::size_t> parties;  ///< whose the coordinate is: positions in the problem
  std::size_t counted = 0;           ///< so many coordinates come first
  std::vector<bool> acts;            ///< whether it counts acts
  std::vector<Scale> scales;         ///< by coordinate, like all below
  std::vector<Block> blocks;
  std::vector<std::int64_t> best;  ///< over deals that break no red line and no linkage
  std::vector<std::int64_t> worst;
  /// The same over all allowed deals of the problem, where the model is one of its parts.
  std::vector<std::int64_t> ideal;
  std::vector<std::int64_t> nadir;
  /// The smallest utility that is as good as no deal; nothing when any deal is.
  std::vector<std::optional<std::int64_t>> floor;
  std::vector<double> disagreement;  ///< in units, exactly the reservation value, else the nadir
  std::vector<double> equal;         ///< utilities closer than this are: tolerance(), in units
  bool feasible = true;              ///< whether any deal breaks no red line and no linkage

  std::size_t width() const { return parties.size(); }
  /// What scores of the order of 1 are measured in: the span from nadir to ideal in units, or the
  /// size of the only utility there is.
  double span(std::size_t coordinate) const;
};

struct ModelOptions {
  std::size_t most_entries = 2'000'000;  ///< partial combinations of one block held at once
  std::size_t most_deals = 8;            ///< combinations listed of one choice
};

/// Fails with "block-too-large" when a block needs more than most_entries, or more than
/// kMostContexts (see sweep.hpp).
Result<Model> build_model(const Problem& problem, const InForce& in_force,
                          const ModelOptions& options = {});

/// All demands in force.
Result<Model> build_model(const Problem& problem, const ModelOptions& options = {});

}  // namespace parley::bargaining::internal
