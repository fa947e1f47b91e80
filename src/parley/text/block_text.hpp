#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/text/decoding.hpp"

namespace parley::text::internal {

/// A text put together from paragraphs, with an empty line between them.
class BlockText {
 public:
  /// Adds to the paragraph that is open. Blanks become one space; control characters, soft hyphens
  /// and what is not UTF-8 are left out.
  void add(std::string_view utf8);
  /// Ends the paragraph; one that is empty is none. Gives whether there was one.
  bool close(BlockKind kind);
  bool is_open() const { return text_.size() > begin_; }
  bool empty() const { return blocks_.empty() && !is_open(); }

  const std::string& text() const { return text_; }
  std::string take_text() { return std::move(text_); }
  std::vector<Block> take_blocks() { return std::move(blocks_); }

 private:
  std::string text_;
  std::vector<Block> blocks_;
  std::size_t begin_ = 0;  // of the paragraph that is open
  bool blank_ = false;     // before what comes next
};

/// Adds a text as the document of an input.
Result<void> add_blocks(BlockText text, const Input& input, const Format& format,
                        Decoding& decoding);

/// A text on one line, with single blanks and without what BlockText leaves out.
std::string one_line(std::string_view text);

}  // namespace parley::text::internal
