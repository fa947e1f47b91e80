#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parley/record/clause_reading.hpp"
#include "parley/record/conditions.hpp"
#include "parley/record/issue_finder.hpp"
#include "parley/record/sides.hpp"
#include "parley/record/stance_words.hpp"

namespace parley::record::internal {

/// Kinds of topic in data/lexicon/topics.tsv.
#define PARLEY_TOPICS(VALUE) \
  VALUE(talks) VALUE(back) VALUE(force) VALUE(answer) VALUE(war) VALUE(part)
PARLEY_NAMED_ENUM(TopicWord, topic_word_named, PARLEY_TOPICS)

/// What a stance is about: an issue, or the talks or a draft as a whole.
struct Topic {
  std::optional<std::size_t> issue;  ///< of the catalogue
  bool known = false;                ///< false when it is about nothing of the talks
};

/// A stance as one clause tells it, before it is known whether it is anybody's.
struct Claim {
  StanceKind stance = StanceKind::open;
  std::string plover;
  std::vector<std::string> parties;
  std::size_t verb = 0;          ///< the verb or noun that tells it
  std::size_t first = 0;         ///< of its group
  std::optional<Range> subject;  ///< right before it, if anywhere
  Range clause;                  ///< from the object to the clause's end
  Range object;                  ///< the clause without what qualifies it
  Topic topic;
  std::optional<Range> condition;
  bool negated = false;
  bool tentative = false;  ///< may, might, could
  bool past = false;       ///< an act that was done, which others may report
  bool saying = false;     ///< gives way to a stance in the clause that it introduces
};

/// One sentence of a report as the finders of stances read it: its clauses, who they are said of,
/// and what they are about.
class StanceText {
 public:
  StanceText(const Reading& reading, const ClauseReading& its_clauses, const Sides& its_sides,
             const IssueFinder& issues);

  /// Goes on to another sentence.
  void read(const Sentence& next);

  std::string_view lower(std::size_t i) const {
    return i < words.tokens.size() ? words.tokens[i].lower : std::string_view();
  }
  std::string_view text(std::size_t i) const {
    return i < words.tokens.size() ? words.tokens[i].text : std::string_view();
  }
  bool is(std::size_t i, WordClass word_class) const { return lexicon().is(lower(i), word_class); }
  /// The words of the sentence from a token on.
  StanceLexicon::WordAt words_from(std::size_t i) const;
  /// True when a word of the tokens begins with one of the topic's.
  bool names(Range tokens, TopicWord topic) const;

  /// Within a condition or an inner question: what stands there is nobody's stance.
  bool is_hypothetical(std::size_t i) const;
  /// Within a sentence that ends with a question mark.
  bool is_asked(std::size_t i) const;

  /// True for what a plan would have done: behind "under the draft", in a numbered point.
  bool is_term_of_plan(std::size_t token) const;

  /// Who does what a verb says: its subject, or the agent of a passive.
  std::vector<std::string> holders_of(const VerbGroup& verb) const;
  /// The subject, which must be within the quotation where the verb stands in the midst of one.
  std::optional<Range> subject_of(const VerbGroup& verb) const;
  /// "will", "would" …, also where it stands apart: "would, she said, sign"; empty for none.
  std::string_view modal_of(const VerbGroup& verb) const;

  /// From a verb's object to where its clause ends, conditions included.
  Range clause_from(std::size_t object) const;
  /// The clause up to the condition or subordinate clause that ends it.
  Range object_in(Range clause) const;
  /// Past ", subject to approval," and "on Thursday" between a verb and what it is about.
  std::size_t past_aside(std::size_t i) const;
  /// Where the clause begins that the token is in: after a comma, "that" or a mark.
  std::size_t start_of_clause(std::size_t i) const;
  /// The condition of a verb, in its clause or right before it.
  std::optional<Range> condition_of(const VerbGroup& verb, Range clause, StanceKind stance) const;
  const Condition* condition_at(std::size_t i) const;
  /// Whether a clause that began at `begin` ends before the token.
  bool ends_clause(std::size_t i, std::size_t begin) const;

  /// The issue that the tokens, or the point of a plan that they name, are about, else the talks.
  Topic topic_in(Range tokens) const;
  /// True for "it" and "the proposal": what was named before.
  bool refers_back(Range object) const;
  std::optional<std::size_t> issue_in(Range tokens) const {
    return issues_.issue_in(words, tokens);
  }

  const Words& words;
  const ClauseReading& clauses;
  const Sides& sides;
  Sentence sentence;
  bool numbered = false;      ///< whether its paragraph is a numbered point
  std::size_t paragraph = 0;  ///< the first token of the sentence's paragraph
  std::vector<Condition> conditions;
  Topic before;  ///< of the last stance of the paragraph

 private:
  std::optional<std::size_t> issue_of_point(Range tokens) const;
  bool begins_clause(std::size_t i) const;
  bool begins_attribution(std::size_t i) const;
  bool closes_quote_of(std::size_t mark, std::size_t begin) const;
  bool is_apart(std::size_t first, std::size_t last) const;
  bool has_finite(std::size_t first, std::size_t last) const;

  const IssueFinder& issues_;
  std::set<std::size_t> points_at_;  // blocks
  TextMap<Range> points_;            // "7" -> the report's point 7
};

}  // namespace parley::record::internal
