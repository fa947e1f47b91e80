#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "parley/base/diagnostic.hpp"

namespace parley {

/// The length of the well-formed UTF-8 sequence at byte `at` (Unicode 15, table 3-7), 1 to 4; 0
/// when there is none.
std::size_t utf8_sequence_length(std::string_view bytes, std::size_t at);

/// Adds a character in UTF-8; a surrogate or a number that is none as U+FFFD.
void append_utf8(std::string& text, char32_t character);

/// The line and column of a byte of a UTF-8 text, counted from 1, for a message on `file`.
Place place_of_byte(std::string_view bytes, std::size_t at, std::string_view file);

}  // namespace parley
