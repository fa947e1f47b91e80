#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/text/decode.hpp"

namespace parley::text {

/// Bytes [begin, end) of a page and, where they stand for something else, the characters they mean.
struct PagePiece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<std::string> instead;
};

/// A heading, paragraph or item of an article, its pieces in the order of the page.
struct PageBlock {
  BlockKind kind = BlockKind::paragraph;
  std::vector<PagePiece> pieces;
};

/// What a page reports. Empty is what it does not say.
struct PageArticle {
  std::string title;
  std::string author;
  std::string publisher;
  std::optional<std::chrono::year_month_day> published;
  /// The page shows that date in figures whose order could be the other one.
  bool may_be_swapped = false;
  std::vector<PageBlock> blocks;
};

/// The articles of a page in HTML, at least one; without blocks where the page shows no text.
///
/// The first is the article that the page is about, without navigation, teasers, comments and what
/// else stands beside it (internal::find_articles says how it is told apart); where a page shows no
/// text and a script of it holds the article (JSON-LD, "articleBody"), that. Its title is the
/// heading that agrees with a title that the page gives itself, else that title; its date is told
/// at internal::day_of_page. Others are further articles of the page. Entities are read. Never
/// recursive; linear in the page but for its longest line.
std::vector<PageArticle> read_page(std::string_view html);

/// All that a text in HTML shows that is no page, such as a letter, an item of a feed or a book.
PageArticle read_marked_up(std::string_view html);

}  // namespace parley::text
