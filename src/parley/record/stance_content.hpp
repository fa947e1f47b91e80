#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/record/stance_candidates.hpp"
#include "parley/record/stance_model.hpp"

namespace parley::record::internal {

/// A candidate with what the model makes of it.
struct JudgedClause {
  StanceCandidate candidate;
  StanceScores scores;
};

/// A stance that the content of one clause, or of several that follow each other, tells.
struct ContentStance {
  StanceKind stance = StanceKind::open;
  std::vector<std::string> parties;
  Range tokens;
  Topic topic;
  std::optional<Range> condition;
  std::optional<std::size_t> statement;  ///< by its place in Sayings
  bool negated = false;
  Confidence confidence = Confidence::low;
};

/// The stances of the sentence that `text` has read: of each clause the likeliest holder's where
/// the model is surer than its threshold, unless the clause is a question, a condition or a term of
/// somebody's plan. Like stances of clauses that follow each other are one. In the order of the
/// text.
std::vector<ContentStance> stances_by_content(const StanceText& text, const StanceModel& model,
                                              std::vector<JudgedClause> clauses);

}  // namespace parley::record::internal
