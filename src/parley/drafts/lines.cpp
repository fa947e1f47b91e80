#include "parley/drafts/internal/lines.hpp"

#include <algorithm>

#include "parley/drafts/internal/html_lines.hpp"
#include "parley/text/plain_blocks.hpp"

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kLongestMark = 12;  // of a footnote

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// Physical lines [begin, end) of a stretch, blanks at their ends left out, with their columns.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t indent = 0;
  bool empty() const { return begin == end; }
};

Stretch next_line(std::string_view text, std::size_t at, std::size_t stop) {
  const std::size_t end = std::min(text.find('\n', at), stop);
  Stretch line{at, end, 0};
  while (line.begin < end && is_blank(text[line.begin])) {
    line.indent += text[line.begin] == '\t' ? 4U : 1U;
    ++line.begin;
  }
  while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
  return line;
}

std::string_view view(std::string_view text, const Stretch& line) {
  return text.substr(line.begin, line.end - line.begin);
}

void add_paragraph(std::string_view text, std::size_t begin, std::size_t end, Line like,
                   std::vector<Line>& lines) {
  const std::size_t first = lines.size();
  for (std::size_t at = begin; at < end;) {
    const Stretch stretch = next_line(text, at, end);
    at = std::min(text.find('\n', at), end - 1) + 1;
    if (stretch.empty()) continue;
    Line line = like;
    line.begin = stretch.begin;
    line.end = stretch.end;
    line.indent = stretch.indent;
    line.starts = lines.size() == first;
    line.ends = false;
    lines.push_back(line);
  }
  if (lines.size() > first) lines.back().ends = true;
}

std::vector<Line> lines_of_blocks(const text::Document& document) {
  std::vector<Line> lines;
  for (const text::Block& block : document.source.blocks) {
    Line like;
    switch (block.kind) {
      case text::BlockKind::title:
        like.told = Told::title;
        break;
      case text::BlockKind::heading:
        like.told = Told::heading;
        break;
      case text::BlockKind::item:
        like.told = Told::item;
        break;
      case text::BlockKind::note:
        like.told = Told::footnote;
        break;
      case text::BlockKind::quote:
        continue;
      case text::BlockKind::paragraph:
      case text::BlockKind::byline:
        break;
    }
    add_paragraph(document.text, block.begin, block.end, like, lines);
  }
  return lines;
}

std::vector<Line> lines_of_plain(std::string_view text) {
  std::vector<Line> lines;
  for (const text::Block& block : text::plain_blocks(text)) {
    // The blanks before its first line belong to the block's place, not to its words.
    const std::size_t before = text.find_last_of('\n', block.begin);
    const std::size_t begin = before == text.npos || block.begin == 0 ? 0 : before + 1;
    add_paragraph(text, std::min(begin, block.begin), block.end, {}, lines);
  }
  return lines;
}

std::size_t front_matter(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  const std::size_t end = text.find("\n---", 3);
  if (end == text.npos) return 0;
  const std::size_t stop = std::min(text.find('\n', end + 1), text.size());
  return text.substr(end + 4, stop - end - 4).find_first_not_of(" \r") == text.npos ? stop : 0;
}

// "[name]: address", "{:toc}" and the list item before it, and rules say something to a program.
bool is_for_programs(std::string_view line, std::string_view next) {
  if (line.starts_with("{:") || next.starts_with("{:toc")) return true;
  if (line.find_first_not_of("-*_= ") == line.npos && line.size() >= 3) return true;
  if (!line.starts_with('[') || line.starts_with("[^")) return false;
  const std::size_t close = line.find(']');
  return close != line.npos && line.substr(close).starts_with("]:") &&
         line.find("://", close) != line.npos;
}

std::vector<Line> lines_of_markdown(std::string_view text) {
  std::vector<Line> lines;
  bool starts = true;
  const auto end_paragraph = [&] {
    if (!lines.empty()) lines.back().ends = true;
    starts = true;
  };
  for (std::size_t at = front_matter(text); at < text.size();) {
    const Stretch stretch = next_line(text, at, text.size());
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view words = view(text, stretch);
    const std::string_view next =
        at < text.size() ? view(text, next_line(text, at, text.size())) : std::string_view();
    if (stretch.empty() || is_for_programs(words, next)) {
      end_paragraph();
      continue;
    }
    Line line{stretch.begin, stretch.end, stretch.indent, 0, Told::words, starts, false, 0, 0};
    const std::size_t marks = std::min(words.find_first_not_of('#'), words.size());
    if (marks > 0 && marks <= 6 && marks < words.size() && is_blank(words[marks])) {
      end_paragraph();
      line.level = static_cast<int>(marks);
      line.told = Told::heading;
      line.starts = true;
      line.begin += words.find_first_not_of("# \t");
      while (line.end > line.begin && (text[line.end - 1] == '#' || is_blank(text[line.end - 1])))
        --line.end;
      lines.push_back(line);
      end_paragraph();
      continue;
    }
    if (words.starts_with("[^") && words.substr(0, kLongestMark + 4).find("]:") != words.npos) {
      end_paragraph();
      line.told = Told::footnote;
      line.starts = true;
    }
    starts = false;
    lines.push_back(line);
  }
  end_paragraph();
  return lines;
}

std::string without_tags(std::string_view piece) {
  std::string kept;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (piece[i] == '<') {
      i = std::min(piece.find('>', i), piece.size());
      continue;
    }
    const EntityText entity = entity_at(piece, i);
    if (entity.length == 0) {
      kept += piece[i];
    } else {
      kept += entity.text;
      i += entity.length - 1;
    }
  }
  return kept;
}

// The length of "[^3]" at the front.
std::size_t footnote_mark(std::string_view text) {
  const std::size_t close = text.find(']');
  return text.starts_with("[^") && close != text.npos ? close + 1 : 0;
}

std::string without_emphasis(std::string_view piece) {
  std::string kept;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = piece[i];
    const bool escaped = c == '\\' && i + 1 < piece.size() &&
                         std::string_view("*_[](){}#.-\\+").find(piece[i + 1]) != piece.npos;
    if (escaped) {
      kept += piece[++i];
    } else if (const std::size_t mark = footnote_mark(piece.substr(i, kLongestMark)); mark > 0) {
      i += mark - 1;
    } else if (c == '_' ? (i > 0 && piece[i - 1] == '_') || piece.substr(i).starts_with("__")
                        : c != '*') {
      kept += c;
    }
  }
  return kept;
}

}  // namespace

std::vector<Line> lines_of(const text::Document& document, text::Markup markup) {
  if (!document.source.blocks.empty()) return lines_of_blocks(document);
  switch (markup) {
    case text::Markup::html:
      return lines_of_html(document.text);
    case text::Markup::markdown:
      return lines_of_markdown(document.text);
    case text::Markup::plain:
      break;
  }
  return lines_of_plain(document.text);
}

std::string title_of_front_matter(std::string_view text) {
  const std::string_view head = text.substr(0, front_matter(text));
  constexpr std::string_view kKey = "\ntitle:";
  const std::size_t at = head.find(kKey);
  if (at == head.npos) return {};
  const std::size_t begin = at + kKey.size();
  const std::string_view value = head.substr(begin, head.find('\n', begin) - begin);
  std::string title = without_marks(value, text::Markup::plain);
  const bool quoted = title.size() > 2 && title.front() == title.back() &&
                      (title.front() == '"' || title.front() == '\'');
  return quoted ? title.substr(1, title.size() - 2) : title;
}

std::string without_marks(std::string_view piece, text::Markup markup) {
  std::string read;
  if (markup == text::Markup::html) read = without_tags(piece);
  if (markup == text::Markup::markdown) read = without_emphasis(piece);
  if (markup == text::Markup::plain) read = piece;
  std::string line;
  for (std::size_t i = 0; i < read.size(); ++i) {
    const bool wide = read.compare(i, 2, "\u00A0") == 0;
    if (is_blank(read[i]) || read[i] == '\n' || wide) {
      if (!line.empty() && line.back() != ' ') line += ' ';
      if (wide) ++i;
    } else {
      line += read[i];
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace parley::drafts::internal
