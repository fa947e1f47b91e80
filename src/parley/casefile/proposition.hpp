#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/base/logic.hpp"
#include "parley/casefile/reference.hpp"

namespace parley::casefile {

/// A statement about a situation, as it was written: `not press_on if (deal or border.freeze)`.
/// What its names may stand for says facts.hpp.
struct Proposition {
  Origin place = {};
  std::string text;
  Formula formula = {};               ///< its atoms are places in `names`
  std::vector<Reference> names = {};  ///< each once, in the order of the text

  /// By what is written; the formula follows from it.
  friend bool operator==(const Proposition& a, const Proposition& b) { return a.text == b.text; }
};

/// Reads one (read_formula); its names have no place yet.
Result<Proposition> read_proposition(std::string_view text);

}  // namespace parley::casefile
