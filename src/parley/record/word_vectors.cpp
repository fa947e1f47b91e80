#include "parley/record/word_vectors.hpp"

#include <cstring>

#include "parley/base/hash.hpp"
#include "parley/base/little_endian.hpp"
#include "parley/base/resource.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kHead = 8;  // bytes: the count, the dimensions
constexpr std::size_t kNumber = 4;

}  // namespace

WordVectors::WordVectors(std::string_view bytes) {
  if (bytes.size() < kHead) return;
  const std::size_t count = little_endian(bytes, 0, kNumber);
  const std::size_t dimensions = little_endian(bytes, kNumber, kNumber);
  if (bytes.size() != kHead + count * (kNumber + dimensions)) return;
  count_ = count;
  dimensions_ = dimensions;
  keys_ = bytes.substr(kHead, count * kNumber);
  steps_ = bytes.substr(kHead + count * kNumber);
}

std::span<const std::int8_t> WordVectors::of(std::string_view lower) const {
  const std::uint32_t key = folded(fnv1a(lower));
  std::size_t first = 0;
  std::size_t last = count_;
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (little_endian(keys_, middle * kNumber, kNumber) < key)
      first = middle + 1;
    else
      last = middle;
  }
  if (first == count_ || little_endian(keys_, first * kNumber, kNumber) != key) return {};
  const char* at = steps_.data() + first * dimensions_;
  return {reinterpret_cast<const std::int8_t*>(at), dimensions_};
}

const WordVectors& WordVectors::builtin() {
  static const WordVectors vectors(resource("vectors/english.bin").value_or(std::string_view()));
  return vectors;
}

}  // namespace parley::record::internal
