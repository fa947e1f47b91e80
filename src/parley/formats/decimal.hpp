#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::formats::internal {

__extension__ typedef __int128 Int128;

/// A decimal number, exact: a whole number of units of 10^-24, up to 10^13 in size. Made for sums
/// such as 0.1 + 0.2 + 0.7 that must be exactly 1.
struct Decimal {
  Int128 units = 0;

  friend bool operator==(Decimal, Decimal) = default;
  friend auto operator<=>(Decimal, Decimal) = default;
};

/// Reads "0.25", "-3", "1e-3"; nothing for other texts, for more than 24 digits behind the point
/// and for sizes beyond 10^13.
std::optional<Decimal> parse_decimal(std::string_view text);

/// The nearest double.
double to_double(Decimal value);

/// In plain digits without zeros at the end: "0.25".
std::string to_text(Decimal value);

}  // namespace parley::formats::internal
