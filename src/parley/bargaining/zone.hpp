#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/bargaining/deal.hpp"
#include "parley/base/parallel.hpp"

namespace parley::bargaining {

/// The zone of agreement: the deals that meet every demand and every linkage.
struct Zone {
  bool exists = false;
  /// How many deals; nothing when counting them would take too long.
  std::optional<Count> outcomes;
  /// A deal of the zone, when there is one.
  std::optional<Deal> example;
  /// Parties whose reservation value exceeds the best they could get in any allowed deal.
  std::vector<std::size_t> out_of_reach;
};

/// Whether there is a zone, always exactly, and its size where at most `most_steps` partial deals
/// must be looked at.
Result<Zone> zone(const Problem& problem, std::size_t most_steps = 20'000'000,
                  const Control& control = {});

}  // namespace parley::bargaining
