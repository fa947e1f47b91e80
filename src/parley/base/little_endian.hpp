#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parley {

/// The whole number that `width` bytes at `at` write, at most four, the lowest first. They must be
/// there.
constexpr std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t number = 0;
  for (std::size_t i = width; i-- > 0;) {
    number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

}  // namespace parley
