#include "parley/text/page_parts.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <unordered_map>

#include "parley/text/data_rows.hpp"
#include "parley/text/decoding.hpp"

namespace parley::text::internal {
namespace {

// By phrase, its words in lower case with single blanks between.
using Phrases = std::unordered_map<std::string_view, Part>;

constexpr std::size_t kLongestPhrase = 3;

Part part_named(std::string_view name) {
  constexpr std::string_view kNames[] = {"none",   "body",    "comments", "related", "navigation",
                                         "footer", "share",   "advert",   "consent", "invitation",
                                         "author", "caption", "byline",   "labels",  "hidden"};
  const auto* const found = std::find(std::begin(kNames), std::end(kNames), name);
  assert(found != std::end(kNames));
  return static_cast<Part>(found - std::begin(kNames));
}

Phrases read_phrases() {
  Phrases phrases;
  for (const auto& [phrase, part] : data_rows("html/parts.tsv")) {
    phrases.emplace(phrase, part_named(part));
  }
  return phrases;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "readNext_box" as "read next box", each name of the value a line.
std::string worded(std::string_view value) {
  std::string words;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (is_small(c)) {
      words += c;
    } else if (is_capital(c)) {
      if (i > 0 && is_small(value[i - 1])) words += ' ';
      words += static_cast<char>(c - 'A' + 'a');
    } else if (c == ' ' || c == '\t' || c == '\n') {
      words += '\n';
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return words;
}

// The part of the longest phrase in one name; of two of one length the later.
void look_for_part(std::string_view name, Part& part, std::size_t& longest) {
  static const Phrases phrases = read_phrases();
  std::size_t begin = 0;
  while (begin < name.size()) {
    std::size_t end = begin;
    for (std::size_t words = 1; words <= kLongestPhrase && end < name.size(); ++words) {
      end = std::min(name.find(' ', end + (words > 1 ? 1 : 0)), name.size());
      const auto found = phrases.find(name.substr(begin, end - begin));
      if (found == phrases.end() || words < longest) continue;
      longest = words;
      part = found->second;
    }
    begin = std::min(name.find(' ', begin), name.size() - 1) + 1;
  }
}

Part part_by_names(std::string_view value) {
  constexpr std::size_t kMost = 4096;
  const std::string words = worded(value.substr(0, kMost));
  Part part = Part::none;
  std::size_t longest = 1;
  std::string_view rest = words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view name = trimmed(rest.substr(0, end));
    // "category-promotion", "tag-privacy": what the text is about.
    if (!name.starts_with("category ") && !name.starts_with("tag ")) {
      look_for_part(name, part, longest);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return part;
}

bool is_hidden(std::string_view html, const HtmlNode& node) {
  if (has_attribute(html, node, "hidden")) return true;
  if (same(raw_attribute(html, node, "aria-hidden"), "true")) return true;
  std::string style = lower(raw_attribute(html, node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Part part_of(std::string_view html, const HtmlNode& node) {
  if (node.tag == Tag::text || node.tag == Tag::html || node.tag == Tag::body) return Part::none;
  const std::string_view start = html.substr(node.begin, node.stop - node.begin);
  const bool has_attributes =
      start.find('=') != std::string_view::npos || start.find(' ') != start.npos;
  if (has_attributes && is_hidden(html, node)) return Part::hidden;
  switch (node.tag) {
    case Tag::nav:
    case Tag::menu:
    case Tag::search:
      return Part::navigation;
    case Tag::footer:
      return Part::footer;
    case Tag::aside:
      return Part::related;
    case Tag::dialog:
      return Part::consent;
    case Tag::figcaption:
    case Tag::caption:
      return Part::caption;
    default:
      break;
  }
  if (!has_attributes) return Part::none;
  const std::string_view role = raw_attribute(html, node, "role");
  if (same(role, "dialog") || same(role, "alertdialog")) return Part::consent;
  if (same(raw_attribute(html, node, "itemprop"), "articleBody")) return Part::body;
  for (const std::string_view name : {"class", "id", "role"}) {
    const Part part = part_by_names(raw_attribute(html, node, name));
    if (part != Part::none) return part;
  }
  return Part::none;
}

}  // namespace parley::text::internal
