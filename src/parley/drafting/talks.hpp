#pragma once

#include <map>
#include <string>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/drafting/parties.hpp"
#include "parley/drafting/sources.hpp"
#include "parley/drafting/speech_days.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// The drafts of a record, their texts unknown. Mentions with one number of points are one draft.
struct Drafts {
  casefile::Named<casefile::Draft> entries;
  std::map<std::string, std::string> name_of;  ///< the record's id -> the case's name
};
Drafts find_drafts(const record::Record& record, const Sources& sources, const Cast& cast);

/// How parties answered drafts: stands without an issue whose passage holds a mention of a draft or
/// its number of points, with the day where the sentence tells it. Sincerity is guessed as a wide
/// range.
std::vector<casefile::Answer> find_answers(const record::Record& record, const Sources& sources,
                                           const SpeechDays& days, const Cast& cast,
                                           const Drafts& drafts);

/// The meetings of a record. Meetings at one place with two parties in common are one round where
/// their days agree or one is not told. What was held, but has no day, length or outcome, is a
/// mention of talks in general and no round; nor is what a party holds by itself, or what parties
/// hold of which none would sign, which is another dispute's.
std::vector<casefile::Round> find_rounds(const record::Record& record, const Sources& sources,
                                         const Cast& cast);

/// An ISO 8601 duration in words: "PT5H30M" is "5 hours 30 minutes". What is no duration stays as
/// it is.
std::string duration_in_words(std::string_view iso);

}  // namespace parley::drafting::internal
