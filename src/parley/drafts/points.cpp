#include "parley/drafts/internal/points.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kFewest = 3;  // points of a plan
constexpr std::size_t kMost = 500;

// Whether a clause is a part of the text itself: no annex is around it and no other of its kind.
bool is_top(const Outline& outline, const Part& part) {
  for (auto parent = part.parent; parent; parent = outline.parts[*parent].parent) {
    const ClauseKind kind = outline.parts[*parent].kind;
    if (kind == ClauseKind::annex || kind == part.kind) return false;
  }
  return true;
}

std::size_t count_of(const Outline& outline, ClauseKind kind) {
  return static_cast<std::size_t>(
      std::count_if(outline.parts.begin(), outline.parts.end(),
                    [&](const Part& part) { return part.kind == kind && is_top(outline, part); }));
}

// The longest list of items without numbers.
std::size_t longest_list(const Outline& outline) {
  std::map<std::size_t, std::size_t> items;  // by parent, 0 for none
  for (const Part& part : outline.parts) {
    if (part.label && part.label->counting == Counting::bullet)
      ++items[part.parent ? *part.parent + 1 : 0];
  }
  std::size_t longest = 0;
  for (const auto& [parent, count] : items) longest = std::max(longest, count);
  return longest;
}

}  // namespace

std::vector<Claim> claims_in(std::string_view words) {
  static const RE2 pattern(
      R"((?i)\b((\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|[a-z]{3,9})(?:-point|[ -]points?|[ -]articles?))(?:\b|$))");
  std::vector<Claim> found;
  re2::StringPiece rest(words.data(), words.size());
  re2::StringPiece all;
  re2::StringPiece number;
  while (RE2::FindAndConsume(&rest, pattern, &all, &number)) {
    const auto points = number_of({number.data(), number.size()});
    if (!points || *points < static_cast<int>(kFewest) || *points > static_cast<int>(kMost))
      continue;
    const auto begin = static_cast<std::size_t>(all.data() - words.data());
    found.push_back({static_cast<std::size_t>(*points), begin, begin + all.size()});
  }
  return found;
}

std::size_t count_points(const Outline& outline, std::optional<std::size_t> claimed) {
  const std::array counts = {count_of(outline, ClauseKind::article),
                             count_of(outline, ClauseKind::point),
                             count_of(outline, ClauseKind::heading), longest_list(outline)};
  if (claimed && std::find(counts.begin(), counts.end(), *claimed) != counts.end()) return *claimed;
  if (counts[0] >= 2) return counts[0];
  if (counts[1] > 0) return counts[1];
  return counts[0] > 0 ? counts[0] : counts[3];
}

Miscounted miscounted(const Outline& outline) {
  const bool by_article = count_of(outline, ClauseKind::article) >= 2;
  const ClauseKind kind = by_article ? ClauseKind::article : ClauseKind::point;
  Miscounted found;
  std::set<std::string> seen;
  int last = 0;
  for (const Part& part : outline.parts) {
    if (part.kind != kind || !part.label || !is_top(outline, part)) continue;
    const Label& label = *part.label;
    if (label.numbers.size() != 1 || label.counting == Counting::bullet) continue;
    const int number = label.numbers.front();
    // A count that begins anew is another list.
    if (number < last) {
      seen.clear();
      last = 0;
    }
    if (!seen.insert(std::to_string(number) + label.suffix).second) found.twice.push_back(number);
    for (int left_out = last + 1; left_out < number && last > 0; ++left_out)
      found.missing.push_back(left_out);
    last = number;
  }
  return found;
}

bool is_agreement(std::string_view text, const Outline& outline,
                  std::optional<std::size_t> claimed) {
  const std::string title = to_lower(outline.title);
  const auto says = [](const std::string& where, std::string_view use) {
    const auto& words = words_for(use);
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(),
        [&](std::string_view each) { return where.find(each) != std::string::npos; }));
  };
  constexpr std::size_t kEnough = std::size_t{1} << 20U;  // bytes that show what a text is
  const std::string start = to_lower(text.substr(0, kEnough));
  const std::size_t articles = count_of(outline, ClauseKind::article);
  if (articles >= 2 && (says(start, "agreement") > 0 || says(title, "plan") > 0)) return true;
  const std::size_t points = count_points(outline, claimed);
  if (points < kFewest) return false;
  if (claimed == points) return true;
  const bool by_words = says(start, "agreement") >= 2;
  if (says(title, "plan") == 0 && !by_words) return false;
  const bool numbered = articles + count_of(outline, ClauseKind::point) > 0;
  if (!numbered && says(title, "verbatim") == 0) return false;
  std::size_t in_points = 0;
  std::size_t all = 0;
  for (const Part& part : outline.parts) {
    const bool listed = part.kind == ClauseKind::point || part.kind == ClauseKind::item;
    if (listed) in_points += part.own_end - part.begin;
    all += part.own_end - part.begin;
  }
  return in_points * 3 >= all * 2;
}

}  // namespace parley::drafts::internal
