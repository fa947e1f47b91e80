#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "parley/base/utf8.hpp"
#include "parley/record/date.hpp"
#include "parley/record/document.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// What "&name;" stands for; empty when the program does not know it, and then it stays as it is.
std::string decode_entity(std::string_view name) {
  std::string out;
  if (name.starts_with('#')) {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool valid = error == std::errc() && end == digits.data() + digits.size() &&
                       value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (valid) append_utf8(out, value);
    return out;
  }
  constexpr std::pair<std::string_view, char32_t> kNamed[] = {
      {"amp", U'&'},      {"lt", U'<'},      {"gt", U'>'},       {"quot", U'"'},
      {"apos", U'\''},    {"nbsp", 0xA0},    {"ldquo", 0x201C},  {"rdquo", 0x201D},
      {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"sbquo", 0x201A},  {"bdquo", 0x201E},
      {"laquo", 0xAB},    {"raquo", 0xBB},   {"ndash", 0x2013},  {"mdash", 0x2014},
      {"hellip", 0x2026}, {"shy", 0xAD},     {"thinsp", 0x2009}, {"ensp", 0x2002},
      {"emsp", 0x2003},   {"copy", 0xA9},    {"reg", 0xAE},      {"trade", 0x2122},
      {"euro", 0x20AC},   {"pound", 0xA3},   {"deg", 0xB0},      {"middot", 0xB7},
      {"bull", 0x2022},   {"eacute", 0xE9},  {"egrave", 0xE8},   {"aacute", 0xE1},
      {"iacute", 0xED},   {"oacute", 0xF3},  {"uacute", 0xFA},   {"auml", 0xE4},
      {"ouml", 0xF6},     {"uuml", 0xFC},    {"szlig", 0xDF},    {"ccedil", 0xE7},
      {"ntilde", 0xF1},   {"aring", 0xE5},   {"oslash", 0xF8},   {"frac12", 0xBD}};
  for (const auto& [known, value] : kNamed) {
    if (known == name) append_utf8(out, value);
  }
  return out;
}

struct Tag {
  std::string name;             // lower case, without the slash
  std::string_view attributes;  // as written
  bool closing = false;
  std::size_t end = 0;  // one past '>'
};

std::string_view attribute(std::string_view attributes, std::string_view name) {
  const std::string lower = to_lower(attributes);
  for (std::size_t at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1)) {
    std::size_t value = at + name.size();
    if (at > 0 && !is_space(lower[at - 1])) continue;
    while (value < lower.size() && is_space(lower[value])) ++value;
    if (value >= lower.size() || lower[value] != '=') continue;
    ++value;
    while (value < lower.size() && is_space(lower[value])) ++value;
    if (value >= lower.size()) return {};
    if (lower[value] == '"' || lower[value] == '\'') {
      const std::size_t close = lower.find(lower[value], value + 1);
      return attributes.substr(value + 1, close == std::string::npos ? close : close - value - 1);
    }
    std::size_t close = value;
    while (close < lower.size() && !is_space(lower[close])) ++close;
    return attributes.substr(value, close - value);
  }
  return {};
}

// Walks a page once from front to back. Elements that hold no article text are skipped to their
// end; one that never ends is not skipped but for scripts and styles, as in browsers.
class Page {
 public:
  explicit Page(Document& document)
      : document_(document), text_(document.original().utf8()), lower_(to_lower(text_)) {
    for (const std::string_view container : {"article", "main"}) {
      if (lower_.find("</" + std::string(container)) != std::string::npos &&
          lower_.find("<" + std::string(container)) != std::string::npos) {
        container_ = container;
        break;
      }
    }
  }

  void read() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t next = std::min(text_.find('<', at), text_.size());
      if (in_text()) append_text(at, next);
      if (next == text_.size()) break;
      at = read_markup(next);
    }
    document_.close_block(kind_);
  }

 private:
  bool in_text() const { return container_.empty() || container_depth_ > 0; }

  std::size_t read_markup(std::size_t at) {
    if (lower_.compare(at, 4, "<!--") == 0) return after("-->", at);
    if (lower_.compare(at, 2, "<!") == 0 || lower_.compare(at, 2, "<?") == 0) return after(">", at);
    const Tag tag = parse_tag(at);
    if (tag.name.empty()) {  // a bare "<"
      if (in_text()) document_.append(at, at + 1);
      return at + 1;
    }
    if (tag.name == "meta") read_meta(tag.attributes);
    if (tag.name == "time" && !tag.closing && !document_.published) {
      document_.published = parse_iso_date(attribute(tag.attributes, "datetime"));
    }
    if (tag.name == "title" && !tag.closing) {
      const std::size_t end = find_cached("</title", tag.end);
      if (end == std::string::npos) return tag.end;
      if (document_.title.empty()) document_.title = collapse(text_.substr(tag.end, end - tag.end));
      return after(">", end);
    }
    if (!tag.closing && is_skipped(tag.name)) return skip(tag);
    if (tag.name == container_) {
      document_.close_block(kind_);
      if (tag.closing) {
        container_depth_ -= container_depth_ > 0 ? 1 : 0;
      } else {
        ++container_depth_;
      }
    }
    if (in_text()) read_block_tag(tag);
    return tag.end;
  }

  static bool is_skipped(std::string_view name) {
    return one_of(
        name, {"script", "style", "nav", "aside", "footer", "form", "noscript", "template", "svg",
               "figcaption", "button", "select", "iframe", "object", "textarea"});
  }

  std::size_t skip(const Tag& tag) {
    const bool raw = one_of(tag.name, {"script", "style", "textarea"});
    const std::string close = "</" + tag.name;
    const std::size_t end = find_cached(close, tag.end);
    if (end == std::string::npos) return raw ? text_.size() : tag.end;
    if (tag.name == "script") read_linked_data(text_.substr(tag.end, end - tag.end));
    return after(">", end);
  }

  void read_block_tag(const Tag& tag) {
    const bool heading =
        tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
    if (!heading &&
        !one_of(tag.name,
                {"p",      "div",   "br",         "li",      "ul",     "ol",      "td",     "th",
                 "tr",     "table", "blockquote", "section", "header", "article", "main",   "body",
                 "figure", "pre",   "dd",         "dt",      "hr",     "address", "details"})) {
      return;
    }
    document_.close_block(kind_);
    kind_ = BlockKind::body;
    if (heading && !tag.closing) {
      kind_ = tag.name == "h1" && !has_title_block_ ? BlockKind::title : BlockKind::heading;
      has_title_block_ = has_title_block_ || kind_ == BlockKind::title;
    }
    const std::string style = to_lower(attribute(tag.attributes, "class"));
    if (!tag.closing &&
        (style.find("byline") != std::string::npos || style.find("author") != std::string::npos ||
         style == "meta" || style.find("dateline") != std::string::npos)) {
      kind_ = BlockKind::byline;
    }
  }

  void append_text(std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] != '&') continue;
      const std::size_t stop = text_.substr(0, std::min(end, at + 12)).find(';', at);
      if (stop == std::string_view::npos) continue;
      const std::string decoded = decode_entity(text_.substr(at + 1, stop - at - 1));
      if (decoded.empty()) continue;
      document_.append(from, at);
      document_.append(at, stop + 1, decoded);
      from = stop + 1;
      at = stop;
    }
    document_.append(from, end);
  }

  void read_meta(std::string_view attributes) {
    const std::string_view property = attribute(attributes, "property");
    const std::string name = to_lower(property.empty() ? attribute(attributes, "name") : property);
    const std::string_view content = attribute(attributes, "content");
    if (name == "og:title") document_.title = collapse(content);
    if (!document_.published &&
        one_of(name, {"article:published_time", "date", "datepublished", "dc.date", "pubdate",
                      "dcterms.created", "publish-date", "parsely-pub-date"})) {
      document_.published = parse_iso_date(content);
    }
  }

  void read_linked_data(std::string_view script) {
    const std::size_t key = script.find("\"datePublished\"");
    if (document_.published || key == std::string_view::npos) return;
    const std::size_t open = script.find('"', key + 15);
    if (open != std::string_view::npos)
      document_.published = parse_iso_date(script.substr(open + 1));
  }

  std::size_t after(std::string_view text, std::size_t at) const {
    const std::size_t found = lower_.find(text, at);
    return found == std::string::npos ? lower_.size() : found + text.size();
  }

  // find() that remembers where each text was found last, so that many unclosed elements cost one
  // pass and not one each.
  std::size_t find_cached(const std::string& text, std::size_t at) {
    const auto cached = found_.find(text);
    if (cached != found_.end() && cached->second >= at) return cached->second;
    return found_[text] = lower_.find(text, at);
  }

  // The tag at '<'; a name that is no tag leaves it empty. Marks within quotes do not end it.
  Tag parse_tag(std::size_t at) const {
    Tag tag;
    std::size_t i = at + 1;
    if (i < lower_.size() && lower_[i] == '/') {
      tag.closing = true;
      ++i;
    }
    const std::size_t name = i;
    while (i < lower_.size() && i - name < 32 &&
           (std::isalnum(static_cast<unsigned char>(lower_[i])) != 0 || lower_[i] == '-'))
      ++i;
    if (i == name || std::isalpha(static_cast<unsigned char>(lower_[name])) == 0) return tag;
    tag.name = lower_.substr(name, i - name);
    const std::size_t attributes = i;
    char quote = 0;
    // Attributes beyond this length are cut: an unclosed quote must not swallow the page.
    const std::size_t limit = std::min(text_.size(), i + 65536);
    for (; i < limit; ++i) {
      if (quote != 0) {
        if (text_[i] == quote) quote = 0;
      } else if (text_[i] == '>') {
        break;
      } else if ((text_[i] == '"' || text_[i] == '\'') && text_[i - 1] == '=') {
        quote = text_[i];
      }
    }
    if (quote != 0) i = std::min(text_.find('>', attributes), text_.size());
    tag.attributes = text_.substr(attributes, i - attributes);
    tag.end = std::min(i + 1, text_.size());
    return tag;
  }

  static std::string collapse(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '&') {
        const std::size_t stop = text.find(';', at);
        if (stop != std::string_view::npos && stop - at < 12) {
          const std::string decoded = decode_entity(text.substr(at + 1, stop - at - 1));
          if (!decoded.empty()) {
            out += decoded;
            at = stop;
            continue;
          }
        }
      }
      if (!is_space(text[at])) {
        out += text[at];
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

  Document& document_;
  std::string_view text_;
  std::string lower_;
  std::string_view container_;
  std::size_t container_depth_ = 0;
  BlockKind kind_ = BlockKind::body;
  bool has_title_block_ = false;
  TextMap<std::size_t> found_;
};

}  // namespace

void read_html(Document& document) { Page(document).read(); }

}  // namespace parley::record::internal
