#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/base/estimate.hpp"
#include "parley/influence/council.hpp"

namespace parley::influence {

/// Where an actor stands and how much it counts, as far as that is known.
struct UncertainStand {
  Estimate position;
  Estimate salience = Estimate::fixed(1);
  Estimate capability = Estimate::fixed(1);
};

struct UncertainActor {
  std::string name;
  std::string description;
  std::vector<std::optional<UncertainStand>> stands;  ///< [scale]
  bool veto = false;
};

/// A council as people know it: every number may be a range.
struct UncertainCouncil {
  std::vector<Scale> scales;
  std::vector<UncertainActor> actors;
};

/// The council in one world. A draw is known by the actor's name, what it is and, but for
/// capabilities, the scale's name; so an actor whose capability is one estimate on all scales has
/// one capability. Positions are cut to the scale, saliences to [0, 1], capabilities at 0.
Council draw(const UncertainCouncil& council, const World& world);

/// The council with each number at its most likely value.
Council most_likely(const UncertainCouncil& council);

/// The council without doubt.
UncertainCouncil certain(const Council& council);

/// Whether any number is a range.
bool is_uncertain(const UncertainCouncil& council);

}  // namespace parley::influence
