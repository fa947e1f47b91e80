#include "parley/text/page.hpp"

#include <algorithm>

#include "parley/base/utf8.hpp"
#include "parley/text/article.hpp"
#include "parley/text/decoding.hpp"
#include "parley/text/html_entities.hpp"
#include "parley/text/page_facts.hpp"

namespace parley::text {
namespace {

using internal::FoundArticle;
using internal::Layout;
using internal::PageFacts;

void add_pieces(std::string_view html, std::size_t begin, std::size_t end, PageBlock& block) {
  std::size_t from = begin;
  const auto add = [&](std::size_t to) {
    if (to > from) block.pieces.push_back({from, to, std::nullopt});
  };
  const std::string_view characters = html.substr(0, end);
  for (std::size_t at = characters.find('&', begin); at != std::string_view::npos;
       at = characters.find('&', at)) {
    internal::Entity entity = internal::entity_at(characters, at);
    if (entity.length == 0) {
      ++at;
      continue;
    }
    add(at);
    block.pieces.push_back({at, at + entity.length, std::move(entity.text)});
    at += entity.length;
    from = at;
  }
  add(end);
}

PageBlock block_of(const Layout& layout, const internal::ArticleLine& line) {
  PageBlock block{line.kind, {}};
  for (const std::uint32_t i : layout.lines[line.line].characters) {
    add_pieces(layout.html, layout.nodes[i].begin, layout.nodes[i].stop, block);
  }
  return block;
}

std::vector<PageBlock> blocks_of(const Layout& layout, const FoundArticle& article) {
  std::vector<PageBlock> blocks;
  for (const internal::ArticleLine& line : article.lines) {
    blocks.push_back(block_of(layout, line));
  }
  return blocks;
}

// Reads a text in JSON, from behind its opening mark, into blocks that its line feeds part.
class ScriptText {
 public:
  explicit ScriptText(std::string_view html) : html_(html) {}

  std::vector<PageBlock> read(std::size_t begin) {
    std::size_t from = begin;
    std::size_t at = begin;
    while (at < html_.size() && html_[at] != '"') {
      if (html_[at] != '\\') {
        ++at;
        continue;
      }
      add(from, at);
      at = read_escape(at);
      from = at;
    }
    add(from, at);
    close();
    return std::move(blocks_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    if (end > begin) block_.pieces.push_back({begin, end, std::nullopt});
  }

  void close() {
    if (!block_.pieces.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  // The place behind an escape (RFC 8259, section 7).
  std::size_t read_escape(std::size_t at) {
    const char c = at + 1 < html_.size() ? html_[at + 1] : '"';
    std::size_t end = std::min(at + 2, html_.size());
    std::string character(1, c);
    if (c == 'n' || c == 'r') {
      close();
      return end;
    }
    if (c == 't' || c == 'b' || c == 'f') character = " ";
    if (c == 'u') {
      char32_t unit = code_unit(at);
      end = std::min(at + 6, html_.size());
      if (unit >= 0xD800 && unit < 0xDC00 && html_.substr(end).starts_with("\\u")) {
        const char32_t low = code_unit(end);
        if (low >= 0xDC00 && low < 0xE000) {
          unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
          end = std::min(end + 6, html_.size());
        }
      }
      character.clear();
      append_utf8(character, unit < 0x20 ? U' ' : unit);
    }
    block_.pieces.push_back({at, end, std::move(character)});
    return end;
  }

  char32_t code_unit(std::size_t at) const {
    char32_t value = 0;
    for (std::size_t i = at + 2; i < std::min(at + 6, html_.size()); ++i) {
      const char c = internal::lower(html_.substr(i, 1))[0];
      const bool is_letter = c >= 'a' && c <= 'f';
      if (!is_letter && (c < '0' || c > '9')) return 0xFFFD;
      value = value * 16 + static_cast<char32_t>(is_letter ? c - 'a' + 10 : c - '0');
    }
    return value;
  }

  std::string_view html_;
  PageBlock block_;
  std::vector<PageBlock> blocks_;
};

// The text of an article that stands in a script only.
std::vector<PageBlock> blocks_in_script(const Layout& layout) {
  constexpr std::string_view kMember = "\"articleBody\"";
  for (std::size_t i = 0; i + 1 < layout.nodes.size(); ++i) {
    if (layout.nodes[i].tag != internal::Tag::script) continue;
    const internal::HtmlNode& inner = layout.nodes[i + 1];
    const std::string_view script = layout.html.substr(0, inner.stop);
    const std::size_t member = script.find(kMember, inner.begin);
    if (inner.parent != i || member == std::string_view::npos) continue;
    const std::size_t colon = script.find_first_not_of(" \t\r\n", member + kMember.size());
    if (colon == std::string_view::npos || script[colon] != ':') continue;
    const std::size_t mark = script.find_first_not_of(" \t\r\n", colon + 1);
    if (mark == std::string_view::npos || script[mark] != '"') continue;
    return ScriptText(script).read(mark + 1);
  }
  return {};
}

PageArticle article_of(const Layout& layout, const FoundArticle& found,
                       const std::optional<FoundDay>& day) {
  PageArticle article;
  if (found.headline) article.title = layout.lines[*found.headline].text;
  if (day) {
    article.published = day->day;
    article.may_be_swapped = day->may_be_swapped;
  }
  article.blocks = blocks_of(layout, found);
  return article;
}

}  // namespace

std::vector<PageArticle> read_page(std::string_view html) {
  const Layout layout = internal::layout_of(html);
  const PageFacts facts = internal::facts_of(layout);
  const auto headline = internal::headline_of(layout, facts.titles, facts.publisher);
  std::vector<FoundArticle> found = internal::find_articles(layout, headline);
  std::vector<PageBlock> in_script;
  if (found.empty()) {
    in_script = blocks_in_script(layout);
    found.push_back(internal::all_of_page(layout, headline));
  }
  std::vector<PageArticle> articles;
  for (const FoundArticle& each : found) {
    const bool is_first = articles.empty();
    articles.push_back(article_of(layout, each,
                                  is_first ? internal::day_of_page(layout, facts, each)
                                           : internal::day_within(layout, facts, each)));
    articles.back().publisher = facts.publisher;
  }
  PageArticle& first = articles.front();
  first.author = facts.author;
  if (first.title.empty() && !facts.titles.empty()) first.title = facts.titles.front();
  if (!in_script.empty()) first.blocks = std::move(in_script);
  return articles;
}

PageArticle read_marked_up(std::string_view html) {
  const Layout layout = internal::layout_of(html);
  const PageFacts facts = internal::facts_of(layout);
  const auto headline = internal::headline_of(layout, facts.titles, facts.publisher);
  return article_of(layout, internal::all_lines(layout, headline), std::nullopt);
}

}  // namespace parley::text
