#pragma once

#include <optional>

#include "parley/record/grammar.hpp"

namespace parley::record::internal {

/// The verb of a subject that ends before token `last`, past one phrase behind a preposition ("the
/// miners of the valley rejected"), auxiliaries and adverbs; nothing
/// where another word stands there. Looks at a bounded number of tokens.
std::optional<std::size_t> verb_behind(const Grammar& grammar, std::size_t last);

/// Whether a verb tells a stance of whoever does it (data/lexicon/actions.tsv): wants, accepts,
/// refuses, offers, threatens, signs.
bool is_deed_of_side(const Grammar& grammar, std::size_t verb);

}  // namespace parley::record::internal
