#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/text/decode.hpp"
#include "parley/text/html_tree.hpp"
#include "parley/text/page_blocks.hpp"
#include "parley/text/page_parts.hpp"

namespace parley::text::internal {

/// A line of an article and what it is.
struct ArticleLine {
  std::uint32_t line = 0;  ///< of Layout::lines
  BlockKind kind = BlockKind::paragraph;
};

struct FoundArticle {
  std::uint32_t root = 0;                 ///< the element that holds it
  std::optional<std::uint32_t> headline;  ///< of Layout::lines
  std::vector<ArticleLine> lines;
};

/// A page as far as it is known before its article is looked for.
struct Layout {
  std::string_view html;
  std::vector<HtmlNode> nodes;
  std::vector<Part> parts;  ///< by node
  std::vector<PageLine> lines;
};

Layout layout_of(std::string_view html);

/// The letters and figures of a title in lower case, in words: by these two titles are compared.
std::string title_key(std::string_view title);

/// The line that shows the page's headline: the heading, one of the first level before others, that
/// agrees with one of the titles that the page gives itself; else the first of the first level that
/// is no link and not the site's name; nothing where there is none.
std::optional<std::uint32_t> headline_of(const Layout& layout,
                                         const std::vector<std::string>& titles,
                                         std::string_view site);

/// The articles of a page, the first at first: it is the element in which most running text is
/// gathered, without the parts of it that are something else.
///
/// Running text is what is no link in lines long enough for a sentence. It counts for the division
/// that holds it, half for the one around that, and so on; where a page says which element is the
/// article's body, that one counts, and where the headline stands in an article element, only what
/// is in that. Parts that the page names as something else (data/html/parts.tsv) are left out
/// unless they hold most of the text, and so are lines that are links for the most part, headings
/// with nothing below them, and lines that begin as data/html/lines.tsv says. None where the page
/// has no running text. Linear in the page.
///
/// Where the headline stands in an article element, others beside that one are articles too, if
/// each has a heading of the same level, which is no link, two paragraphs, and a fifth of the first
/// one's text.
std::vector<FoundArticle> find_articles(const Layout& layout,
                                        std::optional<std::uint32_t> headline);

/// All lines of a page that are not mostly links, for one without running text.
FoundArticle all_of_page(const Layout& layout, std::optional<std::uint32_t> headline);

/// All lines of a text in HTML.
FoundArticle all_lines(const Layout& layout, std::optional<std::uint32_t> headline);

}  // namespace parley::text::internal
