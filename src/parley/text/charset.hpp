#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::text::internal {

/// Bytes turned into characters.
struct Characters {
  std::string utf8;          ///< without byte order mark and NUL
  std::string charset;       ///< the IANA name of what the bytes were
  int confidence = 100;      ///< of 100; less where it was guessed
  std::size_t replaced = 0;  ///< bytes that mean nothing, each told as U+FFFD
};

/// The characters of a text of unknown encoding; nothing when the bytes are no text.
///
/// In this order: a byte order mark; valid UTF-8 without NUL; UTF-16 or UTF-32 by its zeros; the
/// encoding that `declared`, an HTML `meta` or an XML declaration names, as the WHATWG reads its
/// label (Encoding Standard, section 4.2: ISO-8859-1 is windows-1252); UTF-8 with few broken bytes;
/// what ICU's detector finds likeliest. No text is what holds NUL bytes, or more than one control
/// character in eight where it is valid UTF-8, in fifty where its encoding is guessed.
std::optional<Characters> characters_of(std::string_view bytes, std::string_view declared = {});

/// Bytes of one known encoding, such as "windows-1251"; nothing when nobody knows it.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace parley::text::internal
