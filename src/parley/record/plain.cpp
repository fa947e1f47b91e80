#include "parley/record/document.hpp"
#include "parley/text/plain_blocks.hpp"

namespace parley::record::internal {

void read_plain(Document& document) {
  for (const text::Block& each : text::plain_blocks(document.readable())) {
    document.add_block({each.begin, each.end, BlockKind::body, 0, false});
  }
}

}  // namespace parley::record::internal
