#pragma once

#include <optional>
#include <vector>

#include "parley/record/event_lexicon.hpp"
#include "parley/record/grammar.hpp"

namespace parley::record::internal {

/// A deed that was found, with the tokens that decided on it in the order of the text.
struct FoundEvent {
  Deed deed;
  Confidence confidence = Confidence::low;
  std::size_t verb = 0;  ///< the verb that heads the clause; the noun when there is none
  std::vector<std::size_t> words;
};

/// Reads the events that a report's sentences tell (event_class.hpp says how). Holds references
/// only; looks at a bounded number of tokens around each verb.
class EventReader {
 public:
  explicit EventReader(const Grammar& grammar) : grammar_(grammar), words_(grammar.words()) {}

  /// The event of the main clause of tokens [first, last), else of another clause, else of a noun;
  /// the first of each kind. Nothing when there is none.
  std::optional<FoundEvent> main_event(Range sentence) const;

  /// The event that the verb at a token tells with its object, modality and negation; nothing when
  /// the token is no verb of an event.
  std::optional<FoundEvent> event_at(std::size_t verb, Range sentence) const;

 private:
  struct Told {
    Deed deed;
    std::vector<std::size_t> words;
  };
  /// What stands before a verb in its group: "has not been", "will no longer".
  struct Modality {
    std::size_t first = 0;  ///< where the group begins
    bool future = false;
    bool must = false;
    bool conditional = false;
    bool passive = false;
    std::vector<std::size_t> negation;
    std::optional<std::size_t> modal;
  };
  struct NounAt {
    const EventNoun* noun = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
  };

  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  bool is_word(std::size_t i, WordClass word_class) const {
    return lexicon().is(lower(i), word_class);
  }

  bool is_verb_at(std::size_t i, std::size_t floor) const;
  bool is_clause_end(std::size_t i) const;
  bool is_subordinate(std::size_t verb, std::size_t floor) const;
  Modality modality_before(std::size_t verb, std::size_t floor) const;
  std::optional<std::size_t> match(const EventVerb& verb, std::size_t after,
                                   std::size_t last) const;
  std::optional<NounAt> noun_at(std::size_t i, std::size_t last) const;
  std::vector<NounAt> nouns_in(Range range) const;
  Range object_range(std::size_t first, std::size_t last) const;
  Range subject_range(std::size_t group, std::size_t floor) const;

  std::optional<Told> told_by_verb(std::size_t verb, Range sentence, int depth) const;
  std::optional<Told> told_by_noun(const NounAt& noun, std::size_t last, int depth) const;
  std::optional<Told> told_by_sense(const EventSense& sense, std::vector<std::size_t> words,
                                    const std::optional<Told>& complement) const;
  std::optional<Told> complement(Range range, const std::vector<NounAt>& subjects, int depth) const;
  std::optional<Told> with_modality(std::optional<Told> told, const Modality& modality) const;

  const Grammar& grammar_;
  const Words& words_;
};

}  // namespace parley::record::internal
