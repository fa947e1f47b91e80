#pragma once

#include <optional>

#include "parley/record/meeting_words.hpp"
#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// How a text comes to tell of a meeting.
enum class MeetingTrigger {
  noun,   ///< "talks", "a meeting", "a telephone call"
  verb,   ///< "met", "spoke by telephone"
  await,  ///< "expected both delegations in the town on Friday"
  spend,  ///< "spent seven hours there"
};

/// The clause in which a word tells of a meeting: what stands in it may say who met, where and
/// when; what stands outside ("the minister said that …", "… while the army advanced") may not.
struct MeetingClause {
  std::size_t trigger = 0;
  MeetingTrigger kind = MeetingTrigger::noun;
  std::size_t first = 0;         ///< of the clause
  std::size_t last = 0;          ///< past the clause
  std::size_t phrase_first = 0;  ///< of the noun phrase or the verb group of the trigger
  /// The verb that governs the noun, or the trigger itself when it is a verb.
  std::optional<std::size_t> verb;
  bool definite = false;  ///< "the talks", "that meeting": one that was told of
};

/// The clause of the meeting that the word at a token tells of; nothing when it tells of none.
std::optional<MeetingClause> meeting_clause(const Reading& reading, std::size_t token,
                                            const Sentence& sentence);

}  // namespace parley::record::internal
