#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "parley/base/hash.hpp"

namespace parley {

/// The name of a stream, hashed once (FNV-1a, 64 bits) so that drawing does not hash it again.
class StreamName {
 public:
  constexpr StreamName(std::string_view name) : hash_(fnv1a(name)) {}
  constexpr StreamName(const char* name) : StreamName(std::string_view(name)) {}
  StreamName(const std::string& name) : StreamName(std::string_view(name)) {}

  /// The name with more behind it; StreamName("a/").then("b") equals StreamName("a/b").
  constexpr StreamName then(std::string_view more) const {
    StreamName longer = *this;
    longer.hash_ = fnv1a(more, hash_);
    return longer;
  }
  constexpr std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_;
};

/// A stream of random numbers that is keyed by what it draws for, never by when it is drawn.
///
/// Philox4x64-10, a counter-based generator (Salmon, Moraes, Dror & Shaw 2011, "Parallel random
/// numbers: as easy as 1, 2, 3", SC'11; the implementation is Random123's). The key is the seed and
/// a 64-bit hash (FNV-1a) of the name; the counter is the world and the number of the draw. So
/// adding an estimate changes no other draw, and any order of work on any number of threads gives
/// the same.
///
/// Not thread safe; make one per world and name, which costs nothing.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t world, StreamName name);

  /// 64 random bits.
  std::uint64_t bits();

  /// Uniform on the open interval (0, 1), a multiple of 2^-53 plus 2^-54; never 0 nor 1.
  double uniform();

  /// Uniform on {0, …, count - 1}, without bias; count must be at least 1.
  std::uint64_t below(std::uint64_t count);

 private:
  std::array<std::uint64_t, 2> key_;
  std::uint64_t world_;
  std::uint64_t block_ = 0;
  std::array<std::uint64_t, 4> buffer_{};
  unsigned left_ = 0;
};

}  // namespace parley
