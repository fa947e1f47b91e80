#pragma once

#include <string>
#include <vector>

#include "parley/record/meeting_clause.hpp"
#include "parley/record/quantities.hpp"
#include "parley/record/times.hpp"

namespace parley::record::internal {

/// The figures that a clause says took part in its meeting, in the order of the text: subjects and
/// objects of "met", who stands behind "between", "with" and "of", and in "Ostrian-Velmari talks".
/// Who is only spoken about, or is a place, takes no part.
std::vector<std::size_t> participants_of(const Reading& reading, const MeetingClause& clause);

/// Where, as the text has it: "Port Sill" of "in Port Sill", of "the Port Sill talks", of
/// "travelled to Port Sill for talks"; empty when the clause does not say.
std::string place_of(const Reading& reading, const MeetingClause& clause);

/// The time that the clause gives the meeting; nothing when it gives none that is known.
const FoundTime* time_of(const MeetingClause& clause, const std::vector<FoundTime>& times,
                         const Reading& reading);

/// How long the meeting lasted; nothing when the clause does not say. A truce's 90 days are not the
/// talks'.
const FoundQuantity* length_of(const MeetingClause& clause,
                               const std::vector<FoundQuantity>& quantities,
                               const Reading& reading);

/// What came of it, in the text's words up to the end of the clause: "without a breakthrough",
/// "failed to agree on a date", "agreed to meet again"; empty when it is not told.
std::string outcome_of(const Reading& reading, const MeetingClause& clause,
                       const Sentence& sentence);

}  // namespace parley::record::internal
