#pragma once

#include <string_view>
#include <vector>

namespace parley::record::internal {

/// Where the sentences of a block end, in bytes of `block`, the last at its size. ICU's English
/// rules (UAX #29), less the breaks after an abbreviation and before a small letter.
std::vector<std::size_t> sentence_ends(std::string_view block);

}  // namespace parley::record::internal
