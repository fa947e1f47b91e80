#pragma once

#include "parley/text/decoding.hpp"

namespace parley::text::internal {

/// The page as it stands, in UTF-8, once for each article in it; of several, `blocks` tell where in
/// the page the paragraphs of each stand.
Result<void> read_html(const Input& input, const Format& format, Decoding& decoding);

}  // namespace parley::text::internal
