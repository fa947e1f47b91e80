#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/conflict/model.hpp"

namespace parley::conflict {

/// The combinations of options that can be: those that meet no condition of `infeasible`,
/// ascending.
///
/// Options that no condition ties together are looked at apart, so what is refused is refused
/// before anything is listed. Fails with "no-states" when every combination is ruled out, with
/// "too-many-states" beyond kMostStates, and with "too-hard" when the conditions are so entangled
/// that 100,000,000 partial combinations do not settle them. States that coincide are not merged
/// here.
Result<std::vector<Taken>> feasible_states(const GraphModel& model);

/// How many of all 2^options combinations each condition of `infeasible` rules out by itself;
/// nothing where counting them would take too long.
std::vector<std::optional<std::uint64_t>> ruled_out(const GraphModel& model);

}  // namespace parley::conflict
