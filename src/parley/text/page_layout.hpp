#pragma once

#include <string>
#include <vector>

#include "parley/text/block_text.hpp"

namespace parley::text::internal {

/// A word on a printed page, in points from its upper left corner.
struct PrintedWord {
  std::string text;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  bool blank_after = true;
};

/// Words in reading order, column after column.
struct PrintedPage {
  double height = 0;
  std::vector<PrintedWord> words;
};

/// The paragraphs of printed pages.
///
/// A line is words at one height. A paragraph ends at a gap wider than the page's usual one, before
/// an indented or numbered line, behind a line that ends early with a stop, at another size of
/// letters; one goes on in the next column or on the next page where no stop ends it and it begins
/// small there. Left out are page numbers and lines in the margins that recur at their height on
/// three pages, or on both of two, but for their digits. A hyphen at a line's end goes where a
/// small letter follows, unless the document has the word with its hyphen elsewhere. Linear in the
/// words.
BlockText paragraphs_of(const std::vector<PrintedPage>& pages);

}  // namespace parley::text::internal
