#pragma once

#include <string>

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// Writes a case as YAML that read_case gives back as an equal case.
///
/// Sections stand in the order in which they were read, entries in theirs; the keys of an entry in
/// the order of the table of fields. What the reader would fill in by itself is left out: defaults,
/// options that come from the catalogue, spans of quotes. Words of scales, ranges, percentages,
/// `between` and the short forms are kept. Comments are not.
std::string write_case(const Case& value);

}  // namespace parley::casefile
