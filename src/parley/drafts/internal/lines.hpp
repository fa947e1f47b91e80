#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/text/decode.hpp"

namespace parley::drafts::internal {

/// What a line is told to be by the file it is from; `words` where it says nothing.
enum class Told { words, title, heading, item, footnote };

/// A line of a text, without the blanks and the marks of headings around it.
struct Line {
  std::size_t begin = 0;  ///< bytes [begin, end) of the text
  std::size_t end = 0;
  std::size_t indent = 0;  ///< columns before it
  int level = 0;           ///< of a heading: 1 the highest; 0 where it is not told
  Told told = Told::words;
  bool starts = true;    ///< a paragraph begins with it
  bool ends = true;      ///< and ends with it
  int ordinal = 0;       ///< of an item of a list that counts, whose number is not in the text
  std::size_t list = 0;  ///< which list an item with an ordinal is of
};

/// The lines of a decoded text that are read: no empty ones, and nothing that is only said to a
/// program (front matter, addresses of links, a table of contents to be made, scripts). In the
/// order of the text. Linear.
std::vector<Line> lines_of(const text::Document& document, text::Markup markup);

/// The title that the lines between "---" at the head of a Markdown text give; empty without one.
std::string title_of_front_matter(std::string_view text);

/// A piece of a text without the marks of Markdown or HTML, blanks as one space, none at the ends.
std::string without_marks(std::string_view piece, text::Markup markup);

}  // namespace parley::drafts::internal
