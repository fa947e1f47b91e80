#pragma once

#include <optional>

#include "parley/record/stance_text.hpp"

namespace parley::record::internal {

// How a sentence can tell a stance. Each gives a claim whose parties are known, or nothing.

/// A verb of stance: "rejected the draft", "is ready to meet", "will not lift the blockade".
std::optional<Claim> verb_claim(const StanceText& text, const VerbGroup& verb);

/// What is excepted from an acceptance: "accepts the lease, but not the deadline".
std::optional<Claim> exception_claim(const StanceText& text, const Claim& accepted);

/// Harm that one's own side will do, on a condition or in a warning: "we will close the harbour if
/// …", "will be met with force", "would regard any patrol as an attack".
std::optional<Claim> threat_claim(const StanceText& text, const VerbGroup& verb);

/// What a side calls a proposal: "called point 7 unacceptable"; "the fee is a trap", in its mouth.
std::optional<Claim> judgement_claim(const StanceText& text, const VerbGroup& verb);

/// What others must do in the words of a side: "said that the prisoners must go home".
std::optional<Claim> requirement_claim(const StanceText& text, const VerbGroup& verb);

/// What there will or will not be in the words of a side: "there will be no truce until …".
std::optional<Claim> existence_claim(const StanceText& text, const VerbGroup& verb);

/// A noun of stance with whose it is and what it is about: "its refusal to leave", "the demand by
/// Ostria that …", "voiced support for …".
std::optional<Claim> noun_claim(const StanceText& text, std::size_t noun, const StanceWord& word);

/// Whether a word is a form of "be" in the present or past.
bool is_form_of_be(std::string_view lower);

}  // namespace parley::record::internal
