#include "parley/text/block_text.hpp"

#include <algorithm>

#include "parley/base/utf8.hpp"

namespace parley::text::internal {
namespace {

enum class Class { blank, nothing, character };

Class class_of(std::string_view sequence) {
  if (sequence.size() == 1) {
    const auto byte = static_cast<unsigned char>(sequence[0]);
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return Class::blank;
    return byte < 0x20 || byte == 0x7F ? Class::nothing : Class::character;
  }
  if (sequence == "\u00A0" || sequence == "\u2028" || sequence == "\u2029") return Class::blank;
  // C1 controls; soft hyphen; zero width space; byte order mark.
  if (sequence[0] == '\xC2' && static_cast<unsigned char>(sequence[1]) < 0xA0)
    return Class::nothing;
  if (sequence == "\u00AD" || sequence == "\u200B" || sequence == "\uFEFF") return Class::nothing;
  return Class::character;
}

}  // namespace

void BlockText::add(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t length = utf8_sequence_length(utf8, at);
    const std::string_view sequence = utf8.substr(at, std::max<std::size_t>(length, 1));
    at += sequence.size();
    const Class kind = length == 0 ? Class::nothing : class_of(sequence);
    if (kind == Class::blank) blank_ = true;
    if (kind != Class::character) continue;
    if (!is_open() && !blocks_.empty()) {
      text_ += "\n\n";
      begin_ = text_.size();
    }
    if (blank_ && is_open()) text_ += ' ';
    blank_ = false;
    text_ += sequence;
  }
}

bool BlockText::close(BlockKind kind) {
  blank_ = false;
  if (!is_open()) return false;
  blocks_.push_back({begin_, text_.size(), kind});
  begin_ = text_.size();
  return true;
}

Result<void> add_blocks(BlockText text, const Input& input, const Format& format,
                        Decoding& decoding) {
  Document document{input.name(), text.take_text(), {}};
  document.source.format = format.name;
  document.source.markup = Markup::plain;
  document.source.blocks = text.take_blocks();
  return decoding.add(input, std::move(document));
}

std::string one_line(std::string_view text) {
  BlockText line;
  line.add(text);
  return line.take_text();
}

}  // namespace parley::text::internal
