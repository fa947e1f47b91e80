#include "parley/base/nearest.hpp"

#include <algorithm>

namespace parley {
namespace {

// Beyond this length a word is a sentence in the wrong place, and no name is near it.
constexpr std::size_t kLongestWord = 64;
// A longer list of candidates helps nobody.
constexpr std::size_t kLongestList = 20;

std::string folded(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return result;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table are enough: a swap looks two rows back.
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (word.size() > kLongestWord) return {};
  const std::string wanted = folded(word);
  std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > word.size() + allowed || word.size() > candidate.size() + allowed) {
      continue;
    }
    const std::size_t distance = edit_distance(wanted, folded(candidate));
    // A word that shares nothing with the candidate is not a misspelling of it.
    if (distance > allowed || distance >= std::max(wanted.size(), candidate.size())) continue;
    if (best.empty() || distance < allowed) {
      best = candidate;
      allowed = distance;
    }
  }
  return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) return "did you mean " + std::string(near) + "?";
  if (candidates.empty()) return {};
  std::string text = "known here: ";
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i == kLongestList) return text + " and " + std::to_string(candidates.size() - i) + " more";
    if (i > 0) text += ", ";
    text += candidates[i];
  }
  return text;
}

}  // namespace parley
