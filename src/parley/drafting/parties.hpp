#pragma once

#include <map>
#include <string>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/drafting/sources.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// The parties of a case, and which of them each actor of the record belongs to.
struct Cast {
  casefile::Named<casefile::Party> parties;
  std::map<std::string, std::string> party_of;  ///< actor id -> party; none for who has no party
  std::vector<std::string> bystanders;  ///< bodies that are named or speak and do nothing else
  std::vector<std::string> sideless;    ///< people who take part and whose side no report tells

  /// The parties of some actors, each once, in the order given.
  std::vector<casefile::Reference> of(const std::vector<std::string>& actors) const;
};

/// Who takes a stand, meets or writes a draft, with the people who act for them.
///
/// Roles are guesses of this project, each told in the party's note. What the reports say outright
/// comes first (find_told_roles): the two bodies that they set most against each other are the
/// signatories, also when nothing else is told of one of them, and one that they call a mediator
/// more often than half as often as they set it against others is one, as is a person who mediates
/// and speaks for nobody. Else a mediator stands
/// between others: it meets, or writes drafts with, two parties that each take stands on at least
/// as many issues as itself, and wrote a draft alone, sends an envoy, or is the only one of the
/// three to meet both (a broker in the sense of Gould & Fernandez 1989, "Structures of mediation",
/// Sociological Methodology 19:89-126). Of the others the two that meet and talk most with each
/// other are the signatories, else those that meet, write drafts, speak and take stands most often;
/// ties go to stands on more issues, then to who is named first. Where fewer than two are seen to
/// do any of this, those that are named most stand in, and where nobody is named, "the one side"
/// and "the other side". The rest are stakeholders.
Cast find_parties(const record::Record& record, const casefile::Named<Text>& texts);

/// Whether a stance says where its party itself stands, rather than what it thinks of others.
bool is_stand(const record::Stance& stance);

}  // namespace parley::drafting::internal
