#pragma once

#include "parley/base/json.hpp"
#include "scoring/gold.hpp"
#include "scoring/tally.hpp"

namespace parley::scoring {

/// Compares a record of one report with what is to be found in it, list by list.
///
/// Items are paired one to one, the greatest overlap of spans first, where they fit. What is paired
/// with an optional item, or only overlaps one, counts neither for nor against. The measures, and
/// when two items fit:
///
///  - quotes: the spans are equal but for commas and stops at the end
///  - speakers: the spans overlap by half of their union and the speaker is the same actor; quotes
///    without a speaker count on neither side
///  - speakers (high): as speakers, counting only what the record is highly confident of as found
///  - cues: the spans overlap by half and one cue contains the other
///  - statements: indirect and mixed ones; overlap by half, same speaker
///  - modality: of the statements so paired, those with the right modality
///  - people: persons among the actors who have a proper name, by name
///  - roles: of the people so paired, the roles of the gold whose time flag and last word, the head
///  of
///    the title, agree with a role in the record
///  - meetings: same status, and one of the record's pieces of evidence overlaps
///  - drafts: same number of points; drafts without a number are not counted
///  - quantities: the spans overlap, same kind, bounds within 2 % (times in hours); open bounds
///  agree with any
///  - times: the spans overlap and the same days are covered; durations are not counted
///  - stances: the spans overlap, same party, issue and stance
///  - stances (issue): the same without the stance
///  - conditions: of the stances so paired, those whose condition overlaps the gold's
Score score_report(const GoldReport& gold, const Json& record);

/// Compares the relations of a record of several reports with a group's.
///
/// Two relations fit when their kind is the same and their ends overlap, in either order.
/// "relations" counts wording, version_chain, contradiction, attribution and name_variant;
/// "agreements" counts agreement and near_agreement, whose precision says little, since nobody
/// lists every agreement; "same wire" the reports that copy another. A row for each kind follows.
Score score_relations(const GoldGroup& group, const Json& record);

}  // namespace parley::scoring
