#pragma once

#include "parley/record/grammar.hpp"
#include "parley/record/names.hpp"

namespace parley::record::internal {

/// Adds to a cast the sides that a report calls by a noun alone: one of the lexicon's class
/// "faction"
/// ("the rebels", "the union") or of collectives.tsv ("the operators", "dockers"), where it does in
/// a sentence what sides of talks do.
///
/// A noun that elsewhere in the report follows one name only ("Ostria's government", "Veldish
/// rebels") is another word for whoever bears the name. A noun that follows several stands for
/// nobody. Any other faction that is twice there, and once the subject of a finite verb, is a group
/// of its own; so is a collective without an owner that once says, wants, accepts, refuses or signs
/// something, as the subject or behind "by". Linear.
void add_factions(const Grammar& grammar, Cast& cast);

}  // namespace parley::record::internal
