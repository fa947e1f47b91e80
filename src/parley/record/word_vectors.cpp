#include "parley/record/word_vectors.hpp"

#include <cstring>

#include "parley/base/hash.hpp"
#include "parley/base/resource.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kHead = 8;  // bytes: the count, the dimensions
constexpr std::size_t kKey = 4;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t k = 0; k < kKey; ++k)
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
  return number;
}

std::uint32_t key_of(std::string_view word) {
  const std::uint64_t hash = fnv1a(word);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

WordVectors::WordVectors(std::string_view bytes) {
  if (bytes.size() < kHead) return;
  const std::size_t count = number_at(bytes, 0);
  const std::size_t dimensions = number_at(bytes, kKey);
  if (bytes.size() != kHead + count * (kKey + dimensions)) return;
  count_ = count;
  dimensions_ = dimensions;
  keys_ = bytes.substr(kHead, count * kKey);
  steps_ = bytes.substr(kHead + count * kKey);
}

std::span<const std::int8_t> WordVectors::of(std::string_view lower) const {
  const std::uint32_t key = key_of(lower);
  std::size_t first = 0;
  std::size_t last = count_;
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (number_at(keys_, middle * kKey) < key)
      first = middle + 1;
    else
      last = middle;
  }
  if (first == count_ || number_at(keys_, first * kKey) != key) return {};
  const char* at = steps_.data() + first * dimensions_;
  return {reinterpret_cast<const std::int8_t*>(at), dimensions_};
}

const WordVectors& WordVectors::builtin() {
  static const WordVectors vectors(resource("vectors/english.bin").value_or(std::string_view()));
  return vectors;
}

}  // namespace parley::record::internal
