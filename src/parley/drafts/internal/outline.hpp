#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/drafts/internal/label.hpp"
#include "parley/drafts/internal/lines.hpp"

namespace parley::drafts::internal {

/// A clause in bytes: [begin, own_end) its label, title and words, [begin, end) with all under it.
struct Part {
  ClauseKind kind = ClauseKind::paragraph;
  std::optional<Label> label;
  std::string title;
  std::size_t begin = 0;
  std::size_t words = 0;  ///< where what stands behind the label begins
  std::size_t own_end = 0;
  std::size_t end = 0;
  std::optional<std::size_t> parent;
};

/// A text as the tree of its clauses, in the order of the text, with its title.
struct Outline {
  std::string title;
  std::vector<Part> parts;
};

/// Reads the tree from labels: one that goes on from the last under an open clause is its sibling,
/// the innermost first, and one that begins a count anew is a child. Columns decide only where
/// labels leave it open, so that a text without any is read as well. "(i)" is a letter behind "(h)"
/// and no "(ii)" after it, else a Roman numeral. Headings and divisions end what is open. Words
/// without a label go on with the clause before where they stand further in, else they are a
/// paragraph. Linear but for the depth, which is bounded.
Outline outline_of(std::string_view text, const std::vector<Line>& lines, text::Markup markup);

/// Whether the text is an agreement, a plan or a draft of one rather than words about one: it has
/// articles and speaks as a party to it, or points numbered from 1 that make up most of it, under
/// a title that names it or counts them (`claimed`).
bool is_agreement(std::string_view text, const Outline& outline,
                  std::optional<std::size_t> claimed);

}  // namespace parley::drafts::internal
