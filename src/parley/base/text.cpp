#include "parley/base/text.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

#include "parley/base/utf8.hpp"

namespace parley {
namespace {

constexpr std::size_t kMarkEvery = 256;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned char byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool is_continuation(unsigned char b) { return (b & 0xC0U) == 0x80U; }

}  // namespace

std::size_t utf8_sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned char first = byte(bytes, at);
  if (first < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (at + length > bytes.size()) return 0;
  if (byte(bytes, at + 1) < low || byte(bytes, at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_continuation(byte(bytes, at + i))) return 0;
  }
  return length;
}

void append_utf8(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  const auto push = [&text](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | c >> 6U);
    push(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    push(0xE0 | c >> 12U);
    push(0x80 | (c >> 6U & 0x3FU));
    push(0x80 | (c & 0x3FU));
  } else {
    push(0xF0 | c >> 18U);
    push(0x80 | (c >> 12U & 0x3FU));
    push(0x80 | (c >> 6U & 0x3FU));
    push(0x80 | (c & 0x3FU));
  }
}

Place place_of_byte(std::string_view bytes, std::size_t at, std::string_view file) {
  const std::string_view before = bytes.substr(0, at);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 == 0
  return {std::string(file), lines + 1, count_code_points(before.substr(line_start)) + 1};
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return !is_continuation(static_cast<unsigned char>(c));
  }));
}

Result<Text> Text::from_utf8(std::string bytes, std::string_view file) {
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  Text text;
  std::size_t count = 0;
  std::vector<std::size_t> marks;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] == '\0') {
      return fail(FailureKind::invalid_input, "binary-file", place_of_byte(bytes, at, file),
                  "this is not a text: it holds a NUL byte",
                  "give a plain text, Markdown or HTML file saved as UTF-8");
    }
    const std::size_t length = utf8_sequence_length(bytes, at);
    if (length == 0) {
      return fail(FailureKind::invalid_input, "not-utf8", place_of_byte(bytes, at, file),
                  "the file is not UTF-8 from here on", "save it again with the encoding UTF-8");
    }
    if (count % kMarkEvery == 0) marks.push_back(at);
    at += length;
    ++count;
  }
  if (count != bytes.size()) text.marks_ = std::move(marks);
  text.size_ = count;
  text.bytes_ = std::move(bytes);
  return text;
}

std::size_t Text::byte_offset(std::size_t index) const {
  assert(index <= size_);
  if (marks_.empty()) return index;
  if (index == size_) return bytes_.size();
  std::size_t at = marks_[index / kMarkEvery];
  for (std::size_t left = index % kMarkEvery; left > 0; --left) {
    ++at;
    while (is_continuation(byte(bytes_, at))) ++at;
  }
  return at;
}

std::size_t Text::code_point_at(std::size_t offset) const {
  assert(offset <= bytes_.size());
  if (marks_.empty()) return offset;
  if (offset == bytes_.size()) return size_;
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), offset);
  const auto mark = static_cast<std::size_t>(after - marks_.begin()) - 1;
  // Counting starts one past the mark, so that a byte inside a sequence belongs to its code point.
  const std::string_view between(bytes_.data() + marks_[mark] + 1, offset - marks_[mark]);
  return mark * kMarkEvery + count_code_points(between);
}

std::string_view Text::slice(Span span) const {
  assert(span.start <= span.end && span.end <= size_);
  const std::size_t start = byte_offset(span.start);
  return std::string_view(bytes_).substr(start, byte_offset(span.end) - start);
}

}  // namespace parley
