#pragma once

#include <optional>

#include "parley/record/attribution.hpp"

namespace parley::record::internal {

/// True when a quoted span is somebody's words, not the title of a work or programme, a word used
/// at a distance, or an attribute of markup (reference/record.md section 4, rule 7).
bool is_speech(const Grammar& grammar, const QuoteTokens& quote,
               const std::optional<Attribution>& attribution);

}  // namespace parley::record::internal
