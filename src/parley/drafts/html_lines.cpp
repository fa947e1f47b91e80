#include "parley/drafts/internal/html_lines.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "parley/base/utf8.hpp"
#include "parley/drafts/internal/words.hpp"

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kLongestEntity = 10;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool ends_a_paragraph(std::string_view tag) {
  return one_of(tag, {"p",  "div",   "li",      "ol",         "ul",        "br", "tr", "td",
                      "th", "table", "section", "article",    "main",      "h1", "h2", "h3",
                      "h4", "h5",    "h6",      "blockquote", "dt",        "dd", "dl", "pre",
                      "hr", "body",  "header",  "figure",     "figcaption"});
}

bool is_skipped(std::string_view tag) {
  return one_of(tag, {"script", "style", "nav", "aside", "footer", "noscript", "template", "svg"});
}

struct Tag {
  std::string name;
  bool closing = false;
  std::size_t end = 0;  // one past '>'
};

Tag tag_at(std::string_view page, std::size_t at) {
  if (page.substr(at).starts_with("<!--")) {
    const std::size_t end = page.find("-->", at + 4);
    return {"!", false, end == page.npos ? page.size() : end + 3};
  }
  Tag tag;
  const std::size_t end = page.find('>', at);
  tag.end = end == page.npos ? page.size() : end + 1;
  std::size_t i = at + 1;
  if (i < page.size() && page[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const std::size_t first = i;
  while (i < tag.end && page[i] != '>' && page[i] != '/' && page[i] != ' ' && page[i] != '\n' &&
         page[i] != '\t')
    ++i;
  tag.name = to_lower(page.substr(first, i - first));
  return tag;
}

struct OpenList {
  std::size_t number = 0;  // 0: it does not count
  int items = 0;
};

class PageReader {
 public:
  explicit PageReader(std::string_view page) : page_(page) {}

  std::vector<Line> run() {
    std::size_t at = page_.find("</head>");
    begin_ = at = at == page_.npos ? 0 : at;
    while (at < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at), page_.size());
      if (open == page_.size()) break;
      const Tag tag = tag_at(page_, open);
      if (is_skipped(tag.name) && !tag.closing) {
        close(open);
        at = past(tag);
        begin_ = at;
      } else {
        if (ends_a_paragraph(tag.name)) take(tag, open);
        at = tag.end;
      }
    }
    close(page_.size());
    return std::move(lines_);
  }

 private:
  std::size_t past(const Tag& tag) const {
    const std::size_t end = page_.find("</" + tag.name, tag.end);
    if (end == page_.npos) return page_.size();
    return std::min(page_.find('>', end), page_.size() - 1) + 1;
  }

  void take(const Tag& tag, std::size_t open) {
    close(open);
    begin_ = tag.end;
    level_ = 0;
    if (tag.name.size() == 2 && tag.name[0] == 'h' && !tag.closing && tag.name[1] != 'r') {
      level_ = tag.name[1] - '0';
    } else if (tag.name == "ol" || tag.name == "ul") {
      if (tag.closing) {
        if (!open_.empty()) open_.pop_back();
      } else {
        open_.push_back({tag.name == "ol" ? ++lists_ : 0, 0});
      }
    } else if (tag.name == "li" && !tag.closing && !open_.empty() && open_.back().number > 0) {
      ordinal_ = ++open_.back().items;
      list_ = open_.back().number;
    }
  }

  void close(std::size_t end) {
    std::size_t begin = begin_;
    const auto blank = [&](std::size_t i) {
      return page_[i] == ' ' || page_[i] == '\n' || page_[i] == '\t' || page_[i] == '\r';
    };
    while (begin < end && blank(begin)) ++begin;
    while (end > begin && blank(end - 1)) --end;
    begin_ = end;
    if (without_marks(page_.substr(begin, end - begin), text::Markup::html).empty()) return;
    Line line{begin, end, 4 * open_.size(), level_, Told::words, true, true, 0, 0};
    if (level_ > 0) line.told = Told::heading;
    line.ordinal = std::exchange(ordinal_, 0);
    line.list = line.ordinal > 0 ? list_ : 0;
    lines_.push_back(line);
  }

  std::string_view page_;
  std::vector<Line> lines_;
  std::vector<OpenList> open_;
  std::size_t begin_ = 0;
  std::size_t lists_ = 0;
  std::size_t list_ = 0;
  int ordinal_ = 0;
  int level_ = 0;
};

}  // namespace

EntityText entity_at(std::string_view page, std::size_t at) {
  if (page[at] != '&') return {};
  const std::size_t end = page.substr(at, kLongestEntity).find(';');
  if (end == page.npos || end < 2) return {};
  const std::string_view name = page.substr(at + 1, end - 1);
  constexpr std::pair<std::string_view, std::string_view> kKnown[] = {
      {"amp", "&"},        {"lt", "<"},         {"gt", ">"},         {"quot", "\""},
      {"nbsp", " "},       {"apos", "'"},       {"rsquo", "\u2019"}, {"lsquo", "\u2018"},
      {"rdquo", "\u201D"}, {"ldquo", "\u201C"}, {"ndash", "\u2013"}, {"mdash", "\u2014"},
      {"lsqb", "["},       {"rsqb", "]"}};
  for (const auto& [known, text] : kKnown) {
    if (known == name) return {end + 1, std::string(text)};
  }
  if (name.front() != '#') return {};
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string_view digits = name.substr(hex ? 2 : 1);
  unsigned value = 0;
  const auto read =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || value < 0x20)
    return {};
  EntityText found{end + 1, {}};
  append_utf8(found.text, static_cast<char32_t>(value));
  return found;
}

std::vector<Line> lines_of_html(std::string_view page) { return PageReader(page).run(); }

}  // namespace parley::drafts::internal
