// RSS 0.9 to 2.0 and Atom (RFC 4287): each item or entry is a report.
#include <algorithm>
#include <optional>

#include "parley/text/block_text.hpp"
#include "parley/text/dates.hpp"
#include "parley/text/formats.hpp"
#include "parley/text/markup_text.hpp"
#include "parley/text/xml_walk.hpp"

namespace parley::text::internal {
namespace {

// Whether one of these elements is the outermost.
bool has_root(const Input& input, std::initializer_list<std::string_view> roots) {
  const std::string_view root = root_element(input.text());
  return std::any_of(roots.begin(), roots.end(),
                     [root](std::string_view each) { return same(root, each); });
}

struct Item {
  std::string title;
  std::string full;     // HTML, the longest first
  std::string summary;  // HTML
  std::optional<Day> published;
  std::optional<Day> updated;
};

std::optional<Day> day_in(std::string_view text) {
  const auto day = iso_day(text);
  return day ? day : mail_day(text);
}

// The content of the element that opens, as HTML: Atom says how it is written, RSS writes HTML.
std::string take_html(XmlWalk& walk) {
  const std::string type(walk.attribute("type"));
  if (type == "xhtml") return walk.take_markup();
  const std::string text = walk.take_text();
  return type == "text" || type == "text/plain" ? escaped(text) : text;
}

class Feed {
 public:
  Feed(const Input& input, const Format& format, Decoding& decoding)
      : input_(input), format_(format), decoding_(decoding) {}

  Result<void> read(XmlWalk walk) {
    while (walk.next()) {
      if (walk.opens("item") || walk.opens("entry")) item_.emplace();
      if (walk.closes("item") || walk.closes("entry")) {
        auto added = add();
        if (!added) return added;
      } else if (walk.event() == XmlWalk::Event::open) {
        open(walk);
      }
    }
    return {};
  }

 private:
  void open(XmlWalk& walk) {
    const std::string name(walk.name());
    if (name == "image" || name == "source" || name == "author" || name == "comments") {
      walk.skip();
    } else if (name == "title" && !item_) {
      if (publisher_.empty()) publisher_ = one_line(walk.take_text());
    } else if (!item_) {
      return;
    } else if (name == "title") {
      if (item_->title.empty()) item_->title = one_line(walk.take_text());
    } else if (name == "encoded" || name == "content") {
      std::string html = take_html(walk);
      if (html.size() > item_->full.size()) item_->full = std::move(html);
    } else if (name == "description" || name == "summary") {
      if (item_->summary.empty()) item_->summary = take_html(walk);
    } else if (name == "pubDate" || name == "published" || name == "date" || name == "issued") {
      item_->published = day_in(walk.take_text());
    } else if (name == "updated" || name == "modified") {
      item_->updated = day_in(walk.take_text());
    }
  }

  Result<void> add() {
    const Item item = std::move(*item_);
    item_.reset();
    const std::string& html = item.full.size() >= item.summary.size() ? item.full : item.summary;
    ++number_;
    if (trimmed(html).empty() && item.title.empty()) return {};
    Document document{input_.name() + "#" + std::to_string(number_), page_of(item.title, html), {}};
    Source& source = document.source;
    source.format = format_.name;
    source.charset = input_.characters()->charset;
    source.title = item.title;
    source.publisher = publisher_;
    source.published = item.published ? item.published : item.updated;
    source.markup = Markup::html;
    return decoding_.add(input_, std::move(document));
  }

  const Input& input_;
  const Format& format_;
  Decoding& decoding_;
  std::string publisher_;
  std::optional<Item> item_;
  std::size_t number_ = 0;
};

}  // namespace

bool is_rss(const Input& input) { return has_root(input, {"rss", "rdf:rdf"}); }
bool is_atom(const Input& input) { return has_root(input, {"feed", "atom:feed"}); }

Result<void> read_feed(const Input& input, const Format& format, Decoding& decoding) {
  auto walk = XmlWalk::over(input.text(), decoding.limits().xml_bytes);
  if (!walk) return damaged(input.name(), "a feed must be well-formed XML");
  warn_of_charset(input, *input.characters(), decoding);
  return Feed(input, format, decoding).read(std::move(*walk));
}

}  // namespace parley::text::internal
