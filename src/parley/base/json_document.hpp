#pragma once

#include <string>

#include "parley/base/json.hpp"

namespace parley {

/// A document as it is written to files and to standard output: UTF-8, indented by two, ended by a
/// line break; what for_json() escapes is escaped, and bytes that are not UTF-8, as the name of a
/// file may hold, are U+FFFD.
std::string json_document(const Json& document);

}  // namespace parley
