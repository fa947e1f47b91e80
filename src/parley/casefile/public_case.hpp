#pragma once

#include "parley/base/result.hpp"
#include "parley/casefile/case.hpp"

namespace parley::casefile {

struct PublicCase {
  Case value;
  Diagnostics warnings;  ///< on what was left out besides the confidential entries, and why
};

/// The case as it would have been written without its confidential entries, so that nothing made
/// from it shows them or lets one infer them.
///
/// With a confidential entry goes all that rests on it or speaks of it:
/// - with a report, the evidence in it; an entry, statement or claim that loses all its evidence
///   goes, even one that gives a reason besides, since the reason may tell of the report;
/// - with a party, its positions, no-deal value, answers, moves, outlook and linkages, its people
///   and its part in drafts, rounds and events; a round that fewer than two others attended;
/// - with an issue, the positions and terms on it and the linkages that touch it;
/// - with a draft, the answers to it and the comparisons with it; a no-deal value that was known by
///   such comparisons alone goes;
/// - with a term of a draft, nothing else: the issue joins those on which the text is not known;
/// - with a move, the statements of outlooks that name it;
/// - with a claim, all claims on its topic;
/// - factors that no estimate uses any more.
///
/// What people wrote in their own words (notes, outcomes, reasons, claims, what a party says) is
/// left out where it names what is confidential (ConfidentialWords); `warnings` says of each that
/// it was
/// ("withheld"). Where a name, title or id of an open entry does, there is no way to show the
/// entry: fails with "names-confidential" for each. A report that is not confidential is public in
/// full, whatever it names; it is warned of ("report-names-confidential").
///
/// A case that passes the check still does, unless no party or no issue is left. A case without
/// confidential entries comes back as it is.
Result<PublicCase> for_public(const Case& full);

}  // namespace parley::casefile
