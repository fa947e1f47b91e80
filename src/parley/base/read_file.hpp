#pragma once

#include <cstddef>
#include <string>

#include "parley/base/result.hpp"

namespace parley {

/// Reads a whole file as bytes. Fails as read_text_file does, but for what it says of the text.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

}  // namespace parley
