#include "parley/base/random.hpp"

#include <Random123/philox.h>

#include <cassert>

namespace parley {
RandomStream::RandomStream(std::uint64_t seed, std::uint64_t world, StreamName name)
    : key_{seed, name.hash()}, world_(world) {}

std::uint64_t RandomStream::bits() {
  if (left_ == 0) {
    const r123::Philox4x64::key_type key{{key_[0], key_[1]}};
    const r123::Philox4x64::ctr_type counter{{block_++, world_, 0, 0}};
    const auto block = r123::Philox4x64{}(counter, key);
    buffer_ = {block[0], block[1], block[2], block[3]};
    left_ = 4;
  }
  return buffer_[4 - left_--];
}

double RandomStream::uniform() { return (static_cast<double>(bits() >> 11U) + 0.5) * 0x1.0p-53; }

std::uint64_t RandomStream::below(std::uint64_t count) {
  assert(count > 0);
  // Values past the last whole multiple of count are drawn again (Lemire 2019 discusses the bias).
  const std::uint64_t excess = (0 - count) % count;
  std::uint64_t draw = bits();
  while (draw > ~std::uint64_t{0} - excess) draw = bits();
  return draw % count;
}

}  // namespace parley
