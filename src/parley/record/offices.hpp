#pragma once

#include "parley/record/grammar.hpp"
#include "parley/record/names.hpp"

namespace parley::record::internal {

/// Gives the people of a cast the offices and relations that stand before or behind their names:
/// "Ostrian deputy foreign minister Ilan Marek", "Ada Rehn, head of the Harbour Institute and
/// former adviser to Velm", "the President of Ivria, Emeric Tal". Each once; an office without a
/// body keeps an empty affiliation. Linear.
void find_roles(const Grammar& grammar, Cast& cast);

/// Tells for which state or body each person of a cast speaks: that of a current office, by way of
/// persons too (Ilan Marek, aide of President Kovan, speaks for Ostria), else one that the text
/// leaves no doubt of. Nobody keeps a guess: a person whose office fits two states has no side.
void find_sides(const Grammar& grammar, Cast& cast);

}  // namespace parley::record::internal
