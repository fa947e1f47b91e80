#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parley/base/diagnostic.hpp"

namespace parley::casefile {

/// What a file that a user gives is, by its name and how its text begins.
enum class InputKind {
  case_file,  ///< named .yaml or .yml, or with a line "parley:" before any other text
  json,       ///< begins with a brace
  xml,        ///< named .xml, or begins with "<?xml"
  report,     ///< anything else with letters in it
  nothing,    ///< white space at most
};

/// Linear in what stands before the first key.
InputKind input_kind(std::string_view bytes, std::string_view file);

/// "not-a-case" with the command that the file is for, where it is no case; nothing for one, and
/// for an empty file.
std::optional<Diagnostic> why_no_case(std::string_view bytes, const std::string& file);

/// "not-a-report" or "nothing-to-read" with what to do, where a file is no report; nothing for one.
std::optional<Diagnostic> why_no_report(std::string_view bytes, const std::string& file);

}  // namespace parley::casefile
