#pragma once

#include <cstddef>
#include <vector>

namespace parley::influence {

/// Positions of all actors after a round, the first scale of each actor first.
using Positions = std::vector<double>;

/// How a course of rounds ends.
struct Settling {
  enum class Kind {
    fixed_point,  ///< the last round changed nothing
    cycle,        ///< a former round came again; it goes round for ever
    unsettled,    ///< neither, as far as was looked
  };
  Kind kind = Kind::unsettled;
  std::size_t from = 0;    ///< the round from which it stays or goes round
  std::size_t period = 0;  ///< rounds of a cycle; 1 of a fixed point; 0 when unsettled
};

/// Looks whether the last of the rounds is one of the former, each number within `tolerance`.
Settling settling(const std::vector<Positions>& rounds, double tolerance);

}  // namespace parley::influence
