#include "parley/record/stance_content.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr float kHigh = 0.75F;  // from here a stance is of high confidence
constexpr float kModerate = 0.5F;
constexpr float kOffIssue = 0.25F;  // so much surer where the clause touches no issue

std::size_t best_class(const StanceScores& scores) {
  const auto first = scores.begin() + kFirstStance;
  const auto last = scores.begin() + kReadingClass;
  return static_cast<std::size_t>(std::max_element(first, last) - scores.begin());
}

float best_score(const JudgedClause& clause) { return clause.scores[best_class(clause.scores)]; }

// "Under the draft Ostria would …", "4. Ostria gives up …", the narrator's "Ostria would …".
bool is_term_of_plan(const StanceText& text, const StanceCandidate& candidate) {
  if (text.is_term_of_plan(candidate.clause.first + 1)) return true;
  return candidate.verb != nullptr && !candidate.statement &&
         candidate.role != HolderRole::speaker && text.modal_of(*candidate.verb) == "would" &&
         !text.words.quoted[candidate.clause.first];
}

// Nothing is said in a question, nor in a clause that is a condition throughout, nor by "neither".
bool is_void(const StanceText& text, const StanceCandidate& candidate) {
  constexpr std::size_t kShortest = 3;  // tokens
  const Range clause = candidate.clause;
  if (text.is_asked(clause.first) || clause.size() < kShortest) return true;
  if (is_term_of_plan(text, candidate)) return true;
  for (std::size_t i = clause.first; i < clause.last && i < clause.first + 2; ++i) {
    if (text.lower(i) == "neither" || text.lower(i) == "nor") return true;
  }
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    if (!text.is_hypothetical(i)) return false;
  }
  return true;
}

// In the clause or right beside it.
std::optional<Range> condition_near(const StanceText& text, Range clause) {
  for (const Condition& each : text.conditions) {
    if (!each.binds || each.only_if_negated) continue;
    if (each.tokens.first <= clause.last + 1 && clause.first <= each.tokens.last + 1)
      return each.tokens;
  }
  return std::nullopt;
}

ContentStance stance_of(const StanceText& text, const JudgedClause& judged) {
  const StanceCandidate& candidate = judged.candidate;
  ContentStance made;
  made.stance = static_cast<StanceKind>(best_class(judged.scores) - kFirstStance);
  made.parties = candidate.parties;
  made.tokens = candidate.clause;
  made.topic = text.topic_in(candidate.clause);
  made.condition = condition_near(text, candidate.clause);
  made.statement = candidate.statement;
  made.negated = candidate.verb != nullptr && candidate.verb->negation.has_value();
  const float score = best_score(judged);
  made.confidence = score >= kHigh       ? Confidence::high
                    : score >= kModerate ? Confidence::moderate
                                         : Confidence::low;
  return made;
}

// The same stance goes on.
bool continues(const ContentStance& before, const ContentStance& next) {
  constexpr std::size_t kApart = 2;  // tokens between: a comma, "and"
  return before.stance == next.stance && before.parties == next.parties &&
         next.tokens.first <= before.tokens.last + kApart &&
         (before.topic.issue == next.topic.issue || !next.topic.issue || !before.topic.issue);
}

}  // namespace

std::vector<ContentStance> stances_by_content(const StanceText& text, const StanceModel& model,
                                              std::vector<JudgedClause> clauses) {
  std::vector<ContentStance> found;
  for (std::size_t first = 0; first < clauses.size();) {
    const Range clause = clauses[first].candidate.clause;
    const bool on_issue = text.topic_in(clause).issue.has_value();
    const float least = model.threshold() + (on_issue ? 0 : kOffIssue);
    std::optional<std::size_t> best;
    std::size_t next = first;
    for (; next < clauses.size() && clauses[next].candidate.clause == clause; ++next) {
      const bool known = clauses[next].candidate.parties.size() == 1;
      if (known && best_score(clauses[next]) >= least &&
          (!best || best_score(clauses[next]) > best_score(clauses[*best])))
        best = next;
    }
    first = next;
    if (!best || is_void(text, clauses[*best].candidate)) continue;
    ContentStance made = stance_of(text, clauses[*best]);
    if (!found.empty() && continues(found.back(), made)) {
      found.back().tokens.last = made.tokens.last;
      found.back().confidence = std::max(found.back().confidence, made.confidence);
      if (!found.back().topic.issue) found.back().topic = made.topic;
      if (!found.back().condition) found.back().condition = made.condition;
    } else {
      found.push_back(std::move(made));
    }
  }
  return found;
}

}  // namespace parley::record::internal
