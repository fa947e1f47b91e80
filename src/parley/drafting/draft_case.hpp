#pragma once

#include <string>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/casefile/case.hpp"
#include "parley/record/record.hpp"

/// The way from the record of some talks to a case about them. What the reports say becomes entries
/// with evidence; what they only suggest (roles, priorities) becomes guesses with an author and a
/// reason; what they do not say stays open, with a comment that says what to fill in.
namespace parley::drafting {

/// Who is named as the author of every guess.
inline constexpr const char* kAuthor = "Parley, from the reports";

/// What the reports leave open at a place of the case.
struct Gap {
  /// Keys from the top ("positions", "russia", "territory"); the place of an entry in a list is its
  /// number from 0. Empty: the case as a whole. A section that the case does not have stands at its
  /// end.
  std::vector<std::string> path;
  std::string comment;  ///< what to fill in, in sentences

  friend bool operator==(const Gap&, const Gap&) = default;
};

struct DraftedCase {
  casefile::Case value;
  std::vector<Gap> gaps;  ///< in the order of the case
};

/// The issues of a catalogue as the record looks for them.
std::vector<record::IssueCues> issue_cues(const casefile::Named<casefile::Issue>& catalogue);

/// A case begun from a record.
///
/// `texts` are the reports' texts by the record's ids. The case passes check_case with warnings at
/// most, and each of its entries has evidence or says who guessed it and why:
/// - reports, in the record's order, as files of reports/; as_of is the latest day of publication
///   that is known, and a comment says so;
/// - parties: states, bodies and groups that take a stand on an issue, meet or write a draft, with
///   their people; roles are guessed (guess_roles in parties.cpp);
/// - issues: those of the catalogue on which a party takes a stand, or whose cues the reports hold,
///   and what the reports say that the talks are about where that is none of them;
/// - positions: a party's stands as statements, dated where their sentence tells the day; an option
///   only where the text names it; no priorities and no rankings, which nobody has estimated;
/// - drafts with points and lineage, their texts unknown; answers to them; meetings as rounds;
/// - differences within and between reports as rival claims.
///
/// Reports about talks always begin a case, however little they say: a side that they do not name
/// has its place kept. Fails with "several-disputes" when the reports have no dispute in common
/// (find_disputes), and with "no-talks" when they tell of no talks. Deterministic; linear in the
/// record but for the pairs of parties.
Result<DraftedCase> draft_case(const record::Record& record, const casefile::Named<Text>& texts,
                               const casefile::Named<casefile::Issue>& catalogue);

/// The text of case.yaml: the case as write_case has it, with a comment at each gap.
std::string write_draft(const DraftedCase& drafted);

}  // namespace parley::drafting
