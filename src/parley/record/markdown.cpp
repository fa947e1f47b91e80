#include <algorithm>
#include <string_view>

#include "parley/record/document.hpp"

namespace parley::record::internal {
namespace {

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-*_=|: ") == std::string_view::npos;
}

// The length of a list or quotation mark at the start of a line, with the spaces after it.
std::size_t marker_length(std::string_view line) {
  std::size_t at = 0;
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
    at = 2;
  } else if (line.starts_with('>')) {
    at = 1;
  } else {
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    if (at == 0 || at > 3 ||
        !(line.substr(at).starts_with(". ") || line.substr(at).starts_with(") "))) {
      return 0;
    }
    at += 2;
  }
  while (at < line.size() && line[at] == ' ') ++at;
  return at;
}

// Adds a line without emphasis marks, link targets and code marks.
void append_inline(Document& document, std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = begin;
  const auto drop = [&](std::size_t at, std::size_t count) {
    document.append(from, at);
    from = at + count;
  };
  for (std::size_t at = begin; at < end; ++at) {
    const char c = text[at];
    const bool word_before =
        at > begin && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
    const bool word_after =
        at + 1 < end && std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0;
    if (c == '\\' && at + 1 < end && std::ispunct(static_cast<unsigned char>(text[at + 1])) != 0) {
      drop(at, 1);
      ++at;
    } else if (c == '*' || c == '`' || (c == '_' && !(word_before && word_after))) {
      drop(at, 1);
    } else if (c == '!' && at + 1 < end && text[at + 1] == '[') {
      drop(at, 1);
    } else if (c == '[') {
      // A link begins here only when its text is followed by a target on this line.
      const std::string_view rest = text.substr(at, std::min<std::size_t>(end - at, 512));
      const std::size_t close = rest.find("](");
      if (close != std::string_view::npos && rest.find('[', 1) > close) drop(at, 1);
    } else if (c == ']' && at + 1 < end && text[at + 1] == '(') {
      const std::string_view rest = text.substr(at, std::min<std::size_t>(end - at, 2048));
      const std::size_t close = rest.find(')');
      if (close != std::string_view::npos) {
        drop(at, close + 1);
        at += close;
      }
    }
  }
  document.append(from, end);
}

}  // namespace

void read_markdown(Document& document) {
  // The view stays valid: append() fills another buffer than the original's.
  const std::string_view text = document.original().utf8();
  bool in_code = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    std::size_t begin = at;
    std::size_t end = stop;
    at = stop + 1;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    while (end > begin && (text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
    const std::string_view line = text.substr(begin, end - begin);
    if (line.starts_with("```")) {
      in_code = !in_code;
      document.close_block(BlockKind::body);
      continue;
    }
    if (in_code) continue;
    if (line.empty() || is_rule(line)) {
      document.close_block(BlockKind::body);
      continue;
    }
    if (line.starts_with('#')) {
      document.close_block(BlockKind::body);
      const std::size_t level = line.find_first_not_of('#');
      if (level == std::string_view::npos) continue;
      append_inline(document, text, begin + level, end);
      document.close_block(level == 1 && document.title.empty() ? BlockKind::title
                                                                : BlockKind::heading);
      continue;
    }
    if (line.starts_with('|')) {  // a table: each cell a block of its own
      document.close_block(BlockKind::body);
      for (std::size_t cell = begin; cell < end;) {
        const std::size_t bar = std::min(text.find('|', cell), end);
        append_inline(document, text, cell, bar);
        document.close_block(BlockKind::note);
        cell = bar + 1;
      }
      continue;
    }
    const std::size_t marker = marker_length(line);
    if (marker > 0) {
      document.close_block(BlockKind::body);
      begin += marker;
    } else {
      document.append(begin, begin, " ");
    }
    append_inline(document, text, begin, end);
  }
  document.close_block(BlockKind::body);
}

}  // namespace parley::record::internal
