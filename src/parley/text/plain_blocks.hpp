#pragma once

#include <string_view>
#include <vector>

#include "parley/text/decode.hpp"

namespace parley::text {

/// The paragraphs of a plain text: its lines or, where a typist broke them at one middling length
/// in the middle of sentences, what stands between empty lines. Blanks at the ends are left out.
std::vector<Block> plain_blocks(std::string_view text);

}  // namespace parley::text
