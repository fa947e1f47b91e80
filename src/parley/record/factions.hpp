#pragma once

#include "parley/record/grammar.hpp"
#include "parley/record/names.hpp"

namespace parley::record::internal {

/// Adds to a cast the sides that a report calls by a noun of the lexicon's class "faction" alone:
/// "the rebels", "the union".
///
/// A noun that elsewhere in the report follows one name only ("Ostria's government", "Veldish
/// rebels") is another word for whoever bears the name. A noun that follows several stands for
/// nobody. Any other that is twice there, and once the subject of a finite verb, is a group of its
/// own. Linear.
void add_factions(const Grammar& grammar, Cast& cast);

}  // namespace parley::record::internal
