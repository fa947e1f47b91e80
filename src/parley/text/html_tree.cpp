#include "parley/text/html_tree.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "parley/text/decoding.hpp"
#include "parley/text/html_entities.hpp"

namespace parley::text::internal {
namespace {

constexpr std::array kNames = {std::string_view("#text"), std::string_view("template"),
#define PARLEY_HTML_ELEMENT(name) std::string_view(#name),
                               PARLEY_HTML_ELEMENTS(PARLEY_HTML_ELEMENT)
#undef PARLEY_HTML_ELEMENT
};
static_assert(kNames.size() == static_cast<std::size_t>(Tag::unknown));

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <class... Tags>
constexpr bool is_one_of(Tag tag, Tags... tags) {
  return ((tag == tags) || ...);
}

bool is_void(Tag tag) {
  return is_one_of(tag, Tag::area, Tag::base, Tag::basefont, Tag::bgsound, Tag::br, Tag::col,
                   Tag::embed, Tag::frame, Tag::hr, Tag::img, Tag::input, Tag::keygen, Tag::link,
                   Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr);
}

bool is_raw(Tag tag) {
  return is_one_of(tag, Tag::script, Tag::style, Tag::textarea, Tag::title, Tag::xmp, Tag::iframe,
                   Tag::noembed, Tag::noframes);
}

bool is_cell(Tag tag) { return is_one_of(tag, Tag::td, Tag::th); }

bool is_of_table(Tag tag) {
  return is_one_of(tag, Tag::table, Tag::tbody, Tag::thead, Tag::tfoot, Tag::tr, Tag::td, Tag::th,
                   Tag::caption);
}

// Kinds of open elements that rules ask for: where on the stack the last of each stands.
enum Kind : std::size_t {
  kBlock,       // an end tag of inline elements does not reach beyond it
  kScope,       // an end tag of blocks does not
  kList,        // an item belongs to it
  kDefinition,  // likewise
  kTable,
  kHeading,
  kButton,
  kSelect,
  kKinds
};

bool is_of_kind(Tag tag, Kind kind) {
  switch (kind) {
    case kBlock:
      return is_block(tag) || is_one_of(tag, Tag::button, Tag::object, Tag::applet, Tag::marquee,
                                        Tag::template_, Tag::select);
    case kScope:
      return is_cell(tag) || is_one_of(tag, Tag::table, Tag::caption, Tag::object, Tag::applet,
                                       Tag::marquee, Tag::template_);
    case kList:
      return is_one_of(tag, Tag::ul, Tag::ol, Tag::menu, Tag::dir);
    case kDefinition:
      return tag == Tag::dl;
    case kTable:
      return is_one_of(tag, Tag::table, Tag::template_);
    case kHeading:
      return is_heading(tag);
    case kButton:
      return tag == Tag::button;
    case kSelect:
      return tag == Tag::select;
    case kKinds:
      break;
  }
  return false;
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

class Builder {
 public:
  explicit Builder(std::string_view html) : html_(html), lower_(lower(html)) {
    for (std::size_t i = 0; i < kNames.size(); ++i) numbers_[kNames[i]] = static_cast<Tag>(i);
    by_tag_.resize(kNames.size() + 1);
    HtmlNode root;
    root.tag = Tag::html;
    nodes_.push_back(root);
    stack_.push_back(0);
  }

  std::vector<HtmlNode> build() {
    std::size_t at = 0;
    std::size_t text = 0;  // where the characters began that no node holds yet
    while (at < html_.size()) {
      const std::size_t mark = html_.find('<', at);
      if (mark == std::string_view::npos) break;
      const std::size_t end = markup_end(mark);
      if (end == mark) {
        at = mark + 1;
        continue;
      }
      add_text(text, mark);
      at = text = read_markup(mark, end);
    }
    add_text(text, html_.size());
    pop_to(1);
    nodes_[0].end = size();
    return std::move(nodes_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    HtmlNode node;
    node.parent = stack_.back();
    node.end = size() + 1;
    node.in_link = link_ != 0;
    node.begin = begin;
    node.stop = end;
    nodes_.push_back(node);
  }

  // One past the markup that begins at a "<"; the same place when it is only a character.
  std::size_t markup_end(std::size_t at) {
    const std::string_view rest = html_.substr(at + 1);
    if (rest.empty()) return at;
    if (rest.starts_with("!--")) return comment_end(at);
    if (rest[0] == '!' || rest[0] == '?') return after(">", at);
    if (rest[0] == '/') {
      if (rest.size() < 2) return at;
      return is_letter(rest[1]) ? tag_end(at + 2) : after(">", at);
    }
    return is_letter(rest[0]) ? tag_end(at + 1) : at;
  }

  std::size_t comment_end(std::size_t at) {
    if (html_.substr(at + 4).starts_with(">")) return at + 5;
    if (html_.substr(at + 4).starts_with("->")) return at + 6;
    return std::min(after("-->", at + 4), after("--!>", at + 4));
  }

  // One past the text where it comes next; the end of the page where it never does.
  std::size_t after(const std::string& text, std::size_t at) {
    const std::size_t found = find(text, at);
    return found == std::string_view::npos ? html_.size() : found + text.size();
  }

  // Where a text in lower case comes next. Remembers where each was found last, so that many
  // elements that never end cost one pass and not one each.
  std::size_t find(const std::string& text, std::size_t at) {
    auto& [from, found] = found_.try_emplace(text, 1, 0).first->second;
    if (at < from || (found != std::string::npos && found < at)) {
      from = at;
      found = lower_.find(text, at);
    }
    return found;
  }

  // One past the ">" that ends the tag; marks within quoted values do not.
  std::size_t tag_end(std::size_t at) {
    for (std::size_t i = at; i < html_.size(); ++i) {
      if (html_[i] == '>') return i + 1;
      if (html_[i] != '=') continue;
      do ++i;
      while (i < html_.size() && is_space(html_[i]));
      if (i == html_.size()) break;
      if (html_[i] != '"' && html_[i] != '\'') {
        --i;
        continue;
      }
      const std::size_t close = find(std::string(1, html_[i]), i + 1);
      if (close == std::string_view::npos) return after(">", at);  // it never closes
      i = close;
    }
    return html_.size();
  }

  Tag tag_named(std::string_view name) {
    const auto known = numbers_.find(name);
    if (known != numbers_.end()) return known->second;
    const Tag made = static_cast<Tag>(by_tag_.size());
    by_tag_.emplace_back();
    numbers_.emplace(name, made);
    return made;
  }

  std::size_t read_markup(std::size_t at, std::size_t end) {
    const bool closing = html_[at + 1] == '/';
    std::size_t name = at + (closing ? 2 : 1);
    if (name >= end || !is_letter(html_[name])) return end;  // a comment or a declaration
    std::size_t stop = name;
    while (stop < end && !is_space(html_[stop]) && html_[stop] != '/' && html_[stop] != '>') ++stop;
    const Tag tag = tag_named(std::string_view(lower_).substr(name, stop - name));
    if (closing) {
      close(tag);
      return end;
    }
    return open(tag, at, end);
  }

  std::size_t open(Tag tag, std::size_t at, std::size_t end) {
    if (is_one_of(tag, Tag::html, Tag::head, Tag::body) && place(tag) > 0) return end;
    close_before(tag);
    HtmlNode node;
    node.tag = tag;
    node.parent = stack_.back();
    node.begin = at;
    node.stop = end;
    node.end = size() + 1;
    nodes_.push_back(node);
    const bool self_closing = end >= 2 && html_[end - 2] == '/' && in_drawing();
    if (is_void(tag) || self_closing) return end;
    if (is_raw(tag)) return read_raw(tag, end);
    push(tag);
    if (tag == Tag::a && has_attribute(html_, node, "href")) link_ = size() - 1;
    return end;
  }

  bool in_drawing() const { return place(Tag::svg) > 0 || place(Tag::math) > 0; }

  // The characters up to the end tag. A script that never ends is one to the end of the page, as in
  // browsers; of other elements that would lose too much.
  std::size_t read_raw(Tag tag, std::size_t at) {
    const std::uint32_t element = size() - 1;
    const std::string close = "</" + std::string(kNames[static_cast<std::size_t>(tag)]);
    std::size_t stop = find(close, at);
    if (stop == std::string_view::npos) {
      if (tag != Tag::script && tag != Tag::style) return at;
      stop = html_.size();
    }
    if (stop > at) {
      HtmlNode node;
      node.parent = element;
      node.end = size() + 1;
      node.begin = at;
      node.stop = stop;
      nodes_.push_back(node);
    }
    nodes_[element].end = size();
    return after(">", stop);
  }

  // Where on the stack the last open element of a tag or kind stands; 0 when there is none.
  std::size_t place(Tag tag) const {
    const auto& places = by_tag_[static_cast<std::size_t>(tag)];
    return places.empty() ? 0 : places.back();
  }
  std::size_t place(Kind kind) const { return by_kind_[kind].empty() ? 0 : by_kind_[kind].back(); }

  void push(Tag tag) {
    const std::size_t at = stack_.size();
    stack_.push_back(size() - 1);
    by_tag_[static_cast<std::size_t>(tag)].push_back(at);
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if (is_of_kind(tag, static_cast<Kind>(kind))) by_kind_[kind].push_back(at);
    }
  }

  // Closes the elements of the stack from `first` on.
  void pop_to(std::size_t first) {
    while (stack_.size() > first) {
      HtmlNode& node = nodes_[stack_.back()];
      node.end = size();
      if (link_ == stack_.back()) link_ = 0;
      by_tag_[static_cast<std::size_t>(node.tag)].pop_back();
      for (std::size_t kind = 0; kind < kKinds; ++kind) {
        if (is_of_kind(node.tag, static_cast<Kind>(kind))) by_kind_[kind].pop_back();
      }
      stack_.pop_back();
    }
  }

  // Closes the last open element of a tag unless one at `barrier` or beyond it lies between.
  void close_within(Tag tag, std::size_t barrier) {
    if (place(tag) > barrier) pop_to(place(tag));
  }

  // What may not stay open when an element begins.
  void close_before(Tag tag) {
    const std::size_t scope = place(kScope);
    if (is_of_table(tag)) {
      close_cells_before(tag);
    } else if (tag == Tag::li) {
      close_within(Tag::li, std::max(scope, place(kList)));
    } else if (tag == Tag::dd || tag == Tag::dt) {
      const std::size_t list = std::max(scope, place(kDefinition));
      close_within(Tag::dd, list);
      close_within(Tag::dt, list);
    } else if (tag == Tag::option || tag == Tag::optgroup) {
      close_within(Tag::option, place(kSelect));
      if (tag == Tag::optgroup) close_within(Tag::optgroup, place(kSelect));
    } else if (tag == Tag::a) {
      link_ = 0;
      close_within(Tag::a, place(kBlock));
    } else if (is_heading(tag) && is_heading(nodes_[stack_.back()].tag)) {
      pop_to(stack_.size() - 1);
    }
    if (is_block(tag) && !is_one_of(tag, Tag::br, Tag::body, Tag::option, Tag::optgroup)) {
      close_within(Tag::p, std::max(scope, place(kButton)));
    }
  }

  void close_cells_before(Tag tag) {
    if (tag == Tag::table) return;
    const std::size_t table = place(kTable);
    close_within(Tag::td, table);
    close_within(Tag::th, table);
    close_within(Tag::caption, table);
    if (is_cell(tag)) return;
    close_within(Tag::tr, table);
    if (tag == Tag::tr) return;
    for (const Tag group : {Tag::tbody, Tag::thead, Tag::tfoot}) close_within(group, table);
  }

  void close(Tag tag) {
    if (tag == Tag::a) link_ = 0;
    if (is_one_of(tag, Tag::html, Tag::body)) return;  // what follows still belongs to it
    if (tag == Tag::table) {
      close_within(tag, 0);
    } else if (is_of_table(tag)) {
      close_within(tag, place(kTable));
    } else if (is_heading(tag)) {
      if (place(kHeading) > place(kScope)) pop_to(place(kHeading));
    } else if (is_one_of(tag, Tag::template_, Tag::object, Tag::applet, Tag::marquee)) {
      close_within(tag, 0);
    } else if (is_block(tag) || is_one_of(tag, Tag::button, Tag::select)) {
      const std::size_t list = tag == Tag::li ? place(kList) : 0;
      close_within(tag, std::max(place(kScope), list));
    } else {
      close_within(tag, place(kBlock));
    }
  }

  std::string_view html_;
  std::string lower_;
  std::vector<HtmlNode> nodes_;
  std::vector<std::uint32_t> stack_;  // open elements, the root first
  std::vector<std::vector<std::size_t>> by_tag_;
  std::array<std::vector<std::size_t>, kKinds> by_kind_;
  std::unordered_map<std::string_view, Tag> numbers_;
  std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> found_;
  std::uint32_t link_ = 0;  // the open "a" with an address; 0 for none
};

// Calls f(name, value) for each attribute of a start tag until it says true.
template <class Function>
bool any_attribute(std::string_view html, const HtmlNode& node, Function f) {
  std::size_t at = node.begin + 1;
  const std::size_t end =
      node.stop > node.begin && html[node.stop - 1] == '>' ? node.stop - 1 : node.stop;
  const auto skip_spaces = [&] {
    while (at < end && is_space(html[at])) ++at;
  };
  while (at < end && !is_space(html[at]) && html[at] != '/') ++at;
  while (at < end) {
    while (at < end && (is_space(html[at]) || html[at] == '/')) ++at;
    const std::size_t name = at;
    while (at < end && !is_space(html[at]) && html[at] != '=' && html[at] != '/') ++at;
    if (at == name) {  // "=" where a name should be
      ++at;
      continue;
    }
    Attribute found{html.substr(name, at - name), {}};
    skip_spaces();
    if (at < end && html[at] == '=') {
      ++at;
      skip_spaces();
      if (at < end && (html[at] == '"' || html[at] == '\'')) {
        const std::size_t close = std::min(html.substr(0, end).find(html[at], at + 1), end);
        found.value = html.substr(at + 1, close - at - 1);
        at = std::min(close + 1, end);
      } else {
        const std::size_t value = at;
        while (at < end && !is_space(html[at])) ++at;
        found.value = html.substr(value, at - value);
      }
    }
    if (f(found)) return true;
  }
  return false;
}

}  // namespace

bool is_heading(Tag tag) {
  return is_one_of(tag, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6);
}

bool is_block(Tag tag) {
  return is_heading(tag) ||
         is_one_of(tag, Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::body, Tag::br,
                   Tag::caption, Tag::center, Tag::dd, Tag::details, Tag::dialog, Tag::dir,
                   Tag::div, Tag::dl, Tag::dt, Tag::fieldset, Tag::figcaption, Tag::figure,
                   Tag::footer, Tag::form, Tag::header, Tag::hgroup, Tag::hr, Tag::legend, Tag::li,
                   Tag::listing, Tag::main, Tag::menu, Tag::nav, Tag::ol, Tag::optgroup,
                   Tag::option, Tag::p, Tag::plaintext, Tag::pre, Tag::search, Tag::section,
                   Tag::summary, Tag::table, Tag::tbody, Tag::td, Tag::tfoot, Tag::th, Tag::thead,
                   Tag::title, Tag::tr, Tag::ul, Tag::xmp);
}

std::vector<HtmlNode> parse_html(std::string_view html) { return Builder(html).build(); }

std::string_view raw_attribute(std::string_view html, const HtmlNode& node, std::string_view name) {
  std::string_view value;
  any_attribute(html, node, [&](const Attribute& each) {
    if (!same(each.name, name)) return false;
    value = each.value;
    return true;
  });
  return value;
}

std::string attribute(std::string_view html, const HtmlNode& node, std::string_view name) {
  return without_entities(raw_attribute(html, node, name), true);
}

bool has_attribute(std::string_view html, const HtmlNode& node, std::string_view name) {
  return any_attribute(html, node, [&](const Attribute& each) { return same(each.name, name); });
}

}  // namespace parley::text::internal
