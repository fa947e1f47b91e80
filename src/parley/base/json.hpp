#pragma once

#include <nlohmann/json_fwd.hpp>

#include "parley/base/diagnostic.hpp"

namespace parley {

/// JSON whose members keep the order in which they were written, so equal results give equal bytes.
using Json = nlohmann::ordered_json;

/// The object that CONTRACTS.md promises: severity, code, file, line, column, message, hint.
Json to_json(const Diagnostic& diagnostic);

/// An array of them, in the given order.
Json to_json(const Diagnostics& diagnostics);

}  // namespace parley
