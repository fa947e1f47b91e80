#pragma once

#include <optional>
#include <vector>

#include "parley/record/event_words.hpp"

namespace parley::record::internal {

/// A deed that was found, with the tokens that decided on it in the order of the text.
struct FoundEvent {
  Deed deed;
  Confidence confidence = Confidence::low;  ///< as EventReading::confidence
  std::size_t verb = 0;  ///< the verb that heads the clause; the noun when there is none
  std::vector<std::size_t> words;
  bool required = false;  ///< by "must", "should": who says so is who asks
};

/// Reads the events that a report's sentences tell (event_class.hpp says how). Holds references
/// only; looks at a bounded number of tokens around each verb.
class EventReader {
 public:
  explicit EventReader(const Grammar& grammar) : at_(grammar) {}

  /// The event of the main clause of a sentence, else of another clause, else of a noun; the first
  /// of each kind. Nothing when there is none.
  std::optional<FoundEvent> main_event(Range sentence) const;

  /// The event that the verb at a token of the sentence tells with its object, modality and
  /// negation; nothing when the token is no verb of an event.
  std::optional<FoundEvent> event_at(std::size_t verb, Range sentence) const;

 private:
  using NounAt = EventWords::NounAt;
  struct Told {
    Deed deed;
    std::vector<std::size_t> words;
    bool offered = false;  ///< by a promise or an offer: "did not promise" refuses nothing
  };
  /// A verb with what stands around it, for the rows of the lexicon that fit its phrase.
  struct Clause {
    std::vector<const EventVerb*> rows;
    std::vector<std::size_t> words;  ///< of the phrase
    std::size_t after = 0;           ///< past the phrase
    Range objects;
    Range sentence;
    std::vector<NounAt> object_nouns;  ///< of a passive verb also those of its subject
    std::vector<NounAt> subject_nouns;
    bool passive = false;
    int depth = 0;
  };

  std::optional<FoundEvent> with_modality(const Told& told, std::size_t verb, Range sentence) const;
  std::optional<FoundEvent> requirement_at(std::size_t modal, Range sentence) const;
  std::optional<Told> told_by_verb(std::size_t verb, Range sentence, int depth) const;
  std::optional<Told> told_by_clause(const Clause& clause) const;
  std::optional<Told> told_by_row(const EventVerb& row, const Clause& clause) const;
  std::optional<Told> told_by_noun(const NounAt& noun, std::size_t last, int depth) const;
  std::optional<Told> told_by_object(const Clause& clause) const;
  std::optional<Told> complement(Range range, const std::vector<NounAt>& subjects, int depth) const;
  static std::optional<Deed> apply(const EventSense& sense, const std::optional<Deed>& of);

  EventWords at_;
};

}  // namespace parley::record::internal
