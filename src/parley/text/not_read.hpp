#pragma once

#include <optional>

#include "parley/text/decoding.hpp"

namespace parley::text::internal {

/// What a file of a known kind is that is not read, and what to do; nothing of other files.
std::optional<Diagnostic> why_not_read(const Input& input);

}  // namespace parley::text::internal
