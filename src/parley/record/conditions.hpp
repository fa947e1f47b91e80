#pragma once

#include <optional>

#include "parley/record/grammar.hpp"

namespace parley::record::internal {

/// The clause that makes what tokens [first, last) say conditional, marker included: "if …",
/// "unless …", "provided that …", "on condition that …", "until …", "once …", "in return for …",
/// "subject to …" (reference/record.md 7.2 rule 9); nothing when there is none.
std::optional<Range> condition_in(const Grammar& grammar, std::size_t first, std::size_t last);

}  // namespace parley::record::internal
