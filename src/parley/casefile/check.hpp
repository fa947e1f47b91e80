#pragma once

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// Everything that is wrong with a case as a whole, however it was made: names that refer to
/// nothing, options of another issue, rankings that name an option twice, drafts that amend each
/// other in a circle, entries without grounds, and the like. In the order of the file.
/// Deterministic; the cost is linear in the case, times the number of names an entry can refer to.
Diagnostics check_case(const Case& value);

}  // namespace parley::casefile
