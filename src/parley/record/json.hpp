#pragma once

#include "parley/base/json.hpp"
#include "parley/record/record.hpp"

namespace parley::record {

/// The document "parley/record/1" that docs/record.md describes; what is unknown is null.
Json to_json(const Record& record);

}  // namespace parley::record
