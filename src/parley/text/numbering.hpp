#pragma once

#include <string>
#include <string_view>

namespace parley::text::internal {

/// How a list counts. `bullet` shows no number.
enum class Counting { bullet, decimal, lower_letter, upper_letter, lower_roman, upper_roman };

/// A number as it is counted: 3 as "3", "c", "III"; after "z" comes "aa", then "bb", as in Word and
/// OpenDocument. Empty for a bullet and below 1; Roman beyond 3,999 as a decimal.
std::string counted(int number, Counting counting);

/// The whole number that a text begins with, else another.
int number_of(std::string_view text, int otherwise);

}  // namespace parley::text::internal
