#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/record/stance_text.hpp"

namespace parley::record::internal {

/// How somebody is linked to a clause that may tell of his stance:
///
///     speaker   he says it
///     subject   he is the subject of its verb: "Velm wants the dam stopped"
///     agent     he does what its passive verb says: "was rejected by Velm"
///     named     it names him otherwise: "Velm's refusal to leave", "a proposal by Velm"
#define PARLEY_HOLDER_ROLES(VALUE) VALUE(speaker) VALUE(subject) VALUE(agent) VALUE(named)
PARLEY_NAMED_ENUM(HolderRole, holder_role_named, PARLEY_HOLDER_ROLES)

/// A clause, and somebody whose stance it may tell.
struct StanceCandidate {
  Range clause;                     ///< without the signs around it
  const VerbGroup* verb = nullptr;  ///< the clause's first finite verb, else its first; may be null
  HolderRole role = HolderRole::speaker;
  Range holder;                          ///< the words that name him; empty where none do
  std::vector<std::string> parties;      ///< actor ids; empty where it is nobody known
  std::optional<std::size_t> statement;  ///< that holds the clause, by its place in Sayings
  bool others_too = false;               ///< somebody else may hold the clause's stance
};

/// The candidates of the sentence that `text` has read, in the order of the clauses and, of one
/// clause, of the roles. A clause ends with a sign, a quotation, the words of another speaker, or
/// before the next clause; a condition stays with the clause beside it. Linear in the tokens.
std::vector<StanceCandidate> candidates_in(const StanceText& text);

}  // namespace parley::record::internal
