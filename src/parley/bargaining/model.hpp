#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/bargaining/demand.hpp"
#include "parley/bargaining/scale.hpp"

namespace parley::bargaining::internal {

/// Which demands are in force; explain() leaves some out.
struct InForce {
  std::vector<bool> red_lines;
  std::vector<bool> reservations;  ///< by party
  std::vector<bool> linkages;

  static InForce all(const Problem& problem);
  std::vector<bool>::reference operator[](Demand demand);
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

/// A problem as the algorithms see it: parties whose consent is needed, utilities in units, blocks.
/// When it is not feasible, nothing but parties and scales may be looked at.
struct Model {
  std::vector<std::size_t> parties;  ///< positions in the problem of those whose consent is needed
  std::vector<Scale> scales;         ///< by party here, like all below
  std::vector<Block> blocks;
  std::vector<std::int64_t> best;  ///< over deals that break no red line and no linkage
  std::vector<std::int64_t> worst;
  /// The smallest utility that is as good as no deal; nothing when any deal is.
  std::vector<std::optional<std::int64_t>> floor;
  std::vector<double> disagreement;  ///< in units, exactly the reservation value, else the worst
  bool feasible = true;              ///< whether any deal breaks no red line and no linkage

  std::size_t width() const { return parties.size(); }
  /// What scores of the order of 1 are measured in: the span of the party's utilities in units, or
  /// the size of the only one it has.
  double span(std::size_t party) const;
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

/// A block's distinct vectors of units with how many combinations give each, dominated ones
/// included; nothing when there are more than `most`.
struct Tally {
  std::vector<std::int64_t> units;
  std::vector<Count> counts;
};
std::optional<Tally> tally(const Problem& problem, const InForce& in_force, const Model& model,
                           const Block& block, std::size_t most);

}  // namespace parley::bargaining::internal
