#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parley::bargaining {

/// How many deals there are: a whole number of any size, since real plans reach 10^50.
///
/// Not negative; sums and products are exact. Each operation costs at most the product of the
/// lengths in digits.
class Count {
 public:
  Count(std::uint64_t value = 0);  // NOLINT(google-explicit-constructor): a number is a count

  Count& operator+=(const Count& other);
  Count& operator*=(const Count& other);
  friend Count operator+(Count a, const Count& b) { return a += b; }
  friend Count operator*(Count a, const Count& b) { return a *= b; }

  bool is_zero() const { return limbs_.empty(); }

  /// In decimal digits without separators.
  std::string to_string() const;

  /// The nearest double, for shares and estimates; infinity beyond its range.
  double to_double() const;

  friend bool operator==(const Count&, const Count&) = default;
  friend bool operator<(const Count& a, const Count& b);

 private:
  std::vector<std::uint32_t> limbs_;  // base 10^9, least significant first, no leading zeros
};

}  // namespace parley::bargaining
