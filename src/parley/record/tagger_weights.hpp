#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/record/tag.hpp"

namespace parley::record::internal {

/// A set of tags, bit i for the tag of value i.
using TagSet = std::uint64_t;
static_assert(kTagCount <= 64);

/// What a feature adds to the score of a tag when it is seen.
struct Vote {
  Tag tag{};
  std::int8_t weight = 0;
};

/// A frequent word, by hash, and the tags it had in training.
struct LexiconEntry {
  std::uint32_t word = 0;
  TagSet tags = 0;
};

/// A feature, by hash, and its votes, at most one a tag.
struct FeatureEntry {
  std::uint32_t feature = 0;
  std::vector<Vote> votes;
};

/// Values by 32-bit hash: open addressing with linear probing, at most half full, slots chosen by
/// the hash's high bits. A value that equals Value{} means "not there". Found in about one step;
/// keys that were never put in are found by chance once in 2^32 / size.
template <class Value>
class HashTable {
 public:
  HashTable() = default;
  explicit HashTable(std::size_t count) {
    while ((std::size_t{1} << bits_) < 2 * count) ++bits_;
    slots_.resize(std::size_t{1} << bits_);
  }

  /// The key must not be there yet.
  void insert(std::uint32_t key, Value value) {
    std::size_t at = home(key);
    while (slots_[at].value != Value{}) at = next(at);
    slots_[at] = {key, value};
  }

  /// Asks for the memory that find() will read, so that it is there by then.
  void prefetch(std::uint32_t key) const { __builtin_prefetch(&slots_[home(key)]); }

  Value find(std::uint32_t key) const {
    std::size_t at = home(key);
    while (slots_[at].value != Value{} && slots_[at].key != key) at = next(at);
    return slots_[at].value;
  }

 private:
  struct Slot {
    std::uint32_t key = 0;
    Value value{};
  };
  std::size_t home(std::uint32_t key) const { return key >> (32 - bits_); }
  std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  unsigned bits_ = 1;
  std::vector<Slot> slots_ = std::vector<Slot>(2);
};

/// A trained tagger's lexicon and features, ready to be looked up.
class TaggerWeights {
 public:
  /// Reads what write_weights wrote; all lengths, orders and values are checked. "tagger-weights"
  /// when anything is amiss.
  static Result<TaggerWeights> parse(std::string_view bytes);

  /// The tags that a frequent word had in training; 0 for any other word.
  TagSet tags_of(std::uint32_t word) const { return lexicon_.find(word); }

  /// Asks for the memory that votes() will read.
  void prefetch(std::uint32_t feature) const { features_.prefetch(feature); }

  /// The votes of a feature; empty when it has none.
  std::span<const Vote> votes(std::uint32_t feature) const {
    const std::uint32_t packed = features_.find(feature);
    return {votes_.data() + (packed >> kCountBits), packed & ((1U << kCountBits) - 1)};
  }

  std::size_t lexicon_size() const { return lexicon_size_; }
  std::size_t feature_count() const { return feature_count_; }
  std::size_t vote_count() const { return votes_.size(); }

 private:
  static constexpr unsigned kCountBits = 7;  // the number of votes; the rest is where they begin

  std::size_t lexicon_size_ = 0;
  std::size_t feature_count_ = 0;
  HashTable<TagSet> lexicon_;
  HashTable<std::uint32_t> features_;
  std::vector<Vote> votes_;
};

/// The bytes of a weights file. Both lists ascend strictly by hash; no entry is empty.
///
/// Little-endian: "ParleyT1"; FNV-1a of all that follows (8 bytes); the tags' names, each ended by
/// a line feed, after their total length (4); the numbers of words, features and votes (4 each);
/// the words' hashes (4 each), their tag sets (8 each); the features' hashes (4 each), their
/// numbers of votes (1 each); the votes (tag 1, weight 1).
std::string write_weights(std::span<const LexiconEntry> lexicon,
                          std::span<const FeatureEntry> features);

}  // namespace parley::record::internal
