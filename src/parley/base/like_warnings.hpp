#pragma once

#include "parley/base/diagnostic.hpp"

namespace parley {

/// The diagnostics with like warnings told as one, at the first of their places: those of one file,
/// code and remedy. Its message has each different message once, with the lines of the others that
/// say it: "nothing says what this position rests on (here and in lines 14, 18); nothing says what
/// this answer rests on (line 30)". Errors stay one each. Keeps the order of the first places.
Diagnostics with_like_warnings_joined(Diagnostics diagnostics);

}  // namespace parley
