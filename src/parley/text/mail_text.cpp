#include "parley/text/mail_text.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "parley/text/plain_blocks.hpp"

namespace parley::text::internal {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool introduces(std::string_view line) {
  static const RE2 pattern(
      R"((?i)^(?:on\b.{4,}\bwrote:|.{4,}\bwrote:|le\b.{4,}a écrit ?:|am\b.{4,}schrieb.*:)$)");
  return line.size() < 400 && RE2::FullMatch(piece(line), pattern);
}

bool begins_repetition(std::string_view line) {
  static const RE2 pattern(R"((?i)^[-_ ]*original (?:message|appointment)[-_ ]*$)");
  return line.size() < 200 && RE2::FullMatch(piece(line), pattern);
}

}  // namespace

std::string unflowed(std::string_view text, bool delete_blank) {
  std::string joined;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool goes_on = line.ends_with(' ') && line != "-- ";
    if (goes_on && delete_blank) line.remove_suffix(1);
    if (line.starts_with(' ') && !line.starts_with("  ")) line.remove_prefix(1);
    joined += line;
    if (!goes_on) joined += '\n';
  }
  return joined;
}

std::vector<Block> letter_blocks(std::string_view text) {
  std::vector<Block> blocks = plain_blocks(text);
  bool repeats = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto words = [&](std::size_t b) {
      return text.substr(blocks[b].begin, blocks[b].end - blocks[b].begin);
    };
    if (begins_repetition(words(i))) repeats = true;
    const bool marked = words(i).starts_with('>');
    const bool before_marked =
        introduces(words(i)) && (i + 1 == blocks.size() || words(i + 1).starts_with('>'));
    if (repeats || marked || before_marked) blocks[i].kind = BlockKind::quote;
  }
  const bool has_own = std::any_of(blocks.begin(), blocks.end(),
                                   [](const Block& each) { return each.kind != BlockKind::quote; });
  if (!has_own) {
    for (Block& each : blocks) each.kind = BlockKind::paragraph;
  }
  return blocks;
}

}  // namespace parley::text::internal
