#include "parley/record/conditions.hpp"

namespace parley::record::internal {
namespace {

// The tokens of the marker at `i`; 0 when none begins there.
std::size_t marker_at(const Grammar& grammar, std::size_t i, std::size_t last) {
  const auto lower = [&](std::size_t k) {
    return k < last ? grammar.token(k).lower : std::string_view();
  };
  const std::string_view word = lower(i);
  if (word == "only" && (lower(i + 1) == "if" || lower(i + 1) == "when" ||
                         lower(i + 1) == "after" || lower(i + 1) == "once"))
    return 2;
  if (word == "if" || word == "unless" || word == "once" || word == "provided" ||
      word == "providing")
    return 1;
  if (word == "until") return 1;
  if (word == "as" && (lower(i + 1) == "long" || lower(i + 1) == "soon") && lower(i + 2) == "as")
    return 3;
  if (word == "on" && lower(i + 1) == "condition") return 2;
  if (word == "on" && lower(i + 1) == "the" && lower(i + 2) == "condition") return 3;
  if (word == "in" && lower(i + 1) == "return" && lower(i + 2) == "for") return 3;
  if (word == "in" && lower(i + 1) == "exchange" && lower(i + 2) == "for") return 3;
  if (word == "subject" && lower(i + 1) == "to") return 2;
  if (word == "depends" && lower(i + 1) == "on") return 2;
  if (word == "depend" && lower(i + 1) == "on") return 2;
  if (word == "before" && i + 3 < last) {  // before a clause, not before a date
    for (std::size_t k = i + 1; k < last && k < i + 8; ++k) {
      if (grammar.is(k, Category::time)) return 0;
      if (grammar.is(k, Category::finite) || grammar.is(k, Category::auxiliary)) return 1;
    }
  }
  return 0;
}

}  // namespace

std::optional<Range> condition_in(const Grammar& grammar, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t marker = marker_at(grammar, i, last);
    if (marker == 0) continue;
    std::size_t end = i + marker;
    while (end < last &&
           !(grammar.token(end).text == "," || grammar.token(end).text == ";" ||
             grammar.token(end).text == "." || grammar.token(end).kind == TokenKind::mark ||
             grammar.token(end).lower == "but")) {
      ++end;
    }
    if (end > i + marker) return Range{i, end};
  }
  return std::nullopt;
}

}  // namespace parley::record::internal
