#pragma once

#include <cstdint>
#include <span>

namespace parley::bargaining::internal {

/// Utilities as whole numbers of a unit, so that sums do not depend on their order and ties are
/// exact.
///
/// The unit is 1 / units_per_one. Where all contributions are fractions with a common denominator
/// up to 10^12 (decimals and their products and quotients are), it is that denominator, and every
/// sum is exact. Otherwise it is a power of two so small that rounding changes a contribution by
/// less than 10^-15 of the scale.
class Scale {
 public:
  /// `contributions`: everything that may be added up to a utility; finite.
  static Scale of(std::span<const double> contributions);

  std::int64_t to_units(double value) const;
  double to_value(std::int64_t units) const { return static_cast<double>(units) / per_one_; }
  double units_per_one() const { return per_one_; }

 private:
  explicit Scale(double per_one) : per_one_(per_one) {}
  double per_one_;
};

}  // namespace parley::bargaining::internal
