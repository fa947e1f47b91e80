#include "parley/brief/document.hpp"

namespace parley::brief {
namespace {

// Any ASCII punctuation may be escaped (CommonMark 0.30, section 2.4); these are the ones that can
// start markup inside a line or a table cell, or markup language. Line breaks would end the block.
std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      safe += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|&#~!").find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string inline_markdown(const Prose& prose) {
  std::string text;
  for (const Run& run : prose.runs()) {
    std::string piece = escaped(run.text);
    if (run.style == Style::strong) piece = "**" + piece + "**";
    if (run.style == Style::emphasis) piece = "*" + piece + "*";
    if (!run.link.empty()) piece = "[" + piece + "](#" + run.link + ")";
    text += piece;
  }
  return text;
}

// A line that begins with a number and a stop, a plus or a minus would become a list.
std::string as_line(std::string text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')')) {
    return text.insert(digits, "\\");
  }
  if (!text.empty() && (text[0] == '+' || text[0] == '-' || text[0] == '=')) text.insert(0, "\\");
  return text;
}

std::string row_markdown(const std::vector<Prose>& cells) {
  std::string row = "|";
  for (const Prose& cell : cells) row += " " + inline_markdown(cell) + " |";
  return row + "\n";
}

struct BlockToMarkdown {
  std::string operator()(const Paragraph& block) const {
    return as_line(inline_markdown(block.prose)) + "\n\n";
  }
  std::string operator()(const List& block) const {
    std::string text;
    for (const Prose& item : block.items) text += "- " + inline_markdown(item) + "\n";
    return text + "\n";
  }
  std::string operator()(const Table& block) const {
    std::string text;
    if (!block.caption.empty()) text += as_line(inline_markdown(block.caption)) + "\n\n";
    text += row_markdown(block.head) + "|";
    for (std::size_t i = 0; i < block.head.size(); ++i) text += "---|";
    text += "\n";
    for (const auto& row : block.rows) text += row_markdown(row);
    return text + "\n";
  }
  std::string operator()(const Figure& block) const {
    return as_line(inline_markdown(block.caption)) + "\n\n";
  }
};

}  // namespace

std::string to_markdown(const Brief& brief) {
  std::string text = "# " + escaped(brief.title) + "\n\n*" + escaped(brief.subtitle) + "*\n\n";
  for (const Chapter& chapter : brief.chapters) {
    text += "<a id=\"" + chapter.id + "\"></a>\n\n## " + escaped(chapter.title) + "\n\n";
    for (const Block& block : chapter.blocks) text += std::visit(BlockToMarkdown{}, block);
  }
  if (!brief.exhibits.empty()) text += "<a id=\"sources\"></a>\n\n## Sources and judgements\n\n";
  for (const Exhibit& each : brief.exhibits) {
    const bool judged = each.report.empty();
    const std::string number = each.anchor.substr(each.anchor.find('-') + 1);
    text += "<a id=\"" + each.anchor + "\"></a>**" + (judged ? "judgement " : "") + number + "** " +
            escaped(each.origin) + ": " + escaped(each.before) + "**" + escaped(each.passage) +
            "**" + escaped(each.after) + "\n\n";
  }
  return text;
}

}  // namespace parley::brief
