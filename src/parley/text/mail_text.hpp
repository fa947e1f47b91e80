#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/text/decode.hpp"

namespace parley::text::internal {

/// The words of a letter in plain text: lines that RFC 3676 broke for its length are joined.
std::string unflowed(std::string_view text, bool delete_blank);

/// The paragraphs of a letter. What it repeats of an earlier one is BlockKind::quote: lines that
/// begin with ">", the line that introduces them ("On … wrote:"), and all behind a line such as
/// "-----Original Message-----". What is forwarded is told, not repeated; nor is anything a quote
/// in a letter that has no words of its own.
std::vector<Block> letter_blocks(std::string_view text);

}  // namespace parley::text::internal
