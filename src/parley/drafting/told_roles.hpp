#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "parley/casefile/case.hpp"
#include "parley/drafting/bodies.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// What the reports say outright of the parts that bodies play.
struct ToldRoles {
  /// How strongly the reports set two bodies (actor ids, in order) against each other.
  std::map<std::pair<std::string, std::string>, std::size_t> opposed;
  /// How strongly the reports tell that a body, or a person without one, stands between others.
  std::map<std::string, std::size_t> between;
};

/// The parts that bodies play, by words of data/lexicon/sides.tsv.
///
/// Two bodies are opposed where they stand joined behind a word of quarrel ("the war between A and
/// B"; counts three times) or of talks ("negotiations between A and B"; once), before one ("the A–B
/// dialogue"), where a rift is told of them ("A and B remain divided") or the one's quarrel with
/// the other ("A's war in B"; three times each), and where one fights, threatens, accuses or
/// coerces the other (an event; counts once), or where what they do together follows ("the A and B
/// delegations", "A and B will meet"; once) or the first lines join them ("A and B"; once). A body
/// is between others where its name leads to a word of mediation ("B-mediated", "mediators B and
/// C", "talks brokered by B", "guarantor countries B and C") or one of its people is a mediator by
/// office (counts twice each), and where it hosts or chairs ("B's minister will be in the chair";
/// once). Linear in the mentions and events.
ToldRoles find_told_roles(const record::Record& record, const casefile::Named<Text>& texts,
                          const Bodies& bodies);

}  // namespace parley::drafting::internal
