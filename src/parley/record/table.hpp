#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::record::internal {

/// A map from texts that can be asked with a view of a text.
struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// The parts of a text between separators; at least one.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The rows of data/lexicon/NAME.tsv by columns, without comments and empty lines. The file must
/// have been built in.
std::vector<std::vector<std::string_view>> lexicon_rows(std::string_view file);

/// The items of a column of names: separated by commas, "-" for none.
std::vector<std::string_view> names_in(std::string_view column);

/// A text with A to Z in lower case.
std::string to_lower(std::string_view text);

/// Phrases of whole words, found by their longest match.
template <class Value>
class PhraseTable {
 public:
  struct Match {
    const Value* value = nullptr;
    std::size_t words = 0;
    explicit operator bool() const { return value != nullptr; }
  };

  /// Adds a phrase of words separated by single spaces; a phrase that is there already stays.
  void add(std::string_view phrase, Value value) {
    std::vector<std::string> words;
    for (const std::string_view word : split(phrase, ' ')) words.emplace_back(word);
    std::string first = words.front();
    auto& entries = by_first_[std::move(first)];
    for (const Entry& entry : entries) {
      if (entry.words == words) return;
    }
    auto at = entries.begin();
    while (at != entries.end() && at->words.size() >= words.size()) ++at;
    entries.insert(at, Entry{std::move(words), std::move(value)});
  }

  /// The longest phrase whose words are word(0), word(1) …; word gives an empty text past the end.
  template <class Word>
  Match match(const Word& word) const {
    const auto entries = by_first_.find(word(0));
    if (entries == by_first_.end()) return {};
    for (const Entry& entry : entries->second) {
      std::size_t i = 1;
      while (i < entry.words.size() && word(i) == entry.words[i]) ++i;
      if (i == entry.words.size()) return {&entry.value, i};
    }
    return {};
  }

 private:
  struct Entry {
    std::vector<std::string> words;
    Value value;
  };
  TextMap<std::vector<Entry>> by_first_;  // longest first
};

}  // namespace parley::record::internal
