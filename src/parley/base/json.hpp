#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "parley/base/diagnostic.hpp"

namespace parley {

/// JSON whose members keep the order in which they were written, so equal results give equal bytes.
using Json = nlohmann::ordered_json;

/// A document as it is written to files and to standard output: UTF-8, indented by two, ended by a
/// line break; what for_json() escapes is escaped, and bytes that are not UTF-8, as the name of a
/// file may hold, are U+FFFD.
std::string json_document(const Json& document);

/// The object that CONTRACTS.md promises: severity, code, file, line, column, message, hint.
Json to_json(const Diagnostic& diagnostic);

/// An array of them, in the given order.
Json to_json(const Diagnostics& diagnostics);

}  // namespace parley
