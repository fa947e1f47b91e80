#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"

namespace parley {

/// A stretch of a text in Unicode code points, counted from 0, half-open [start, end).
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - start; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

/// A valid UTF-8 text that is addressed by code points.
///
/// Memory: the bytes, plus 8 bytes for each 256 code points. slice() and byte_offset() cost at most
/// 256 steps; a text of ASCII only needs none. Immutable; safe to read from many threads.
class Text {
 public:
  Text() = default;

  /// Takes bytes that must be UTF-8; a byte order mark at the start is dropped and does not count.
  /// Fails with "not-utf8" at the line and column of the first bad byte, or with "binary-file" when
  /// the bytes hold a NUL. `file` is only for the message.
  static Result<Text> from_utf8(std::string bytes, std::string_view file);

  /// The number of code points.
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const std::string& utf8() const { return bytes_; }

  /// The bytes of a span; valid while this text lives. The span must lie within the text.
  std::string_view slice(Span span) const;

  /// The byte at which code point `index` begins; index == size() gives the number of bytes.
  std::size_t byte_offset(std::size_t index) const;

  /// The index of the code point that holds byte `offset`; offset == bytes gives size().
  std::size_t code_point_at(std::size_t offset) const;

  friend bool operator==(const Text& a, const Text& b) { return a.bytes_ == b.bytes_; }

 private:
  std::string bytes_;
  std::size_t size_ = 0;
  std::vector<std::size_t> marks_;  // byte offset of every 256th code point; empty for ASCII
};

/// The number of code points in bytes that are known to be valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

/// Reads a whole file as a Text.
///
/// "unreadable" when it cannot be opened or is no regular file (a folder, a pipe, a device), of
/// which nothing is read, so that it never waits; "too-large" beyond `max_bytes`; else as
/// Text::from_utf8.
Result<Text> read_text_file(const std::string& path, std::size_t max_bytes);

}  // namespace parley
