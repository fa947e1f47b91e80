#pragma once

#include <string_view>

#include "parley/base/text.hpp"
#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// The generic issues of peace talks, data/catalogue/issues.yaml, as built into the program: each
/// with its options and the cues by which a text touches it. A case starts from one with `issue:
/// territory`.
const Named<Issue>& catalogue();

/// Reads a catalogue: a top-level map `issues` whose entries are written like those of a case.
Result<Named<Issue>> read_catalogue(const Text& text, std::string_view file);

}  // namespace parley::casefile
