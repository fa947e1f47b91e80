#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/drafts/draft.hpp"
#include "parley/drafts/internal/outline.hpp"

namespace parley::drafts::internal {

/// A Bracket in bytes.
struct Mark {
  BracketKind kind = BracketKind::bracket;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t inner = 0;  ///< what stands between the marks
  std::size_t inner_end = 0;
  std::size_t depth = 1;
  std::size_t clause = 0;
  std::optional<std::size_t> option_of;
};

/// A Mend in bytes.
struct MendedMark {
  std::size_t begin = 0;
  std::size_t at = 0;
  Mend::How how = Mend::How::closed_at_clause_end;
};

struct Marking {
  std::vector<Mark> marks;  ///< by where they begin, the wider first
  std::vector<MendedMark> mends;
};

/// What is bracketed, left open or one of several wordings, with brackets that have no partner
/// mended. A text whose brackets balance is taken as it is. In another, a bracket that is open
/// where an article, a heading or an option begins that is no part of its clause ends with the
/// clause that it began in, and a "]" without a partner begins with its clause; so the least is
/// taken to be bracketed that can be. The square brackets nest. Marks of links and footnotes are
/// none. Linear.
Marking marking_of(std::string_view text, const Outline& outline, text::Markup markup);

/// The brackets as they stand (Marks).
Marks count_marks(std::string_view text);

/// The words of a text's footnotes by their marks.
using Footnotes = std::map<std::string_view, std::string_view>;
Footnotes footnotes_of(std::string_view text, const Outline& outline);

/// Who holds a wording, as the text says: "[Ostria: …]", "[… – Velmar]", "Option 1 (Ostria):", or
/// a footnote behind it such as "Proposed by Ostria". `behind` is the text from the end of the
/// mark.
std::vector<std::string> holders_of(std::string_view content, std::string_view behind,
                                    const Footnotes& footnotes);

}  // namespace parley::drafts::internal
