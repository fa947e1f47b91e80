#include "parley/brief/document.hpp"

#include "parley/base/harmless.hpp"

namespace parley::brief {
namespace {

// Any ASCII punctuation may be escaped (CommonMark 0.30, section 2.4); these are the ones that can
// start markup inside a line or a table cell, or markup language. Line breaks would end the block.
std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : for_documents(text)) {
    if (c == '\n' || c == '\r') {
      safe += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|&#~!").find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_punctuation(char c) { return c > ' ' && c < '\x7f' && !is_letter_or_digit(c); }

// Whether stars between the two letters begin or end an emphasis (CommonMark 0.30, section 6.2);
// `outside` is 0 at the end of a line. Letters beyond ASCII count as whatever is worse.
bool stars_work(char outside, char inside) {
  if (is_letter_or_digit(inside)) return true;
  return is_punctuation(inside) && (outside == '\0' || outside == ' ' || is_punctuation(outside));
}

// A text in stars, or in HTML where stars would not work; `before` and `after` stand around it.
std::string marked(const std::string& text, std::string_view stars, const std::string& element,
                   char before, char after) {
  if (text.empty()) return text;
  if (stars_work(before, text.front()) && stars_work(after, text.back())) {
    return std::string(stars) + escaped(text) + std::string(stars);
  }
  return "<" + element + ">" + escaped(text) + "</" + element + ">";
}

char first_of(const std::string& text) { return text.empty() ? '\0' : text.front(); }
char last_of(const std::string& text) { return text.empty() ? '\0' : text.back(); }

std::string inline_markdown(const Prose& prose) {
  std::string text;
  for (std::size_t i = 0; i < prose.runs().size(); ++i) {
    const Run& run = prose.runs()[i];
    const char before = i == 0 ? '\0' : last_of(prose.runs()[i - 1].text);
    const char after = i + 1 == prose.runs().size() ? '\0' : first_of(prose.runs()[i + 1].text);
    std::string piece = run.style == Style::strong ? marked(run.text, "**", "strong", before, after)
                        : run.style == Style::emphasis ? marked(run.text, "*", "em", before, after)
                                                       : escaped(run.text);
    if (!run.link.empty()) piece = "[" + piece + "](#" + run.link + ")";
    text += piece;
  }
  return text;
}

// A line that begins with a number and a stop, a plus or a minus would become a list; with four
// blanks, code.
std::string as_line(std::string text) {
  text.erase(0, text.find_first_not_of(" \t"));
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')')) {
    return text.insert(digits, "\\");
  }
  if (!text.empty() && (text[0] == '+' || text[0] == '-' || text[0] == '=')) text.insert(0, "\\");
  return text;
}

std::string target(const std::string& anchor) {
  return anchor.empty() ? "" : "<a id=\"" + anchor + "\"></a>";
}

std::string row_markdown(const std::vector<Prose>& cells, const std::string& anchor = {}) {
  std::string row = "| " + target(anchor);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    row += (i == 0 ? "" : " ") + inline_markdown(cells[i]) + " |";
  }
  return row + "\n";
}

struct BlockToMarkdown {
  std::string operator()(const Paragraph& block) const {
    return as_line(inline_markdown(block.prose)) + "\n\n";
  }
  std::string operator()(const List& block) const {
    std::string text;
    for (const Prose& item : block.items) text += "- " + as_line(inline_markdown(item)) + "\n";
    return text + "\n";
  }
  std::string operator()(const Table& block) const {
    std::string text;
    if (!block.caption.empty()) text += as_line(inline_markdown(block.caption)) + "\n\n";
    text += row_markdown(block.head) + "|";
    for (std::size_t i = 0; i < block.head.size(); ++i) text += "---|";
    text += "\n";
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      text += row_markdown(block.rows[row], block.anchors.empty() ? "" : block.anchors[row]);
    }
    return text + "\n";
  }
  std::string operator()(const Figure& block) const {
    std::string text;
    if (!block.title.empty()) text += "### " + escaped(block.title) + "\n\n";
    if (!block.caption.empty()) text += as_line(inline_markdown(block.caption)) + "\n\n";
    return block.numbers.rows.empty() ? text : text + (*this)(block.numbers);
  }
};

}  // namespace

std::string to_markdown(const Brief& brief) {
  std::string text =
      "# " + escaped(brief.answer) + "\n\n" + as_line(inline_markdown(brief.subtitle)) + "\n\n";
  for (const Chapter& chapter : brief.chapters) {
    text += target(chapter.id) + "\n\n## " + escaped(chapter.title) + "\n\n";
    for (const Block& block : chapter.blocks) text += std::visit(BlockToMarkdown{}, block);
  }
  if (!brief.exhibits.empty()) text += target("sources") + "\n\n## Sources and judgements\n\n";
  for (const Exhibit& each : brief.exhibits) {
    const bool judged = each.report.empty();
    const std::string number = each.anchor.substr(each.anchor.find('-') + 1);
    text += target(each.anchor) + "**" + (judged ? "judgement " : "") + number + "** " +
            escaped(each.origin) + ": " + escaped(each.before) +
            marked(each.passage, "**", "strong", each.before.empty() ? ' ' : each.before.back(),
                   first_of(each.after)) +
            escaped(each.after) + "\n\n";
  }
  if (!brief.run.empty()) text += "<!-- parley run " + brief.run + " -->\n";
  return text;
}

}  // namespace parley::brief
