#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::text::internal {

/// A character reference: what it stands for, and its bytes from "&" on.
struct Entity {
  std::string text;
  std::size_t length = 0;  ///< 0 where there is none, and the "&" stands for itself
};

/// The character reference that begins at the "&" of a text (WHATWG HTML, section 13.2.5.72 on):
/// all 2,125 names, and the older ones without ";" where `in_attribute` leaves them; numbers, those
/// from 128 to 159 as windows-1252 and those of no character as U+FFFD.
Entity entity_at(std::string_view text, std::size_t at, bool in_attribute = false);

/// A text with its character references replaced.
std::string without_entities(std::string_view text, bool in_attribute = false);

}  // namespace parley::text::internal
