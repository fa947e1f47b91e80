#include "parley/formats/findings.hpp"

#include <algorithm>

namespace parley::formats::internal {

Findings::Findings(const Source& source) : source_(source), lines_{0} {
  const std::string& bytes = source.text.utf8();
  for (std::size_t i = bytes.find('\n'); i != std::string::npos; i = bytes.find('\n', i + 1)) {
    lines_.push_back(i + 1);
  }
}

void Findings::adopt(std::size_t byte, const Diagnostics& placeless) {
  for (const Diagnostic& each : placeless) {
    add(each.severity, byte, each.code, each.message, each.hint);
  }
}

void Findings::add(Severity severity, std::size_t byte, std::string code, std::string message,
                   std::string hint) {
  errors_ = errors_ || severity == Severity::error;
  if (found_.size() > kMostFindings) return;
  if (found_.size() == kMostFindings) {
    found_.push_back({severity,
                      "too-many-mistakes",
                      {source_.file, 0, 0},
                      "there is more than what is listed here",
                      "mend these first"});
    return;
  }
  found_.push_back({severity, std::move(code), place(byte), std::move(message), std::move(hint)});
}

Place Findings::place(std::size_t byte) const {
  byte = std::min(byte, source_.text.utf8().size());
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), byte) - 1;
  const Text& text = source_.text;
  return {source_.file, static_cast<std::size_t>(line - lines_.begin()) + 1,
          text.code_point_at(byte) - text.code_point_at(*line) + 1};
}

Diagnostics Findings::take() {
  // What concerns the list as a whole, without a line, stays last.
  std::ranges::stable_sort(found_, [](const Diagnostic& a, const Diagnostic& b) {
    if ((a.place.line == 0) != (b.place.line == 0)) return b.place.line == 0;
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return std::move(found_);
}

std::string quoted_list(const std::vector<std::string>& names) {
  constexpr std::size_t kMostNames = 5;
  const std::size_t shown = names.size() <= kMostNames + 1 ? names.size() : kMostNames;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) list += i + 1 == names.size() ? " and " : ", ";
    list += "“" + names[i] + "”";
  }
  if (shown < names.size()) list += " and " + std::to_string(names.size() - shown) + " more";
  return list;
}

}  // namespace parley::formats::internal
