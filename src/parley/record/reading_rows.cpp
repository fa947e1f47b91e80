#include "parley/record/reading_rows.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr std::size_t kShortGap = 3;
constexpr std::size_t kLongGap = 8;

ReadingRow read_row(const std::vector<std::string_view>& columns) {
  ReadingRow row;
  row.kind = reading_kind_named(columns[0]).value();
  row.side = reading_side_named(columns[1]).value();
  row.example = columns[3];
  std::size_t gap = 0;
  for (const std::string_view part : split(columns[2], ' ')) {
    if (part == ".." || part == "....") {
      gap = part.size() == 2 ? kShortGap : kLongGap;
      continue;
    }
    ReadingRow::Element element;
    element.gap = gap;
    for (const std::string_view word : split(part, '/')) element.words.emplace_back(word);
    row.elements.push_back(std::move(element));
    gap = 0;
  }
  return row;
}

bool is_word_of(const ReadingRow::Element& element, std::string_view lower) {
  return std::any_of(element.words.begin(), element.words.end(), [&](const std::string& each) {
    if (each.back() != '*') return each == lower;
    return lower.starts_with(std::string_view(each).substr(0, each.size() - 1));
  });
}

// Rows by the first four letters of their first word, so that beginnings are found too.
std::string key_of(std::string_view word) {
  std::string key(word.substr(0, 4));
  if (!key.empty() && key.back() == '*') key.pop_back();
  return key;
}

}  // namespace

const std::vector<ReadingRow>& reading_rows() {
  static const std::vector<ReadingRow> rows = [] {
    std::vector<ReadingRow> all;
    for (const auto& columns : lexicon_rows("readings.tsv")) all.push_back(read_row(columns));
    return all;
  }();
  return rows;
}

const std::vector<std::size_t>& rows_beginning(std::string_view lower) {
  static const TextMap<std::vector<std::size_t>> by_key = [] {
    TextMap<std::vector<std::size_t>> found;
    for (std::size_t r = 0; r < reading_rows().size(); ++r) {
      for (const std::string& word : reading_rows()[r].elements.front().words) {
        auto& rows = found[key_of(word)];
        if (rows.empty() || rows.back() != r) rows.push_back(r);
      }
    }
    return found;
  }();
  static const std::vector<std::size_t> none;
  const auto found = by_key.find(lower.substr(0, 4));
  return found == by_key.end() ? none : found->second;
}

std::optional<std::size_t> phrase_length(const ReadingRow& row, const WordOf& word) {
  std::size_t at = 0;
  for (const ReadingRow::Element& element : row.elements) {
    std::size_t skipped = 0;
    while (!is_word_of(element, word(at))) {
      if (word(at).empty() || skipped == element.gap) return std::nullopt;
      ++skipped;
      ++at;
    }
    ++at;
  }
  return at;
}

}  // namespace parley::record::internal
