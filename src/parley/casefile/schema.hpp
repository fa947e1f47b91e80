#pragma once

#include "parley/base/json.hpp"

namespace parley::casefile {

/// A JSON Schema (draft 2020-12) of the case file, made from the table of fields and the scales:
/// with it an editor completes keys and words, shows what each is for, and marks what does not fit.
/// docs/schema/case.json is this, and a test compares them. It says less than the reader: names
/// that refer to nothing, evidence and dates are beyond a schema.
Json case_schema();

}  // namespace parley::casefile
