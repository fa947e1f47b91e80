#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace parley::bargaining::internal {

/// What a search maximises: a concave function of the parties' scores x, increasing in each, over
/// the deals that give every party at least its floor.
///
/// Its bound comes from duality. For any multipliers m >= 0 that fit the function,
///   F(x) <= m x + conjugate(m) for every x at or above the floor,
/// and m x is largest where each block of issues takes its best choice for the weights m.
class Objective {
 public:
  enum class Kind {
    sum,       ///< sum of counted scores
    smallest,  ///< smallest counted score
    log_sum,   ///< sum of logarithms of counted scores
    nearness,  ///< minus the sum of (ideal - x)^2 over all parties; needs x <= ideal
  };

  Kind kind = Kind::smallest;
  std::vector<bool> counted;  ///< parties the function is about; the others only have floors
  std::vector<double> floor;  ///< minus infinity: none
  std::vector<double> ideal;  ///< for nearness

  /// F(x); minus infinity when some floor is missed by more than rounding.
  double value(std::span<const double> x) const;

  /// Multipliers to begin with.
  std::vector<double> start(std::span<const double> x) const;

  /// conjugate(m), and its gradient added to `gradient`.
  double conjugate(std::span<const double> multipliers, std::span<double> gradient) const;

  /// Moves multipliers to the nearest ones that fit; not for the smallest, which has a search of
  /// its own.
  void project(std::span<double> multipliers) const;
};

}  // namespace parley::bargaining::internal
