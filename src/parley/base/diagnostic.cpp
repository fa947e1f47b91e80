#include "parley/base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace parley {

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& each) { return each.severity == Severity::error; });
}

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.place.file, a.place.line, a.place.column) <
                            std::tie(b.place.file, b.place.line, b.place.column);
                   });
}

std::string to_text(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.place.file.empty()) {
    text += diagnostic.place.file + ":";
    if (diagnostic.place.line > 0) {
      text += std::to_string(diagnostic.place.line) + ":";
      text += std::to_string(diagnostic.place.column) + ":";
    }
    text += " ";
  }
  text += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  text += diagnostic.message;
  if (!diagnostic.hint.empty()) text += " (" + diagnostic.hint + ")";
  return text;
}

}  // namespace parley
