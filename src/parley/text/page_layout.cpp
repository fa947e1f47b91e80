#include "parley/text/page_layout.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace parley::text::internal {
namespace {

constexpr double kMargin = 0.12;  // of the height, above and below, where running heads stand

struct Line {
  std::string text;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::size_t page = 0;

  double height() const { return bottom - top; }
};

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool stands_in(const PrintedWord& word, const Line& line) {
  const double overlap = std::min(word.bottom, line.bottom) - std::max(word.top, line.top);
  const double smaller = std::min(word.bottom - word.top, line.height());
  return overlap > 0.5 * smaller && word.left >= line.right - line.height() * 0.5;
}

std::vector<Line> lines_of(const PrintedPage& page, std::size_t number) {
  std::vector<Line> lines;
  bool blank = false;
  for (const PrintedWord& word : page.words) {
    if (lines.empty() || !stands_in(word, lines.back())) {
      lines.push_back({word.text, word.left, word.top, word.right, word.bottom, number});
    } else {
      Line& line = lines.back();
      const bool apart = blank || word.left - line.right > line.height() * 0.25;
      line.text += apart ? " " + word.text : word.text;
      line.top = std::min(line.top, word.top);
      line.bottom = std::max(line.bottom, word.bottom);
      line.right = std::max(line.right, word.right);
    }
    blank = word.blank_after;
  }
  return lines;
}

bool is_in_margin(const Line& line, double height) {
  return line.bottom < height * kMargin || line.top > height * (1 - kMargin);
}

bool is_page_number(const std::string& line) {
  static const RE2 pattern(
      R"((?i)[-–—\[(|\s]*(?:page|p\.|pg\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—\])|\s]*)");
  return RE2::FullMatch(line, pattern);
}

// What recurs from page to page: the line with its digits all alike, at its height.
std::string pattern_of(const Line& line) {
  std::string pattern = std::to_string(std::lround(line.top / 4)) + ":";
  for (const char c : line.text) pattern += c >= '0' && c <= '9' ? '#' : c;
  return pattern;
}

// All lines but running heads and page numbers.
std::vector<Line> without_margins(const std::vector<PrintedPage>& pages) {
  std::vector<Line> lines;
  std::map<std::string, std::size_t> recurs;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (Line& line : lines_of(pages[p], p)) {
      if (is_in_margin(line, pages[p].height)) ++recurs[pattern_of(line)];
      lines.push_back(std::move(line));
    }
  }
  constexpr std::size_t kOften = 3;
  std::erase_if(lines, [&](const Line& line) {
    if (!is_in_margin(line, pages[line.page].height)) return false;
    return is_page_number(line.text) || recurs[pattern_of(line)] >= kOften ||
           (pages.size() == 2 && recurs[pattern_of(line)] == 2);
  });
  return lines;
}

// The gap between lines that is met most, in halves of a point; 0 where there is none.
double usual_gap(const std::vector<Line>& lines) {
  std::map<long, std::size_t> met;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double gap = lines[i].top - lines[i - 1].bottom;
    const bool follows = lines[i].page == lines[i - 1].page && gap > -lines[i].height() * 0.5 &&
                         gap < lines[i].height() * 0.9;
    if (follows) ++met[std::lround(gap * 2)];
  }
  const auto most = std::max_element(
      met.begin(), met.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == met.end() ? 0 : static_cast<double>(most->first) / 2;
}

bool begins_item(const std::string& line) {
  static const RE2 pattern(
      R"(^(?:(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\([a-z]{1,4}\)|\(\d{1,3}\)|[a-z][.)]|[ivxIVX]{1,5}[.)])\s|[•▪◦‣●–—-]\s|Article \d|ARTICLE |Annex |ANNEX |Section \d))");
  return RE2::PartialMatch(line, pattern);
}

bool ends_with_stop(const std::string& line) {
  static const RE2 pattern(R"([.!?:;…]["'”’»)\]]*\d{0,2}$)");
  return RE2::PartialMatch(line, pattern);
}

bool begins_small(const std::string& line) {
  static const RE2 pattern(R"(^["'“‘(]?\p{Ll})");
  return RE2::PartialMatch(line, pattern);
}

/// Where the lines of a column end and begin: those around one line.
struct Column {
  double left = 0;
  double right = 0;
};

Column column_around(const std::vector<Line>& lines, std::size_t at) {
  Column column{lines[at].left, lines[at].right};
  const std::size_t first = at < 12 ? 0 : at - 12;
  for (std::size_t i = first; i < std::min(lines.size(), at + 13); ++i) {
    const bool overlaps = lines[i].left < lines[at].right && lines[i].right > lines[at].left;
    if (!overlaps || lines[i].page != lines[at].page) continue;
    column.left = std::min(column.left, lines[i].left);
    column.right = std::max(column.right, lines[i].right);
  }
  return column;
}

/// How high letters are: most of them, and the highest on the first page.
struct Sizes {
  double usual = 0;
  double title = 0;  // 0 where none is higher than usual

  explicit Sizes(const std::vector<Line>& lines) {
    std::map<long, std::size_t> letters;
    for (const Line& line : lines) letters[std::lround(line.height() * 4)] += line.text.size();
    const auto most = std::max_element(
        letters.begin(), letters.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    if (most == letters.end()) return;
    usual = static_cast<double>(most->first) / 4;
    for (const Line& line : lines) {
      if (line.page == lines.front().page && is_large(line)) title = std::max(title, line.height());
    }
  }

  bool is_large(const Line& line) const { return line.height() > usual * kLarger; }
  bool is_small(const Line& line) const { return line.height() < usual * kSmaller; }

  static constexpr double kLarger = 1.12;
  static constexpr double kSmaller = 0.88;
};

bool ends_between(const std::vector<Line>& lines, std::size_t at, double usual,
                  const Sizes& sizes) {
  const Line& before = lines[at - 1];
  const Line& line = lines[at];
  if (begins_item(line.text)) return true;
  const double height = std::min(before.height(), line.height());
  const bool flows = before.page == line.page && line.top > before.top - height * 0.5;
  // The next column or page.
  if (!flows) return ends_with_stop(before.text) || !begins_small(line.text);
  if (line.top - before.bottom > std::max(usual + height * 0.35, 0.5)) return true;
  if (std::abs(before.height() - line.height()) > 0.18 * height) return true;
  if (sizes.is_large(line)) return false;  // a heading of several lines
  const Column column = column_around(lines, at - 1);
  const double width = column.right - column.left;
  const bool early = before.right < column.right - 0.12 * width;
  if (early && (ends_with_stop(before.text) || !begins_small(line.text))) return true;
  const bool indented =
      line.left > column.left + height * 0.8 && before.left < line.left - height * 0.8;
  return indented && ends_with_stop(before.text);
}

void note_compounds(const std::string& line, std::set<std::string, std::less<>>& compounds) {
  static const RE2 pattern(R"((\pL+-\pL+))");
  re2::StringPiece rest(line);
  std::string word;
  while (RE2::FindAndConsume(&rest, pattern, &word)) compounds.insert(word);
}

// A line without the hyphen at its end, when only the line's end made it.
bool drops_hyphen(const std::string& before, const std::string& line,
                  const std::set<std::string, std::less<>>& compounds) {
  static const RE2 end(R"((\pL+)-$)");
  static const RE2 begin(R"(^(\p{Ll}\pL*))");
  std::string first;
  std::string second;
  return RE2::PartialMatch(piece(before), end, &first) &&
         RE2::PartialMatch(piece(line), begin, &second) &&
         !compounds.contains(first + "-" + second);
}

BlockKind kind_of(const Line& first, const Sizes& sizes, bool has_title) {
  if (sizes.is_large(first)) {
    const bool is_title = !has_title && first.height() > 0.98 * sizes.title;
    return is_title ? BlockKind::title : BlockKind::heading;
  }
  if (sizes.is_small(first)) return BlockKind::note;
  const bool is_named = first.text.starts_with('A') || first.text.starts_with('S');
  return begins_item(first.text) && !is_named ? BlockKind::item : BlockKind::paragraph;
}

}  // namespace

BlockText paragraphs_of(const std::vector<PrintedPage>& pages) {
  const std::vector<Line> lines = without_margins(pages);
  const double usual = usual_gap(lines);
  const Sizes sizes(lines);
  bool has_title = false;
  std::set<std::string, std::less<>> compounds;
  for (const Line& line : lines) note_compounds(line.text, compounds);
  BlockText text;
  BlockKind kind = BlockKind::paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && ends_between(lines, i, usual, sizes)) text.close(kind);
    if (!text.is_open()) kind = kind_of(lines[i], sizes, has_title);
    has_title = has_title || kind == BlockKind::title;
    const bool hyphen = i + 1 < lines.size() && lines[i].text.ends_with('-') &&
                        !ends_between(lines, i + 1, usual, sizes);
    if (!hyphen) {
      text.add(lines[i].text + " ");
    } else if (drops_hyphen(lines[i].text, lines[i + 1].text, compounds)) {
      text.add(lines[i].text.substr(0, lines[i].text.size() - 1));
    } else {
      text.add(lines[i].text);
    }
  }
  text.close(kind);
  return text;
}

}  // namespace parley::text::internal
