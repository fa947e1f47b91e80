#include "parley/drafts/internal/words.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>

#include "parley/base/resource.hpp"

namespace parley::drafts::internal {
namespace {

std::vector<std::vector<std::string_view>> rows(std::string_view file) {
  std::string_view text = resource(file).value();
  std::vector<std::vector<std::string_view>> found;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view>& row = found.emplace_back();
    for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
      row.push_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    row.push_back(line);
  }
  return found;
}

std::vector<Division> read_divisions() {
  std::vector<Division> table;
  for (const auto& row : rows("drafts/divisions.tsv")) {
    ClauseKind kind = ClauseKind::heading;
    for (const ClauseKind each : {ClauseKind::article, ClauseKind::paragraph, ClauseKind::annex,
                                  ClauseKind::point, ClauseKind::heading}) {
      if (row[1] == name(each)) kind = each;
    }
    table.push_back({row[0], kind, row[2].front() - '0'});
  }
  return table;
}

std::map<std::string_view, std::vector<std::string_view>> read_words() {
  std::map<std::string_view, std::vector<std::string_view>> table;
  for (const auto& row : rows("drafts/words.tsv")) table[row[0]].push_back(row[1]);
  return table;
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i] >= 'A' && lower[i] <= 'Z') {
      lower[i] = static_cast<char>(lower[i] - 'A' + 'a');
      continue;
    }
    if (i + 1 == lower.size()) break;
    const auto lead = static_cast<unsigned char>(lower[i]);
    const auto next = static_cast<unsigned char>(lower[i + 1]);
    const auto put = [&](unsigned first, unsigned second) {
      lower[i] = static_cast<char>(first);
      lower[i + 1] = static_cast<char>(second);
    };
    if (lead == 0xC3U && next >= 0x80U && next <= 0x9EU && next != 0x97U) put(lead, next + 0x20U);
    if (lead == 0xCEU && next >= 0x91U && next <= 0x9FU) put(lead, next + 0x20U);
    if (lead == 0xCEU && next >= 0xA0U && next <= 0xA9U) put(0xCFU, next - 0x20U);
    if (lead == 0xD0U && next >= 0x80U && next <= 0x8FU) put(0xD1U, next + 0x10U);
    if (lead == 0xD0U && next >= 0x90U && next <= 0x9FU) put(lead, next + 0x20U);
    if (lead == 0xD0U && next >= 0xA0U && next <= 0xAFU) put(0xD1U, next - 0x20U);
    if (lead >= 0xC2U) ++i;
  }
  return lower;
}

const Division* division(std::string_view word) {
  static const std::vector<Division> table = read_divisions();
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Division& each) { return each.word == word; });
  return found == table.end() ? nullptr : &*found;
}

const std::vector<std::string_view>& words_for(std::string_view use) {
  static const auto table = read_words();
  const auto found = table.find(use);
  assert(found != table.end());
  return found->second;
}

bool is_word_for(std::string_view use, std::string_view word) {
  const auto& words = words_for(use);
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> number_of(std::string_view word) {
  const std::string lower = to_lower(word);
  int number = 0;
  const char* end = lower.data() + lower.size();
  if (const auto read = std::from_chars(lower.data(), end, number);
      read.ec == std::errc() && read.ptr == end) {
    return lower.size() <= 3 && number > 0 ? std::optional(number) : std::nullopt;
  }
  const auto place = [](std::string_view use, std::string_view each) -> int {
    const auto& words = words_for(use);
    const auto found = std::find(words.begin(), words.end(), each);
    return found == words.end() ? 0 : static_cast<int>(found - words.begin()) + 1;
  };
  if (const int small = place("number", lower)) return small;
  const std::size_t hyphen = std::min(lower.find('-'), lower.size());
  const std::string_view first = std::string_view(lower).substr(0, hyphen);
  const int tens = first == "twenty" ? 2 : place("tens", first) == 0 ? 0 : place("tens", first) + 2;
  if (tens == 0) return std::nullopt;
  if (hyphen == lower.size()) return tens * 10;
  const int ones = place("number", std::string_view(lower).substr(hyphen + 1));
  return ones >= 1 && ones <= 9 ? std::optional(tens * 10 + ones) : std::nullopt;
}

}  // namespace parley::drafts::internal
