#include "parley/talks/levels.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace parley::talks {
namespace {

constexpr double kRounding = 1e-9;  // of a level: sums of decimals that should be whole are

}  // namespace

void Levels::Bits::merge_shifted(const Bits& other, std::size_t shift) {
  const std::size_t skipped = shift / 64;
  const std::size_t bits = shift % 64;
  for (std::size_t i = words.size(); i-- > skipped;) {
    std::uint64_t word = other.words[i - skipped] << bits;
    if (bits > 0 && i > skipped) word |= other.words[i - skipped - 1] >> (64 - bits);
    words[i] |= word;
  }
}

void Levels::Bits::find_blocks() {
  blocks.assign(words.size() / 64 + 1, 0);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != 0) blocks[i / 64] |= std::uint64_t{1} << (i % 64);
  }
}

Levels::Levels(const std::vector<std::vector<double>>& worth, std::size_t levels) {
  std::vector<double> lows;
  double span = 0;
  for (const std::vector<double>& group : worth) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double each : group) {
      if (!std::isfinite(each)) continue;
      low = std::min(low, each);
      high = std::max(high, each);
    }
    assert(low <= high);
    lows.push_back(low);
    least_ += low;
    span += high - low;
  }
  unit_ = span > 0 ? span / static_cast<double>(levels) : 1;
  for (std::size_t g = 0; g < worth.size(); ++g) {
    std::int64_t most = 0;
    std::vector<Part>& parts = parts_.emplace_back();
    for (std::size_t i = 0; i < worth[g].size(); ++i) {
      if (!std::isfinite(worth[g][i])) continue;
      const auto above =
          static_cast<std::int64_t>(std::floor((worth[g][i] - lows[g]) / unit_ + kRounding));
      parts.push_back({static_cast<std::uint32_t>(i), above});
      most = std::max(most, above);
    }
    top_ += most;
  }
  const std::size_t words = static_cast<std::size_t>(top_) / 64 + 1;
  reached_.resize(parts_.size() + 1);
  for (Bits& each : reached_) each.words.assign(words, 0);
  reached_.back().words[0] = 1;
  for (std::size_t g = parts_.size(); g-- > 0;) {
    for (const Part& each : parts_[g]) {
      reached_[g].merge_shifted(reached_[g + 1], static_cast<std::size_t>(each.levels));
    }
  }
  reached_[0].find_blocks();
}

std::int64_t Levels::level_of(double sum) const {
  const double level = std::ceil((sum - least_) / unit_ - kRounding);
  return static_cast<std::int64_t>(std::clamp(level, -1.0, static_cast<double>(top_) + 1));
}

std::optional<std::int64_t> Levels::at_or_above(std::int64_t level) const {
  level = std::max<std::int64_t>(level, 0);
  if (level > top_) return std::nullopt;
  const Bits& bits = reached_.front();
  auto word = static_cast<std::size_t>(level) / 64;
  const std::uint64_t here = bits.words[word] & (~std::uint64_t{0} << (level % 64));
  if (here != 0) return static_cast<std::int64_t>(word * 64) + std::countr_zero(here);
  std::size_t block = ++word / 64;
  if (block >= bits.blocks.size()) return std::nullopt;
  std::uint64_t left = bits.blocks[block] & (~std::uint64_t{0} << (word % 64));
  while (left == 0) {
    if (++block == bits.blocks.size()) return std::nullopt;
    left = bits.blocks[block];
  }
  word = block * 64 + static_cast<std::size_t>(std::countr_zero(left));
  return static_cast<std::int64_t>(word * 64) + std::countr_zero(bits.words[word]);
}

std::optional<std::int64_t> Levels::at_or_below(std::int64_t level) const {
  level = std::min(level, top_);
  if (level < 0) return std::nullopt;
  const Bits& bits = reached_.front();
  const auto last_bit = [](std::uint64_t word) { return 63 - std::countl_zero(word); };
  auto word = static_cast<std::size_t>(level) / 64;
  const std::uint64_t here = bits.words[word] & (~std::uint64_t{0} >> (63 - level % 64));
  if (here != 0) return static_cast<std::int64_t>(word * 64) + last_bit(here);
  if (word-- == 0) return std::nullopt;
  std::size_t block = word / 64;
  std::uint64_t left = bits.blocks[block] & (~std::uint64_t{0} >> (63 - word % 64));
  while (left == 0) {
    if (block-- == 0) return std::nullopt;
    left = bits.blocks[block];
  }
  word = block * 64 + static_cast<std::size_t>(last_bit(left));
  return static_cast<std::int64_t>(word * 64) + last_bit(bits.words[word]);
}

void Levels::complete(std::size_t group, std::int64_t left, Choices& choices) const {
  for (; group < parts_.size(); ++group) {
    const auto found = std::ranges::find_if(parts_[group], [&](const Part& each) {
      return reached_[group + 1].has(left - each.levels);
    });
    assert(found != parts_[group].end());
    choices[group] = found->index;
    left -= found->levels;
  }
}

void Levels::first(std::int64_t level, Choices& choices) const {
  assert(reached_.front().has(level));
  choices.resize(groups());
  complete(0, level, choices);
}

void Levels::any(std::int64_t level, RandomStream& random, Choices& choices) const {
  assert(reached_.front().has(level));
  choices.resize(groups());
  for (std::size_t g = 0; g < groups(); ++g) {
    const auto fits = [&](const Part& each) { return reached_[g + 1].has(level - each.levels); };
    auto skipped = random.below(static_cast<std::uint64_t>(std::ranges::count_if(parts_[g], fits)));
    for (const Part& each : parts_[g]) {
      if (!fits(each) || skipped-- > 0) continue;
      choices[g] = each.index;
      level -= each.levels;
      break;
    }
  }
}

const Levels::Part& Levels::part(std::size_t group, std::uint32_t index) const {
  return *std::ranges::lower_bound(parts_[group], index, {}, &Part::index);
}

bool Levels::Cursor::advance_within_level() {
  if (choices_.empty()) return false;
  const Levels& all = *levels_;
  std::int64_t left = 0;  // what the group and those behind it must reach together
  for (std::size_t g = all.groups(); g-- > 0;) {
    left += all.part(g, choices_[g]).levels;
    for (const Part& each : all.parts_[g]) {
      if (each.index <= choices_[g] || !all.reached_[g + 1].has(left - each.levels)) continue;
      choices_[g] = each.index;
      all.complete(g + 1, left - each.levels, choices_);
      return true;
    }
  }
  return false;
}

const Levels::Choices* Levels::Cursor::next() {
  if (!advance_within_level()) {
    const auto level = levels_->at_or_below(level_ - 1);
    if (!level) return nullptr;
    level_ = *level;
    levels_->first(level_, choices_);
  }
  return &choices_;
}

}  // namespace parley::talks
