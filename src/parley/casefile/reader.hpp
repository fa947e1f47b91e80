#pragma once

#include <map>
#include <string>
#include <string_view>

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// A case without errors, and what is doubtful about it.
struct ReadCase {
  Case value;
  Diagnostics warnings;
};

/// Reads a case file with the reports it names, and checks it as a whole: the spans of all evidence
/// are filled, and options that were left to the catalogue are taken from it.
///
/// `path` is the file or its folder, which then holds case.yaml. Fails with every error and warning
/// at once, in the order of the file: invalid_input; unreadable when the case file cannot be
/// opened; too_large beyond 4 MiB. Only where the text is not YAML at all does reading end at the
/// first error.
Result<ReadCase> read_case(const std::string& path);

/// The texts of reports by the path that a case gives them, relative to its folder.
using ReportFiles = std::map<std::string, std::string, std::less<>>;

/// The same from memory; `file` is the name in messages.
Result<ReadCase> read_case_text(std::string yaml, std::string_view file,
                                const ReportFiles& reports);

}  // namespace parley::casefile
