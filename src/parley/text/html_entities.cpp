#include "parley/text/html_entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "parley/base/utf8.hpp"
#include "parley/text/data_rows.hpp"

namespace parley::text::internal {
namespace {

using Names = std::unordered_map<std::string_view, std::string>;

std::string characters_of(std::string_view code_points) {
  std::string text;
  while (!code_points.empty()) {
    std::uint32_t value = 0;
    const char* const end = code_points.data() + code_points.size();
    const char* const next = std::from_chars(code_points.data(), end, value, 16).ptr;
    append_utf8(text, value);
    code_points.remove_prefix(static_cast<std::size_t>(next - code_points.data()));
    if (!code_points.empty()) code_points.remove_prefix(1);
  }
  return text;
}

// By name, with its ";" where it has one.
Names read_names() {
  Names names;
  for (const auto& [name, code_points] : data_rows("html/entities.tsv")) {
    names.emplace(name, characters_of(code_points));
  }
  return names;
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// What windows-1252 has at 128 to 159; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// NUL, surrogates and numbers beyond Unicode are no characters; other controls would break what
// shows them, and no page means them.
char32_t character_numbered(std::uint32_t value) {
  if (value >= 0x80 && value < 0xA0) {
    const char16_t known = kWindows[value - 0x80];
    return known == 0 ? 0xFFFD : known;
  }
  const bool is_blank = value == '\t' || value == '\n' || value == '\r' || value == '\f';
  if (is_blank) return ' ';
  const bool valid =
      value >= 0x20 && value != 0x7F && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return valid ? value : 0xFFFD;
}

Entity numeric_entity(std::string_view rest) {
  const bool hex = rest.size() > 2 && (rest[2] == 'x' || rest[2] == 'X');
  const std::size_t begin = hex ? 3 : 2;
  std::size_t end = begin;
  std::uint32_t value = 0;
  for (; end < rest.size(); ++end) {
    std::uint32_t digit = 0;
    const char* const at = rest.data() + end;
    if (std::from_chars(at, at + 1, digit, hex ? 16 : 10).ec != std::errc()) break;
    value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (end == begin) return {};
  if (end < rest.size() && rest[end] == ';') ++end;
  Entity entity{{}, end};
  append_utf8(entity.text, character_numbered(value));
  return entity;
}

}  // namespace

Entity entity_at(std::string_view text, std::size_t at, bool in_attribute) {
  static const Names names = read_names();
  constexpr std::size_t kLongest = 32;
  const std::string_view rest = text.substr(at);
  if (rest.size() > 1 && rest[1] == '#') return numeric_entity(rest);
  std::size_t end = 1;
  while (end < std::min(rest.size(), kLongest + 1) && is_alphanumeric(rest[end])) ++end;
  if (end < rest.size() && rest[end] == ';') {
    const auto found = names.find(rest.substr(1, end));
    if (found != names.end()) return {found->second, end + 1};
  }
  // Old names need no ";": the longest that the text begins with. Within an attribute, "&copy=1"
  // and
  // "&notes" are part of an address.
  constexpr std::size_t kLongestOld = 6;
  for (std::size_t length = std::min(end - 1, kLongestOld); length > 1; --length) {
    const auto found = names.find(rest.substr(1, length));
    if (found == names.end()) continue;
    const char next = length + 1 < rest.size() ? rest[length + 1] : ' ';
    if (in_attribute && (next == '=' || is_alphanumeric(next))) return {};
    return {found->second, length + 1};
  }
  return {};
}

std::string without_entities(std::string_view text, bool in_attribute) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    plain += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const Entity entity = entity_at(text, at, in_attribute);
    plain += entity.length == 0 ? "&" : entity.text;
    at += std::max<std::size_t>(entity.length, 1);
  }
  return plain;
}

}  // namespace parley::text::internal
