#include "brief/files.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace parley::brief {
namespace {

// A number of so many bytes, least first.
std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t width) {
  std::size_t number = 0;
  for (std::size_t i = width; i-- > 0;) {
    number = number * 256 + static_cast<unsigned char>(bytes.at(at + i));
  }
  return number;
}

std::string inflated(const std::string& packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
  std::string input = packed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return text;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// By the central directory (PKWARE, .ZIP File Format Specification 6.3.10, section 4.3.12).
std::map<std::string, std::string> unzipped(const std::string& archive) {
  std::map<std::string, std::string> files;
  constexpr std::string_view signature = "PK\x01\x02";
  for (std::size_t entry = archive.find(signature); entry != std::string::npos;
       entry = archive.find(signature, entry + 1)) {
    const std::size_t packed = number_at(archive, entry + 20, 4);
    const std::size_t size = number_at(archive, entry + 24, 4);
    const std::size_t name_length = number_at(archive, entry + 28, 2);
    const std::size_t header = number_at(archive, entry + 42, 4);
    const std::size_t data =
        header + 30 + number_at(archive, header + 26, 2) + number_at(archive, header + 28, 2);
    const bool stored = number_at(archive, entry + 10, 2) == 0;
    files[archive.substr(entry + 46, name_length)] =
        stored ? archive.substr(data, size) : inflated(archive.substr(data, packed), size);
  }
  EXPECT_FALSE(files.empty());
  return files;
}

}  // namespace parley::brief
