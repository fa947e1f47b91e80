#pragma once

#include <string>

#include "parley/influence/analysis.hpp"

namespace parley::app {

/// What `parley influence` says to people: for each issue the forecast in a sentence, what each
/// model says, whose weight it is, and what would move it.
std::string influence_summary(const influence::Analysis& analysis);

}  // namespace parley::app
