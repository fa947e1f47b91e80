#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// The zone of agreement: the deals that meet every demand of each party whose consent they need,
/// and every fact.
struct Zone {
  bool exists = false;
  /// How many deals; nothing when counting them would take too long.
  std::optional<Count> outcomes;
  /// A deal of the zone, when there is one.
  std::optional<Deal> example;
  /// Parties that every deal needs and whose reservation value exceeds the best they could get in
  /// any allowed deal: one that breaks no fact, and no red line or linkage of a party it needs.
  std::vector<std::size_t> out_of_reach;
};

/// Whether there is a zone, always exactly, and its size where at most `most_steps` partial deals
/// must be looked at; with 0 it is not counted.
Result<Zone> zone(const Problem& problem, std::size_t most_steps = 20'000'000,
                  const Control& control = {});

}  // namespace parley::bargaining
