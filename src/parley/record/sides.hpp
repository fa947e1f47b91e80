#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/record/clause_reading.hpp"
#include "parley/record/reading.hpp"
#include "parley/record/statements.hpp"

namespace parley::record::internal {

/// Whose words a stretch of text is.
struct Voice {
  std::size_t statement = 0;  ///< its place in Sayings
  Range speaker;              ///< the words that name the speaker; may be empty
};

/// Which sides of the talks the phrases of one report stand for: a state or body by its name, a
/// person by the side that he or she speaks for, "the Ostrian delegation", "his government", "both
/// sides", "we".
class Sides {
 public:
  Sides(const Reading& reading, const Sayings& sayings, const ClauseReading& clauses);

  /// The innermost statement whose content holds the token.
  std::optional<Voice> voice_at(std::size_t token) const;
  /// The tokens of that statement's content.
  std::optional<Range> content_at(std::size_t token) const;
  /// The verb of saying of that statement; null where it is no known one.
  const CueVerb* cue_at(std::size_t token) const;
  /// Actor ids of those who say what stands at the token; empty in the narrator's own words and
  /// where nobody known speaks.
  std::vector<std::string> speakers_at(std::size_t token) const { return speakers_at(token, 0); }
  /// Actor ids of those whom the phrase names or refers to, in the order of the text, each once;
  /// empty when it is nobody who can be a party. A person without a side stands for itself.
  std::vector<std::string> of(Range phrase) const { return of(phrase, 0); }
  /// The side of the actor that is mentioned at a token; empty when none is.
  std::string at(std::size_t token) const;
  /// The side of the person whom the report names first; empty when it names none.
  std::string first_person() const;

 private:
  void infer_sides();
  void find_pairs();
  bool speaks_for_a_side(const Figure& person) const;
  std::string office_in_headings(std::string_view head) const;
  std::vector<std::string> speakers_at(std::size_t token, int depth) const;
  std::vector<std::string> of(Range phrase, int depth) const;
  std::vector<std::string> of_pronoun(Range phrase, int depth) const;
  std::vector<std::string> of_owner(Range phrase, int depth) const;
  std::vector<std::string> named_in(Range phrase) const;
  std::vector<std::string> pair_before(std::size_t token) const;
  std::optional<Range> subject_before(std::size_t token) const;
  std::string person_of_sentence_before(std::size_t token, int depth) const;
  std::vector<std::string> subject_of_sentence_before(std::size_t token, int depth) const;
  std::string last_before(std::size_t token, bool body_only) const;
  std::string office_before(Range phrase) const;
  std::string group_before(Range phrase) const;
  bool is_pair(Range phrase) const;
  std::string side_of_figure(std::size_t figure) const;
  std::string_view lower(std::size_t token) const;

  const Reading& reading_;
  const Sayings& sayings_;
  const ClauseReading& clauses_;
  TextMap<std::size_t> figure_of_actor_;
  std::vector<std::string> inferred_;  // by figure: a side that only what it says tells
  std::vector<std::pair<std::size_t, std::vector<std::string>>> pairs_;  // by token, in order
  std::vector<std::string> most_named_;                                  // two or none
  std::string only_state_;  // empty where several are named
};

}  // namespace parley::record::internal
