#pragma once

#include "parley/casefile/case.hpp"
#include "parley/drafting/parties.hpp"
#include "parley/drafting/sources.hpp"
#include "parley/drafting/speech_days.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// The issues of the catalogue that the reports touch, in the catalogue's order: those on which a
/// party takes a stand, and those whose cues begin two words of the reports or more, since no cue
/// is enough by itself; where there is none of these, those whose cues begin one word.
///
/// Where no party takes a stand on any of them, an issue of the reports' own comes first: what they
/// say the talks are about (find_subject), else the terms of a deal as a whole. Its options are
/// what each signatory wants and what lies between.
casefile::Named<casefile::Issue> find_issues(const record::Record& record,
                                             const casefile::Named<Text>& texts,
                                             const casefile::Named<casefile::Issue>& catalogue,
                                             const Cast& cast);

/// The option of an issue that a text names: the only one of which every word of the name is the
/// beginning of a word of the text (words of up to three letters do not count, of longer ones the
/// first six letters). Nothing when there is none, or several.
std::optional<std::string> named_option(const casefile::Issue& issue, std::string_view text);

/// Party -> issue -> what it says there, each with its day where the sentence tells it. A stand
/// within the passage of another on the same issue is part of that one; threats are no positions.
/// Priorities and rankings stay open, since nobody has estimated them. A red line is written only
/// where a party rejects an option that the text names, with even to high odds that it is meant.
casefile::Named<casefile::Named<casefile::Position>> find_positions(
    const record::Record& record, const Sources& sources, const SpeechDays& days,
    const casefile::Named<casefile::Issue>& issues, const Cast& cast);

}  // namespace parley::drafting::internal
