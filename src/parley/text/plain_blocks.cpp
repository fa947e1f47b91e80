#include "parley/text/plain_blocks.hpp"

#include <algorithm>

namespace parley::text {
namespace {

struct Line {
  std::size_t begin;
  std::size_t end;
};

bool ends_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with('"') || line.ends_with("\u201D") || line.ends_with('\'');
}

// Lines were broken by a typist when most lines that another follows are of one middling length and
// stop in the middle of a sentence.
bool is_hard_wrapped(std::string_view text, const std::vector<std::vector<Line>>& groups) {
  std::size_t followed = 0;
  std::size_t wrapped = 0;
  for (const auto& group : groups) {
    for (std::size_t i = 0; i + 1 < group.size(); ++i) {
      const std::string_view line = text.substr(group[i].begin, group[i].end - group[i].begin);
      ++followed;
      if (line.size() >= 45 && line.size() <= 130 && !ends_sentence(line)) ++wrapped;
    }
  }
  return followed >= 4 && wrapped * 10 > followed * 6;
}

}  // namespace

std::vector<Block> plain_blocks(std::string_view text) {
  std::vector<std::vector<Line>> groups;  // lines between empty lines
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      open = false;
    } else {
      if (!open) groups.emplace_back();
      open = true;
      groups.back().push_back({at + first, at + line.find_last_not_of(" \t\r") + 1});
    }
    at = end + 1;
  }
  const bool join = is_hard_wrapped(text, groups);
  std::vector<Block> blocks;
  for (const auto& group : groups) {
    if (join) {
      blocks.push_back({group.front().begin, group.back().end, BlockKind::paragraph});
      continue;
    }
    for (const Line& line : group) {
      blocks.push_back({line.begin, line.end, BlockKind::paragraph});
    }
  }
  return blocks;
}

}  // namespace parley::text
