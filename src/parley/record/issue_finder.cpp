#include "parley/record/issue_finder.hpp"

#include <algorithm>
#include <cmath>

namespace parley::record::internal {
namespace {

constexpr std::size_t kBeginning = 2;  // letters that every cue has
constexpr double kPerToken = 0.93;     // what a token's distance from the verb leaves of a cue
constexpr std::size_t kWhole = 3;      // letters up to which a cue's word stands for itself alone
constexpr std::size_t kFurthest = 40;

bool matches(const std::vector<std::string>& cue, const Words& words, std::size_t at,
             std::size_t last) {
  if (at + cue.size() > last) return false;
  for (std::size_t w = 0; w < cue.size(); ++w) {
    const std::string_view word = words.tokens[at + w].lower;
    if (!word.starts_with(cue[w])) return false;
    const bool whole =
        word.size() == cue[w].size() || (word.size() == cue[w].size() + 1 && word.back() == 's');
    if (cue[w].size() <= kWhole && !whole) return false;
  }
  return true;
}

}  // namespace

IssueFinder::IssueFinder(const std::vector<IssueCues>& issues) : issues_(issues) {
  for (std::size_t i = 0; i < issues.size(); ++i) {
    for (const std::string& text : issues[i].cues) {
      Cue cue{i, {}};
      for (const std::string_view word : split(text, ' ')) cue.words.emplace_back(word);
      by_beginning_[cue.words.front().substr(0, kBeginning)].push_back(std::move(cue));
    }
  }
}

std::optional<std::size_t> IssueFinder::issue_in(const Words& words, Range tokens) const {
  std::vector<double> weight(issues_.size());
  const std::size_t last = std::min(tokens.last, tokens.first + kFurthest);
  for (std::size_t i = tokens.first; i < last; ++i) {
    const auto found = by_beginning_.find(words.tokens[i].lower.substr(0, kBeginning));
    if (found == by_beginning_.end()) continue;
    for (const Cue& cue : found->second) {
      if (!matches(cue.words, words, i, tokens.last)) continue;
      weight[cue.issue] += std::pow(kPerToken, static_cast<double>(i - tokens.first)) *
                           (cue.words.size() > 1 ? 2.0 : 1.0);
    }
  }
  const auto best = std::max_element(weight.begin(), weight.end());
  if (best == weight.end() || *best == 0) return std::nullopt;
  return static_cast<std::size_t>(best - weight.begin());
}

}  // namespace parley::record::internal
