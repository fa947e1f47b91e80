#include "parley/record/same_wire.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace parley::record::internal {
namespace {

constexpr std::size_t kRun = 8;  // words; shorter runs are common phrases

std::vector<std::uint64_t> runs_of(const Words& words) {
  std::vector<std::uint64_t> hashes;
  for (const Token& token : words.tokens) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a
    for (const char c : token.lower) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hashes.push_back(hash);
  }
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRun <= hashes.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kRun; ++k)
      hash = (hash ^ hashes[i + k]) * 0x9e3779b97f4a7c15U + (hash >> 29U);
    runs.push_back(hash);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

}  // namespace

std::vector<std::optional<std::size_t>> find_copies(
    const std::vector<std::unique_ptr<Reading>>& readings) {
  std::vector<std::optional<std::size_t>> copies(readings.size());
  std::unordered_map<std::uint64_t, std::size_t> first_seen;
  std::vector<std::size_t> sizes(readings.size());
  for (std::size_t r = 0; r < readings.size(); ++r) {
    const auto runs = runs_of(readings[r]->words);
    sizes[r] = runs.size();
    std::map<std::size_t, std::size_t> shared;
    for (const std::uint64_t run : runs) {
      const auto [seen, is_new] = first_seen.emplace(run, r);
      if (!is_new) ++shared[seen->second];
    }
    for (const auto& [other, count] : shared) {
      const std::size_t smaller = std::min(sizes[other], sizes[r]);
      if (smaller >= 20 && count * 2 >= smaller && !copies[r]) copies[r] = other;
    }
  }
  return copies;
}

}  // namespace parley::record::internal
