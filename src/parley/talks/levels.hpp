#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "parley/base/random.hpp"

namespace parley::talks {

/// Sums of one part from each of several groups, by level: which sums there are, and a choice of
/// parts for each. Holds any number of choices in groups x levels bits.
///
/// The span from the least sum to the greatest is divided into equal levels, and each part is
/// rounded down to whole levels above its group's least; so a sum lies at least at its level, and
/// less than one level a group above it. A table of bits says which levels the last groups together
/// reach (the dynamic program of subset sums, Bellman 1957).
class Levels {
 public:
  using Choices = std::vector<std::uint32_t>;

  /// `worth` is [group][part]; a part worth minus infinity is never chosen, and every group has
  /// another.
  Levels(const std::vector<std::vector<double>>& worth, std::size_t levels);

  double unit() const { return unit_; }
  std::size_t groups() const { return parts_.size(); }
  /// The level from which sums are at least `sum`; may lie below 0 or above all.
  std::int64_t level_of(double sum) const;
  std::int64_t top() const { return top_; }

  /// The lowest level at or above the given one that is reached, and the highest at or below it.
  std::optional<std::int64_t> at_or_above(std::int64_t level) const;
  std::optional<std::int64_t> at_or_below(std::int64_t level) const;

  /// The first choice, in lexicographic order, that reaches a level which is reached.
  void first(std::int64_t level, Choices& choices) const;
  /// A choice that reaches it, each group's part drawn among those that can still do so.
  void any(std::int64_t level, RandomStream& random, Choices& choices) const;

  /// All choices, level by level from the top, within a level in lexicographic order.
  class Cursor {
   public:
    explicit Cursor(const Levels& levels) : levels_(&levels), level_(levels.top() + 1) {}
    /// Nothing when all were given; else valid until the next call.
    const Choices* next();

   private:
    bool advance_within_level();
    const Levels* levels_;
    std::int64_t level_;
    Choices choices_;
  };

 private:
  // Bits over levels, with a bit for each word that is not empty.
  struct Bits {
    std::vector<std::uint64_t> words;
    std::vector<std::uint64_t> blocks;
    bool has(std::int64_t level) const {
      return level >= 0 && (words[static_cast<std::size_t>(level) / 64] >> (level % 64) & 1U) != 0;
    }
    void merge_shifted(const Bits& other, std::size_t shift);
    void find_blocks();
  };
  struct Part {
    std::uint32_t index;
    std::int64_t levels;
  };
  void complete(std::size_t group, std::int64_t left, Choices& choices) const;
  const Part& part(std::size_t group, std::uint32_t index) const;

  double least_ = 0;
  double unit_ = 1;
  std::int64_t top_ = 0;
  std::vector<std::vector<Part>> parts_;  // [group]: those that may be chosen
  std::vector<Bits> reached_;             // [group]: by this group and all behind it
};

}  // namespace parley::talks
