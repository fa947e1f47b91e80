#pragma once

#include <vector>

#include "parley/record/clause_reading.hpp"

namespace parley::record::internal {

/// A clause or phrase that what stands beside it depends on.
struct Condition {
  Range tokens;  ///< with its marker
  /// Counts only for what is refused: "will not sign until …", "nothing without …", while "fought
  /// until …" tells a time.
  bool only_if_negated = false;
  /// False for "asked whether they would …" and "even if they …": nothing in it is said, and
  /// nothing depends on it.
  bool binds = true;
};

/// The conditions of a sentence (reference/record.md 7.2 rule 9), in order and without overlap:
/// "if …", "unless …", "provided that …", "on condition that …", "until …", "once …", "in return
/// for …", "subject to …", "should they refuse". One that begins within a quotation ends with it.
std::vector<Condition> conditions_of(const ClauseReading& clauses, const Words& words,
                                     const Sentence& sentence);

}  // namespace parley::record::internal
