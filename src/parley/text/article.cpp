#include "parley/text/article.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "parley/text/data_rows.hpp"
#include "parley/text/decoding.hpp"

namespace parley::text::internal {
namespace {

template <class... Tags>
bool is_one_of(Tag tag, Tags... tags) {
  return ((tag == tags) || ...);
}

// Elements whose content no reader reads as text.
bool is_no_text(Tag tag) {
  return is_one_of(tag, Tag::script, Tag::style, Tag::noscript, Tag::template_, Tag::svg, Tag::math,
                   Tag::button, Tag::select, Tag::iframe, Tag::object, Tag::textarea, Tag::title,
                   Tag::audio, Tag::video, Tag::canvas, Tag::datalist, Tag::noembed, Tag::noframes,
                   Tag::rp, Tag::rt, Tag::option, Tag::optgroup, Tag::label);
}

// Elements that divide a page; others only shape the text in one.
bool is_division(Tag tag) {
  return is_one_of(tag, Tag::div, Tag::section, Tag::article, Tag::main, Tag::td, Tag::th,
                   Tag::form, Tag::aside, Tag::header, Tag::footer, Tag::center, Tag::fieldset,
                   Tag::body, Tag::html, Tag::details, Tag::figure);
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.ends_with(mark); });
}

bool is_mostly_links(const PageLine& line) { return line.in_links * 2 > line.length; }

// How much running text a line holds: what is no link, of lines long enough for a sentence.
double running_text(const PageLine& line) {
  constexpr std::size_t kParagraph = 80;
  constexpr std::size_t kSentence = 25;
  if (is_mostly_links(line)) return 0;
  const std::size_t own = line.length - line.in_links;
  const bool is_sentence =
      own >= kSentence &&
      ends_with_any(line.text, {".", "!", "?", ":", "\"", ")", "\u201D", "\u2019", "\u2026",
                                "\u3002", "\uFF01", "\uFF1F"});
  return own >= kParagraph || is_sentence ? static_cast<double>(own) : 0;
}

bool is_paragraph(const PageLine& line) { return running_text(line) >= 80; }

// "Read more: …", "Advertisement": a line that is no text of the article, by data/html/lines.tsv.
bool begins_as_other(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  static const auto rows = data_rows("html/lines.tsv");
  if (text.size() > kLongest) return false;
  const std::string line =
      lower(text.substr(std::min(text.find_first_not_of("[(*>- "), text.size())));
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
    const std::string_view words = row.first;
    if (!line.starts_with(words)) return false;
    const char next = line.size() == words.size() ? ' ' : line[words.size()];
    return !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9'));
  });
}

// "Updated 10:01 pm, Tuesday, November 19, 2019", "By Ilan Marek": about the text, above it.
bool is_about_text(std::string_view text) {
  static const RE2 pattern(
      R"((?i)\b(?:19|20)\d\d\b|\d\d?[:.]\d\d\b|\b(?:updated|published|posted|by)\b)");
  return text.size() < 100 &&
         RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

// Sums of a measure over the lines below any node, in one step each.
class Sums {
 public:
  template <class Value>
  Sums(const Layout& layout, Value value) : layout_(layout), sums_(layout.nodes.size() + 1, 0) {
    for (const PageLine& line : layout.lines) sums_[line.characters.front() + 1] += value(line);
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }
  double below(std::uint32_t node) const { return sums_[layout_.nodes[node].end] - sums_[node]; }

 private:
  const Layout& layout_;
  std::vector<double> sums_;
};

// The first name of a class attribute that two elements have in common stands for one kind.
bool are_alike(const Layout& layout, std::uint32_t a, std::uint32_t b) {
  if (layout.nodes[a].tag != layout.nodes[b].tag) return false;
  const std::string names =
      " " + std::string(raw_attribute(layout.html, layout.nodes[b], "class")) + " ";
  std::string_view rest = raw_attribute(layout.html, layout.nodes[a], "class").substr(0, 1024);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string name(rest.substr(0, end));
    if (!name.empty() && names.find(" " + name + " ") != std::string::npos) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

using Index = std::uint32_t;

class Finder {
 public:
  Finder(const Layout& layout, std::optional<std::uint32_t> headline)
      : layout_(layout),
        headline_(headline),
        out_(left_out()),
        text_(layout,
              [&](const PageLine& line) {
                return out_[line.characters.front()] ? 0.0 : running_text(line);
              }),
        wholes_(layout.nodes.size() + 1, 0),
        in_item_(layout.nodes.size(), false),
        in_byline_(layout.nodes.size(), false) {
    for (Index i = 0; i < layout.nodes.size(); ++i) {
      const auto [tag, parent] = std::pair(node(i).tag, node(i).parent);
      wholes_[i + 1] = wholes_[i] + (is_one_of(tag, Tag::article, Tag::h1) ? 1 : 0);
      in_item_[i] = tag == Tag::li || (!is_division(tag) && in_item_[parent]);
      in_byline_[i] = tag == Tag::time || layout.parts[i] == Part::byline ||
                      (layout.parts[i] == Part::none && in_byline_[parent]);
    }
  }

  std::vector<FoundArticle> find() const {
    std::vector<FoundArticle> articles;
    if (text_.below(0) == 0) return articles;
    articles.push_back({root(), headline_, {}});
    add_others(articles);
    for (FoundArticle& each : articles) take_lines(each);
    return articles;
  }

  FoundArticle whole_page() const {
    FoundArticle page{0, headline_, {}};
    take_lines(page);
    return page;
  }

  FoundArticle whole_text() const {
    FoundArticle text{0, headline_, {}};
    for (Index i = 0; i < layout_.lines.size(); ++i) {
      text.lines.push_back({i, i == headline_ ? BlockKind::title : kind_of(layout_.lines[i])});
    }
    return text;
  }

 private:
  const HtmlNode& node(Index i) const { return layout_.nodes[i]; }
  bool is_within(Index i, Index above) const { return i >= above && i < node(above).end; }
  // The place of the headline; 0 where there is none.
  Index headline_place() const {
    return headline_ ? layout_.lines[*headline_].characters.front() : 0;
  }

  // Up to which share of the page's text a part of this name may be left out: an element that holds
  // more of it is named for something else, as "with-sidebar" is.
  static double most(Part part) {
    switch (part) {
      case Part::none:
      case Part::body:
      case Part::byline:
      case Part::hidden:  // left out before
        return 0;
      case Part::comments:
      case Part::footer:
        return 0.9;
      default:
        return 0.5;
    }
  }

  // Whether an article element has a heading before its text.
  bool begins_with_heading(Index i) const {
    if (node(i).tag != Tag::article) return false;
    const auto line = std::lower_bound(
        layout_.lines.begin(), layout_.lines.end(), i,
        [](const PageLine& each, Index at) { return each.characters.front() < at; });
    return line != layout_.lines.end() && is_within(line->characters.front(), i) &&
           is_heading(node(line->element).tag);
  }

  std::vector<bool> left_out() const {
    std::vector<bool> out(layout_.nodes.size(), false);
    const Sums all(layout_, running_text);
    const Index headline = headline_place();
    const bool in_article = article_around(headline) != 0;
    for (Index i = 1; i < layout_.nodes.size();) {
      // Of a page whose headline stands in no article element, those with a heading are teasers.
      const bool is_teaser = headline != 0 && !in_article && begins_with_heading(i);
      const double limit = is_teaser ? most(Part::related) : most(layout_.parts[i]);
      const bool holds_headline = headline != 0 && is_within(headline, i);
      const bool leaves = limit > 0 && !holds_headline && all.below(i) <= limit * all.below(0);
      if (leaves) std::fill(out.begin() + i, out.begin() + node(i).end, true);
      i = leaves ? node(i).end : i + 1;
    }
    return out;
  }

  // The innermost article element that holds a node; 0 where none does.
  Index article_around(Index i) const {
    while (i != 0 && node(i).tag != Tag::article) i = node(i).parent;
    return i;
  }

  // The outermost element that may hold the article: the article element with the headline, if it
  // has text; else the page.
  Index bounds() const {
    constexpr double kEnough = 100;
    Index i = article_around(headline_place());
    while (i != 0 && text_.below(i) < kEnough) i = article_around(node(i).parent);
    return i;
  }

  Index root() const {
    const Index bounds = this->bounds();
    std::vector<double> gathered(layout_.nodes.size(), 0);
    for (const PageLine& line : layout_.lines) {
      if (!out_[line.characters.front()]) gathered[line.element] += running_text(line);
    }
    Index best = bounds;
    for (auto i = static_cast<Index>(layout_.nodes.size() - 1); i > 0; --i) {
      const bool divides = is_division(node(i).tag);
      gathered[node(i).parent] += gathered[i] * (divides ? 0.5 : 1);
      // An article does not end before its headline.
      const bool may_be = divides && is_within(i, bounds) && node(i).end > headline_place();
      if (may_be && (best == bounds || gathered[i] >= gathered[best])) best = i;
    }
    if (gathered[bounds] > gathered[best]) best = bounds;
    return body_around(joined(best, bounds));
  }

  // An article may be cut into several elements of one kind, with adverts between: what holds them.
  Index joined(Index best, Index bounds) const {
    constexpr double kShare = 0.05;
    for (Index i = best; i > bounds && node(i).tag != Tag::article; i = node(i).parent) {
      const Index parent = node(i).parent;
      for (Index other = parent + 1; other < node(parent).end; other = node(other).end) {
        const bool goes_on = other != i && !out_[other] && node(other).tag != Tag::text &&
                             text_.below(other) > kShare * text_.below(best) && !is_whole(other) &&
                             are_alike(layout_, i, other);
        if (!goes_on) continue;
        best = parent;
        break;
      }
    }
    return best;
  }

  void add_others(std::vector<FoundArticle>& articles) const {
    constexpr double kShare = 0.2;
    const Index first = bounds();
    if (first == 0) return;
    const Tag level = node(layout_.lines[*headline_].element).tag;
    Index line = 0;
    for (Index i = 1; i < layout_.nodes.size();) {
      const bool is_other =
          node(i).tag == Tag::article && !out_[i] && !is_within(first, i) && !is_within(i, first);
      if (!is_other || text_.below(i) < kShare * text_.below(first)) {
        ++i;
        continue;
      }
      std::optional<Index> headline;
      std::size_t paragraphs = 0;
      while (line < layout_.lines.size() && layout_.lines[line].characters.front() < i) ++line;
      for (; line < layout_.lines.size(); ++line) {
        const PageLine& each = layout_.lines[line];
        if (!is_within(each.characters.front(), i)) break;
        const bool heads = node(each.element).tag == level && !is_mostly_links(each);
        if (heads && !headline) headline = line;
        if (headline && running_text(each) > 0) ++paragraphs;
      }
      if (headline && paragraphs > 1) articles.push_back({i, headline, {}});
      i = node(i).end;
    }
  }

  // Whether an element holds a report of its own.
  bool is_whole(Index i) const { return wholes_[node(i).end] > wholes_[i]; }

  Index body_around(Index best) const {
    for (Index i = best; i != 0; i = node(i).parent) {
      if (layout_.parts[i] == Part::body) return i;
    }
    return best;
  }

  BlockKind kind_of(const PageLine& line) const {
    if (is_heading(node(line.element).tag)) return BlockKind::heading;
    return in_item_[line.element] ? BlockKind::item : BlockKind::paragraph;
  }

  // Whether a line tells of the text: who wrote it, and when.
  bool is_byline(const PageLine& line) const {
    return in_byline_[line.characters.front()] && in_byline_[line.characters.back()];
  }

  bool is_text(const PageLine& line) const {
    constexpr std::size_t kSentence = 60;
    if (out_[line.characters.front()] || begins_as_other(line.text)) return false;
    if (!is_mostly_links(line)) return true;
    return line.length >= kSentence && ends_with_any(line.text, {".", "!", "?", ".\"", ".\u201D"});
  }

  void take_lines(FoundArticle& article) const {
    bool begun = false;  // the first paragraph was met
    std::vector<ArticleLine> taken;
    std::vector<bool> left;  // by line taken: whether lines before it were left out
    bool gap = false;
    for (Index i = 0; i < layout_.lines.size(); ++i) {
      const PageLine& line = layout_.lines[i];
      const bool inside = is_within(line.characters.front(), article.root);
      if (i == article.headline) {
        taken.push_back({i, BlockKind::title});
      } else if (!inside) {
        const bool after_headline = article.headline && i > *article.headline && !begun;
        if (!after_headline || !is_byline(line) || out_[line.characters.front()]) continue;
        taken.push_back({i, BlockKind::byline});
      } else if (!is_text(line)) {
        gap = true;
        continue;
      } else {
        BlockKind kind = kind_of(line);
        const bool is_heading = kind == BlockKind::heading;
        begun = begun || (!is_heading && is_paragraph(line));
        // Above the headline stand the site's own lines.
        if (!begun && article.headline && i < *article.headline) continue;
        const bool about = !begun && is_about_text(line.text);
        if (!is_heading && (about || is_byline(line))) kind = BlockKind::byline;
        taken.push_back({i, kind});
      }
      left.push_back(gap);
      gap = false;
    }
    article.lines = without_empty_headings(taken, left, gap);
  }

  // Leaves out headings with no text below them, such as that of a list of links.
  static std::vector<ArticleLine> without_empty_headings(const std::vector<ArticleLine>& taken,
                                                         const std::vector<bool>& left, bool gap) {
    std::vector<ArticleLine> kept;
    bool has_text = false;
    bool under_heading = false;
    for (std::size_t i = taken.size(); i-- > 0;) {
      if (under_heading && gap) has_text = false;
      gap = left[i];
      if (taken[i].kind == BlockKind::heading) {
        under_heading = true;
        if (!has_text) continue;
      } else {
        under_heading = false;
        has_text = true;
      }
      kept.push_back(taken[i]);
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
  }

  const Layout& layout_;
  std::optional<std::uint32_t> headline_;
  std::vector<bool> out_;
  Sums text_;
  std::vector<std::uint32_t> wholes_;  // articles and first headings before each node
  std::vector<bool> in_item_;
  std::vector<bool> in_byline_;
};

// How far two titles agree: 4 when they are one, 1 when one is within the other.
std::size_t agreement(const std::string& a, const std::string& b) {
  constexpr std::size_t kLongEnough = 15;  // to be no site's name
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 4;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return shorter.size() >= kLongEnough && longer.find(shorter) != std::string::npos ? 1 : 0;
}

}  // namespace

Layout layout_of(std::string_view html) {
  Layout layout{html, parse_html(html), {}, {}};
  std::vector<bool> no_text(layout.nodes.size(), false);
  layout.parts.reserve(layout.nodes.size());
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    layout.parts.push_back(part_of(html, layout.nodes[i]));
    no_text[i] = is_no_text(layout.nodes[i].tag);
  }
  std::vector<bool> not_shown = no_text;
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    not_shown[i] = not_shown[i] || layout.parts[i] == Part::hidden;
  }
  layout.lines = lines_of(html, layout.nodes, not_shown);
  const bool shows_text = std::any_of(layout.lines.begin(), layout.lines.end(), is_paragraph);
  // A page may hide all its text until a script shows it.
  if (!shows_text) {
    std::vector<PageLine> all = lines_of(html, layout.nodes, no_text);
    if (std::any_of(all.begin(), all.end(), is_paragraph)) layout.lines = std::move(all);
  }
  return layout;
}

std::string title_key(std::string_view title) {
  std::string key;
  for (std::size_t i = 0; i < title.size(); ++i) {
    const char c = title[i];
    const std::string_view rest = title.substr(i);
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (rest.starts_with("\xE2\x80")) {  // U+2000 to U+203F: blanks, dashes and quotation marks
      i += 2;
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else if (!is_ascii || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
      key += c;
    } else if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

std::optional<std::uint32_t> headline_of(const Layout& layout,
                                         const std::vector<std::string>& titles,
                                         std::string_view site) {
  std::vector<std::string> keys;
  for (const std::string& each : titles) keys.push_back(title_key(each));
  std::optional<std::uint32_t> best;
  std::size_t best_rank = 0;
  std::optional<std::uint32_t> first_heading;
  const std::string site_key = title_key(site);
  for (std::uint32_t i = 0; i < layout.lines.size(); ++i) {
    const Tag tag = layout.nodes[layout.lines[i].element].tag;
    if (!is_heading(tag)) continue;
    const PageLine& line = layout.lines[i];
    const std::string key = title_key(line.text);
    if (key.empty() || key == site_key) continue;
    // One that is a link leads to the site's own first page.
    if (tag == Tag::h1 && !is_mostly_links(line) && !first_heading) first_heading = i;
    std::size_t rank = 0;
    for (const std::string& title : keys) rank = std::max(rank, agreement(key, title));
    if (rank > 0 && tag == Tag::h1) ++rank;
    if (rank > best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best ? best : first_heading;
}

std::vector<FoundArticle> find_articles(const Layout& layout,
                                        std::optional<std::uint32_t> headline) {
  return Finder(layout, headline).find();
}

FoundArticle all_of_page(const Layout& layout, std::optional<std::uint32_t> headline) {
  return Finder(layout, headline).whole_page();
}

FoundArticle all_lines(const Layout& layout, std::optional<std::uint32_t> headline) {
  return Finder(layout, headline).whole_text();
}

}  // namespace parley::text::internal
