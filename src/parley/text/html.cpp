#include "parley/text/html.hpp"

#include "parley/text/formats.hpp"
#include "parley/text/page.hpp"

namespace parley::text::internal {
namespace {

// Where the paragraphs of an article stand in its page, with the tags in them.
std::vector<Block> places_of(const PageArticle& article) {
  std::vector<Block> places;
  for (const PageBlock& block : article.blocks) {
    places.push_back({block.pieces.front().begin, block.pieces.back().end, block.kind});
  }
  return places;
}

}  // namespace

Result<void> read_html(const Input& input, const Format& format, Decoding& decoding) {
  const Characters& characters = *input.characters();
  warn_of_charset(input, characters, decoding);
  const std::vector<PageArticle> articles = read_page(characters.utf8);
  if (articles.front().may_be_swapped) {
    decoding.warn(
        input.name(), "day-or-month",
        "this page writes its date in figures, and the day could be the month; it is read "
        "day first, or month first where the page says that it is American",
        "look at the page, and say which day is right with --date YYYY-MM-DD");
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Document document{input.name(), characters.utf8, {}};
    document.source.format = format.name;
    document.source.charset = characters.charset;
    document.source.markup = Markup::html;
    if (articles.size() > 1) document.source.blocks = places_of(articles[i]);
    if (i > 0) document.name += "#" + std::to_string(i + 1);
    auto done = decoding.add(input, std::move(document));
    if (!done) return done;
  }
  return {};
}

}  // namespace parley::text::internal
