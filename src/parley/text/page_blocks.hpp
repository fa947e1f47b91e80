#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parley/text/html_tree.hpp"

namespace parley::text::internal {

/// A line or paragraph as a reader of a page sees it.
struct PageLine {
  std::vector<std::uint32_t> characters;  ///< the nodes with its characters
  std::uint32_t element = 0;              ///< the innermost block that holds it
  std::string text;                       ///< with single blanks, without character references
  std::size_t length = 0;                 ///< in characters
  std::size_t in_links = 0;               ///< those of them that are in links
};

/// The lines of a page, in its order, without those below nodes that are left out.
std::vector<PageLine> lines_of(std::string_view html, const std::vector<HtmlNode>& nodes,
                               const std::vector<bool>& left_out);

/// A text with single blanks and none at its ends; no-break and zero-width spaces count as blanks.
std::string single_blanks(std::string_view text);

}  // namespace parley::text::internal
