#pragma once

#include <optional>
#include <string>

#include "parley/bargaining/problem.hpp"

namespace parley::formats::internal {

/// Why the problem's interactions tie more together than can be looked at, in a sentence; nothing
/// when they do not. Bounds time and memory: at most 200,000 combinations of the options of issues
/// that are tied, and combinations times interactions at most 2 * 10^8.
std::optional<std::string> too_tied(const bargaining::Problem& problem);

/// How the cut of a party's utility to at most 1 was taken into the problem.
enum class Cap {
  never_binds,
  exact,    ///< each deal above 1 got an interaction that takes away what is too much
  not_cut,  ///< there are too many of them: utilities above 1 stay as they are
};

/// Cuts a party's utility to at most 1, as GENIUS does. The deals above 1 are found by going
/// through the issues with a bound on what the rest can add.
Cap cap_at_one(bargaining::Problem& problem, std::size_t party);

}  // namespace parley::formats::internal
