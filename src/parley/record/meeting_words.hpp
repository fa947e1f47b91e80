#pragma once

#include <cstdint>
#include <string_view>

#include "parley/record/named_enum.hpp"

namespace parley::record::internal {

/// What a word says of a meeting (data/lexicon/meetings.tsv, which explains each class).
#define PARLEY_MEETING_WORDS(VALUE) \
  VALUE(noun)                       \
  VALUE(call)                       \
  VALUE(medium)                     \
  VALUE(other)                      \
  VALUE(meet)                       \
  VALUE(coming)                     \
  VALUE(together)                   \
  VALUE(speak)                      \
  VALUE(hold)                       \
  VALUE(present)                    \
  VALUE(cancelled)                  \
  VALUE(planned)                    \
  VALUE(possible) VALUE(refused) VALUE(travel) VALUE(outcome) VALUE(group) VALUE(attack)
PARLEY_NAMED_ENUM(MeetingWord, meeting_word_named, PARLEY_MEETING_WORDS)

/// Whether a word in lower case is of a class; a word may be of several.
bool is_meeting_word(std::string_view lower, MeetingWord word_class);

}  // namespace parley::record::internal
