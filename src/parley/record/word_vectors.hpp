#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace parley::record::internal {

/// The vectors of frequent English words (data/vectors), of length 1 in steps of 1/256: words that
/// occur in like surroundings lie near to each other.
class WordVectors {
 public:
  /// Those that were built in; of dimension 0 where there are none.
  static const WordVectors& builtin();

  std::size_t dimensions() const { return dimensions_; }
  /// The vector of a word in lower case; empty for a word that has none.
  std::span<const std::int8_t> of(std::string_view lower) const;

 private:
  explicit WordVectors(std::string_view bytes);

  std::size_t count_ = 0;
  std::size_t dimensions_ = 0;
  std::string_view keys_;  // ascending, four bytes each
  std::string_view steps_;
};

/// One step of a vector.
inline constexpr float kVectorStep = 1.0F / 256;

}  // namespace parley::record::internal
