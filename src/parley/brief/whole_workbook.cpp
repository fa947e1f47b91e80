#include "parley/brief/whole_workbook.hpp"

#include <zlib.h>

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "parley/base/little_endian.hpp"

namespace parley::brief {
namespace {

// A number of so many bytes, least first; nothing beyond the end.
std::optional<std::size_t> number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  if (at > bytes.size() || bytes.size() - at < width) return std::nullopt;
  return little_endian(bytes, at, width);
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string text(size, '\0');
  std::string input(packed);
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int end = inflate(&stream, Z_FINISH);
  const bool whole = end == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  if (!whole) return std::nullopt;
  return text;
}

/// What the central directory says of a file (PKWARE, .ZIP File Format Specification 6.3.10,
/// section 4.3.12).
struct Entry {
  std::size_t method;
  std::size_t checksum;
  std::size_t packed;
  std::size_t size;
  std::size_t header;
  std::size_t length;  ///< of the entry itself
};

constexpr std::size_t kEntrySignature = 0x02014b50;

std::optional<Entry> entry_at(std::string_view bytes, std::size_t at) {
  if (number_at(bytes, at, 4) != kEntrySignature || bytes.size() - at < 46) return std::nullopt;
  const auto field = [&](std::size_t offset, std::size_t width) {
    return *number_at(bytes, at + offset, width);
  };
  return Entry{field(10, 2), field(16, 4), field(20, 4),
               field(24, 4), field(42, 4), 46 + field(28, 2) + field(30, 2) + field(32, 2)};
}

bool is_whole(std::string_view bytes, const Entry& entry) {
  const auto name = number_at(bytes, entry.header + 26, 2);
  const auto extra = number_at(bytes, entry.header + 28, 2);
  if (!name || !extra) return false;
  const std::size_t data = entry.header + 30 + *name + *extra;
  if (data > bytes.size() || bytes.size() - data < entry.packed) return false;
  const std::string_view packed = bytes.substr(data, entry.packed);
  const auto text = entry.method == 0 ? std::string(packed) : inflated(packed, entry.size);
  if (!text || text->size() != entry.size) return false;
  const uLong sum = crc32_z(0, reinterpret_cast<const Bytef*>(text->data()), text->size());
  if (sum != entry.checksum) return false;
  return static_cast<bool>(pugi::xml_document().load_buffer(text->data(), text->size()));
}

}  // namespace

bool is_whole_workbook(std::string_view bytes) {
  // The end of the directory is the last record, since a workbook has no comment.
  constexpr std::size_t kEndLength = 22;
  constexpr std::size_t kEndSignature = 0x06054b50;
  if (bytes.size() < kEndLength) return false;
  const std::size_t end = bytes.size() - kEndLength;
  if (number_at(bytes, end, 4) != kEndSignature) return false;
  const std::size_t count = *number_at(bytes, end + 10, 2);
  std::size_t at = *number_at(bytes, end + 16, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = entry_at(bytes, at);
    if (!entry || !is_whole(bytes, *entry)) return false;
    at += entry->length;
  }
  return count > 0 && at <= end;
}

}  // namespace parley::brief
