#include "parley/base/like_warnings.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace parley {
namespace {

bool are_like(const Diagnostic& a, const Diagnostic& b) {
  return a.severity == Severity::warning && b.severity == Severity::warning && a.code == b.code &&
         a.hint == b.hint && a.place.file == b.place.file && a.place.line > 0 && b.place.line > 0;
}

// The places at which one message holds, as lines.
struct Told {
  std::string message;
  std::vector<std::size_t> lines;
};

std::string in_words(const Told& told, bool is_first) {
  std::string lines;
  for (std::size_t i = is_first ? 1 : 0; i < told.lines.size(); ++i) {
    lines += (lines.empty() ? "" : ", ") + std::to_string(told.lines[i]);
  }
  if (lines.empty()) return told.message;
  const std::size_t others = told.lines.size() - (is_first ? 1 : 0);
  return told.message + (is_first ? " (here and in line" : " (line") + (others == 1 ? " " : "s ") +
         lines + ")";
}

// One diagnostic for several that are like.
Diagnostic joined(const std::vector<Diagnostic>& all) {
  std::vector<Told> told;
  for (const Diagnostic& each : all) {
    const auto known = std::find_if(
        told.begin(), told.end(), [&](const Told& other) { return other.message == each.message; });
    Told& place = known == told.end() ? told.emplace_back(Told{each.message, {}}) : *known;
    place.lines.push_back(each.place.line);
  }
  Diagnostic one = all.front();
  one.message.clear();
  for (std::size_t i = 0; i < told.size(); ++i)
    one.message += (i == 0 ? "" : "; ") + in_words(told[i], i == 0);
  return one;
}

}  // namespace

Diagnostics with_like_warnings_joined(Diagnostics diagnostics) {
  std::vector<std::vector<Diagnostic>> groups;
  for (Diagnostic& each : diagnostics) {
    const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return are_like(group.front(), each);
    });
    if (known == groups.end()) {
      groups.push_back({std::move(each)});
    } else {
      known->push_back(std::move(each));
    }
  }
  Diagnostics result;
  for (const auto& group : groups) result.push_back(joined(group));
  return result;
}

}  // namespace parley
