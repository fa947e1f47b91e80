#include "parley/base/harmless.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "parley/base/text.hpp"

namespace parley {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// What acts on the text around it, or cannot be seen; line feed, tab and joiners are not among it.
constexpr std::array kActing = {
    Range{0x00, 0x08},     Range{0x0B, 0x1F},     Range{0x7F, 0x9F},      Range{0xAD, 0xAD},
    Range{0x061C, 0x061C}, Range{0x180E, 0x180E}, Range{0x200B, 0x200B},  Range{0x200E, 0x200F},
    Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0xFDD0, 0xFDEF},  Range{0xFEFF, 0xFEFF},
    Range{0xFFF9, 0xFFFB}, Range{0xFFFE, 0xFFFF}, Range{0xE0000, 0xE007F}};

bool acts(char32_t c) {
  const auto* range = std::lower_bound(kActing.begin(), kActing.end(), c,
                                       [](Range each, char32_t at) { return each.last < at; });
  return (range != kActing.end() && range->first <= c) || (c & 0xFFFEU) == 0xFFFEU;
}

bool stays_out_of_documents(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) ||
         c == 0xFFFE || c == 0xFFFF;
}

char32_t code_point(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return first;
  auto value = static_cast<char32_t>(first & (0x7FU >> sequence.size()));
  for (const char each : sequence.substr(1)) {
    value = (value << 6U) | (static_cast<unsigned char>(each) & 0x3FU);
  }
  return value;
}

template <class... Numbers>
std::string printed(const char* format, Numbers... numbers) {
  std::array<char, 24> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

// Copies `text`; where `replacement(code point)` is not empty it stands instead, and
// `of_byte(byte)` where a byte is not UTF-8.
template <class Replacement, class OfByte>
std::string replaced(std::string_view text, Replacement replacement, OfByte of_byte) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_sequence_length(text, at);
    const std::string_view sequence = text.substr(at, std::max<std::size_t>(length, 1));
    const std::string instead = length == 0 ? of_byte(static_cast<unsigned char>(text[at]))
                                            : replacement(code_point(sequence));
    if (instead.empty()) {
      result += sequence;
    } else {
      result += instead;
    }
    at += sequence.size();
  }
  return result;
}

std::string numbered(char32_t c) {
  return acts(c) ? printed("<U+%04X>", static_cast<unsigned>(c)) : std::string();
}

std::string json_escape(char32_t c) {
  if (!acts(c) || c < 0x20) return {};  // below U+0020 is the JSON's own white space
  if (c < 0x10000) return printed("\\u%04x", static_cast<unsigned>(c));
  const auto rest = static_cast<unsigned>(c - 0x10000);
  return printed("\\u%04x\\u%04x", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

constexpr std::string_view kReplacement = "\uFFFD";

}  // namespace

std::string for_terminal(std::string_view text) {
  return replaced(text, numbered, [](unsigned byte) { return printed("<0x%02X>", byte); });
}

std::string for_documents(std::string_view text) {
  return replaced(
      text, [](char32_t c) { return std::string(stays_out_of_documents(c) ? kReplacement : ""); },
      [](unsigned) { return std::string(kReplacement); });
}

std::string for_json(std::string_view json) {
  return replaced(json, json_escape, [](unsigned) { return std::string(kReplacement); });
}

}  // namespace parley
