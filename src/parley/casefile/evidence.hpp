#pragma once

#include "parley/casefile/case.hpp"
#include "parley/casefile/findings.hpp"

namespace parley::casefile::internal {

/// Fills the span of every piece of evidence from the reports' texts, and reports evidence that
/// lies beyond the end of its report, quotes that are not in it to the letter, and quotes that
/// occur more than once. Evidence of a report without a text is left as it is.
void resolve_evidence(Case& value, Findings& findings);

}  // namespace parley::casefile::internal
