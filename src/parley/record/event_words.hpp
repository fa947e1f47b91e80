#pragma once

#include <optional>
#include <vector>

#include "parley/record/event_lexicon.hpp"
#include "parley/record/grammar.hpp"

namespace parley::record::internal {

/// Where the verbs, nouns and clauses stand that tell events, by one reading of the grammar. Holds
/// references only; each question looks at a bounded number of tokens.
class EventWords {
 public:
  /// What stands before a verb in its group: "has not been", "will no longer".
  struct Modality {
    std::size_t first = 0;               ///< where the group begins
    std::optional<std::size_t> modal;    ///< "will", "must", "has" of "has to"
    bool must = false;                   ///< the modal requires; else it speaks of what is to come
    bool passive = false;                ///< "was", "been", "got"
    bool undecided = false;              ///< "neither accepted nor refused"
    std::vector<std::size_t> negations;  ///< "not", "never", "no" of "no longer"
  };
  /// A noun of the event lexicon: tokens [first, last).
  struct NounAt {
    const EventNoun* noun = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
  };

  explicit EventWords(const Grammar& grammar) : grammar_(grammar), words_(grammar.words()) {}

  const Grammar& grammar() const { return grammar_; }
  /// The token in lower case; empty past the end.
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  /// True for a form of an event verb that can be a verb where it stands; `floor` is where its
  /// sentence begins.
  bool is_verb(std::size_t i, std::size_t floor) const;
  Modality modality_of(std::size_t verb, std::size_t floor) const;
  /// True when the verb stands in a clause that hangs on another ("who fled", "because it fired"),
  /// or is a participle or infinitive of its own.
  bool is_subordinate(std::size_t verb, std::size_t floor) const;
  /// Past the words that make a phrase with the verb before `after` ("call" "for"), adverbs and
  /// times allowed between; nothing when they are not there.
  std::optional<std::size_t> past_phrase(const std::vector<std::string>& rest, std::size_t after,
                                         std::size_t last) const;

  std::optional<NounAt> noun_at(std::size_t i, std::size_t last) const;
  /// The nouns of a range; of a compound ("ceasefire talks") the last.
  std::vector<NounAt> nouns_in(Range range) const;
  /// From behind a verb to the next verb or the end of the clause.
  Range object_range(std::size_t first, std::size_t last) const;
  /// From the start of the clause to a verb group.
  Range subject_range(std::size_t group, std::size_t floor) const;
  /// True where a complement ends: a stop, or a word that begins a clause of circumstance.
  bool ends_complement(std::size_t i) const;

 private:
  bool is(std::size_t i, WordClass word_class) const { return lexicon().is(lower(i), word_class); }
  bool is_stop(std::size_t i) const;
  bool joins_clause(std::size_t i) const;
  bool has_finite(std::size_t floor) const;
  bool is_tagged_verb(std::size_t i, std::size_t before, std::size_t floor, VerbForm form) const;

  const Grammar& grammar_;
  const Words& words_;
};

}  // namespace parley::record::internal
