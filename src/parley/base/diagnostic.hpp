#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace parley {

/// Where in an input something stands. Lines and columns count from 1; 0 means "the file as a
/// whole". Columns count Unicode code points.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

enum class Severity { error, warning };

/// One mistake or doubt in an input: where it is, what is wrong, and what would be right.
///
/// `code` is a stable name such as "unknown-name", listed in docs/diagnostics.md and provoked by a
/// test. `message` uses the analyst's words and the case's own names; `hint` is the remedy and may
/// be empty.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  Place place;
  std::string message;
  std::string hint;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// True when at least one of them is an error; warnings alone do not stop work.
bool has_errors(const Diagnostics& diagnostics);

/// Orders by file, line and column; diagnostics at one place keep the order in which they were
/// found.
void sort_by_place(Diagnostics& diagnostics);

/// "file:line:column: error: message (hint)", without the parts that are unknown.
std::string to_text(const Diagnostic& diagnostic);

}  // namespace parley
