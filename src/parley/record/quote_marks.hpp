#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace parley::record::internal {

/// A stretch between quotation marks within one block, in bytes of the readable text.
struct QuotedSpan {
  std::size_t open = 0;   ///< where the opening mark begins; == begin when a quote goes on
  std::size_t begin = 0;  ///< inside the marks
  std::size_t end = 0;
  std::size_t close = 0;          ///< one past the closing mark; == end when the next block goes on
  bool continues_before = false;  ///< goes on a quote of the block before
};

struct QuotedSpans {
  std::vector<QuotedSpan> spans;       ///< outermost only, in order
  std::vector<std::size_t> unmatched;  ///< where a mark stands that has no partner
};

/// The quoted stretches of bytes [begin, end) of a text, which is one block.
///
/// Straight, curly, low and angled marks; single marks against apostrophes and plural possessives;
/// of nested quotes the outer one (reference/record.md section 4). `next_opens` says that the next
/// block begins with a mark: then a quote without an end reaches to the end of this one. One pass.
QuotedSpans find_quotes(std::string_view text, std::size_t begin, std::size_t end, bool next_opens,
                        bool continues);

/// True when a block begins with an opening double mark.
bool begins_with_mark(std::string_view block);

}  // namespace parley::record::internal
