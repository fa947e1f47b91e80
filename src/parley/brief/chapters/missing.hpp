#pragma once

#include "parley/brief/chapters.hpp"

namespace parley::brief {

/// What a case still lacks before it can answer, in one sentence without its stop: reports,
/// positions and no-deal values of those whose consent is needed, drafts. Empty when it has all.
Prose missing_inputs(const Material& material);

}  // namespace parley::brief
