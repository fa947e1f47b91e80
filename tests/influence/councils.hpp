#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "parley/influence/council.hpp"

namespace parley::influence {

/// A council of tests/influence/published, by the name of its file without .csv.
Council published(const std::string& name);

/// A reference of tests/influence/published, by the name of its file without .json.
nlohmann::json reference(const std::string& name);

/// A council on one scale from 0 to 100 with a row {position, salience, capability} an actor.
Council council_of(const std::vector<Stand>& stands);

/// With all positions (and the ends and the reference) mirrored on each scale.
Council turned_round(const Council& council);

/// With all capabilities times a factor.
Council with_power_times(const Council& council, double factor);

/// With the actors in another order: the i-th is order[i] of the given ones.
Council reordered(const Council& council, const std::vector<std::size_t>& order);

/// A council drawn from rapidcheck's generators: `actors` actors who all stand on `scales` scales,
/// with saliences whose sums stay below 1. Needs to run inside a property.
Council any_council(std::size_t actors, std::size_t scales);

/// An order of so many actors, drawn likewise.
std::vector<std::size_t> any_order(std::size_t actors);

}  // namespace parley::influence
