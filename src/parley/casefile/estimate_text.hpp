#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parley/base/estimate.hpp"

namespace parley::casefile::internal {

/// What is wrong with a written number or range.
struct BadEstimate {
  std::string code;
  std::string message;
  std::string hint;
};

/// A number as people write it: digits, a sign, a point, an exponent, and perhaps a percent sign,
/// which divides by 100. Nothing when the text is not one. "nan" and "inf" give such values.
std::optional<double> read_number(std::string_view text);

/// Reads `40`, `30..45`, `30..40..55`, each with or without percent signs. Either `estimate` or
/// `bad` is set, or neither when the text does not start like a number and may be a word.
struct ReadEstimate {
  std::optional<Estimate> estimate;
  std::optional<BadEstimate> bad;
};
ReadEstimate read_estimate(std::string_view text);

/// The shortest text that reads back as the same number.
std::string number_text(double value);

/// The estimate's word, number or range; `as_percent` writes the numbers with percent signs where
/// they read back as the same. Shape and factors are not part of the text.
enum class NumberStyle { plain, percent };
std::string estimate_text(const Estimate& estimate, NumberStyle style);

}  // namespace parley::casefile::internal
