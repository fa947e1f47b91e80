#pragma once

#include "parley/base/json.hpp"
#include "parley/casefile/case.hpp"

namespace parley::assess {

/// What an assessment was made from, so that two of them can be compared: an array of
/// {"path", "text"} for each entry of the case (casefile::written_entries), and
/// {"path": "texts/wire", "hash"} for each report's text, by its 64-bit FNV-1a hash in hexadecimal.
Json inputs_to_json(const casefile::Case& source);

}  // namespace parley::assess
