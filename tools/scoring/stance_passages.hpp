#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/base/text.hpp"

namespace parley::scoring {

/// A marked piece of a passage (data/training/stances/README.md).
struct StanceMark {
  std::vector<std::string> kinds;   ///< the better first; "none" and "reading" among them
  std::vector<std::string> issues;  ///< likewise; of a reading what is read; may be empty
  std::string option;
  std::vector<std::string> holders;  ///< words of the passage; empty for "-"
  std::string target;                ///< words of the passage; of a reading its subject
  std::size_t begin = 0;             ///< bytes of the passage's text
  std::size_t end = 0;
};

/// A passage of one to three sentences without its marks.
struct StancePassage {
  std::string text;
  std::string talks;
  std::string style;
  std::vector<StanceMark> marks;  ///< in the order of the text
  std::vector<Span> conditions;   ///< bytes of the text
  std::size_t line = 0;           ///< of its file, from 1
};

/// The passages of a training file, in order. Every break of the guide's rules is an error with its
/// line: "stance-mark" (marks that do not balance, unknown kinds, a number of fields, no words),
/// "stance-words" (a holder or target that does not stand in the passage), "stance-passage" (no
/// @talks or @style above, an unknown style, a length outside 3 to 90 words, a text that was there
/// before).
Result<std::vector<StancePassage>> read_stance_passages(const std::string& text,
                                                        const std::string& file);

}  // namespace parley::scoring
