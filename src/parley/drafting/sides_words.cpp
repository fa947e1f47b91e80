#include "parley/drafting/sides_words.hpp"

#include <algorithm>

#include "parley/record/table.hpp"

namespace parley::drafting::internal {

std::vector<std::string> words_of_class(std::string_view wanted, char separator) {
  std::vector<std::string> words;
  for (const auto& row : record::internal::lexicon_rows("sides.tsv")) {
    if (row[0] != wanted) continue;
    for (const std::string_view word : record::internal::split(row[1], separator))
      words.emplace_back(word);
  }
  return words;
}

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace parley::drafting::internal
