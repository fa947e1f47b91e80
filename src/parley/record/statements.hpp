#pragma once

#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// What the quotes and the statements of a report are in the record.
struct Sayings {
  std::vector<Quote> quotes;
  std::vector<Statement> statements;
  std::vector<Range> contents;  ///< the statements' content, in tokens
  std::vector<Range> speakers;  ///< the words that name their speakers, in tokens; may be empty
};

/// The quotes with their speakers, the statements they belong to, and the statements without marks:
/// a verb of saying whose subject is in reach and a content clause (reference/record.md 5.4).
Sayings find_sayings(const Reading& reading);

/// How sure the content of a statement is made to sound, from the words of the clause and the verb
/// that introduces it (7.3): a condition outweighs a negation, that a hedge, that a possibility.
Modality modality_of(const Reading& reading, Range content, const CueVerb* cue);

}  // namespace parley::record::internal
