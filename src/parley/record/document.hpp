#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/base/text.hpp"
#include "parley/record/record.hpp"

namespace parley::record::internal {

/// What a block of a report is. Only `body` holds statements; author and editor are no parties, and
/// a `quote` is an earlier letter that is only repeated.
enum class BlockKind { title, heading, byline, note, quote, body };

/// A paragraph, heading or cell: bytes [begin, end) of the readable text.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
  BlockKind kind = BlockKind::body;
  /// The bytes of a dateline or point number before the text itself; 0 when there is none.
  std::size_t lead = 0;
  bool is_item = false;  ///< of a list
};

/// A report as a reader sees it: text without markup, cut into blocks, each byte of which leads
/// back to the file. All further work is on bytes of readable(); passages are in code points of the
/// file. For plain text the two are the same and no map is kept.
class Document {
 public:
  explicit Document(Text original) : original_(std::move(original)) {}

  std::string_view readable() const {
    return runs_.empty() ? std::string_view(original_.utf8()) : std::string_view(readable_);
  }
  const Text& original() const { return original_; }
  const std::vector<Block>& blocks() const { return blocks_; }

  /// Code points of the file for bytes [begin, end) of the readable text.
  Span span(std::size_t begin, std::size_t end) const;

  /// Adds bytes [begin, end) of the file as they are.
  void append(std::size_t begin, std::size_t end);
  /// Adds other bytes in their place, such as the character that an entity stands for.
  void append(std::size_t begin, std::size_t end, std::string_view instead);
  /// Ends the block that began at the last close; nothing is added when it holds only spaces.
  void close_block(BlockKind kind);
  /// Makes bytes [begin, end) of the file a block of a plain text.
  void add_block(Block block) { blocks_.push_back(block); }

  std::vector<Block>& edit_blocks() { return blocks_; }

  std::string title;
  std::optional<std::chrono::year_month_day> published;
  text::Source source;

 private:
  struct Run {  // readable [readable, next.readable) stands for original [begin, end)
    std::size_t readable;
    std::size_t begin;
    std::size_t end;
  };
  Text original_;
  std::string readable_;
  std::vector<Run> runs_;
  std::vector<Block> blocks_;
  std::size_t block_begin_ = 0;
};

/// Reads a decoded report, or plain text, Markdown or HTML by text::markup_of(). Errors as
/// make_record.
Result<Document> read_document(ReportText report);

// The readers behind read_document; each fills text, blocks, and what the markup says of title and
// date. One pass over the bytes.
void read_plain(Document& document);
void read_markdown(Document& document);
void read_html(Document& document);

/// Tells titles, headings, bylines and datelines from body by how they are written, and finds the
/// title and the date of publication where the markup gave none.
void classify_blocks(Document& document);

}  // namespace parley::record::internal
