#pragma once

#include <cstdint>
#include <string_view>

namespace parley {

/// The 64-bit FNV-1a hash (Fowler, Noll & Vo, draft-eastlake-fnv): the same on every machine, for
/// keys and for checksums of our own files, not for secrets. fnv1a(b, fnv1a(a)) is the hash of a
/// and b joined; the empty text leaves `before` as it is.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t before = 0xcbf29ce484222325U) {
  std::uint64_t hash = before;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// The same in 32 bits, as a key of tables that are kept in files.
constexpr std::uint32_t folded(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

}  // namespace parley
