#include "parley/record/document.hpp"
#include "parley/text/page.hpp"

namespace parley::record::internal {
namespace {

BlockKind kind_of(text::BlockKind kind) {
  switch (kind) {
    case text::BlockKind::title:
      return BlockKind::title;
    case text::BlockKind::heading:
      return BlockKind::heading;
    case text::BlockKind::byline:
      return BlockKind::byline;
    case text::BlockKind::note:
      return BlockKind::note;
    case text::BlockKind::quote:
      return BlockKind::quote;
    case text::BlockKind::paragraph:
    case text::BlockKind::item:
      break;
  }
  return BlockKind::body;
}

// Letters, feeds and books are in HTML and no pages: all of them is text. Of a page with several
// articles it is the one that the report's paragraphs are of; else the first.
text::PageArticle read(std::string_view html, const text::Source& source) {
  const bool is_page = source.format.empty() || source.format == "html" || source.format == "mhtml";
  if (!is_page) return text::read_marked_up(html);
  const std::vector<text::PageArticle> articles = text::read_page(html);
  for (const text::PageArticle& each : articles) {
    const bool is_told = !source.blocks.empty() && !each.blocks.empty() &&
                         each.blocks.front().pieces.front().begin == source.blocks.front().begin;
    if (is_told) return each;
  }
  return articles.front();
}

}  // namespace

void read_html(Document& document) {
  // The view stays valid: append() fills another buffer than the original's.
  const std::string_view page = document.original().utf8();
  const text::PageArticle article = read(page, document.source);
  if (document.title.empty()) document.title = article.title;
  if (!document.published) document.published = article.published;
  if (document.source.publisher.empty()) document.source.publisher = article.publisher;
  for (const text::PageBlock& block : article.blocks) {
    const std::size_t before = document.blocks().size();
    for (const text::PagePiece& piece : block.pieces) {
      if (piece.instead) {
        document.append(piece.begin, piece.end, *piece.instead);
      } else {
        document.append(piece.begin, piece.end);
      }
    }
    document.close_block(kind_of(block.kind));
    const bool is_item = block.kind == text::BlockKind::item;
    if (is_item && document.blocks().size() > before) document.edit_blocks().back().is_item = true;
  }
}

}  // namespace parley::record::internal
