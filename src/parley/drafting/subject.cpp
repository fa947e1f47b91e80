#include "parley/drafting/subject.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "parley/drafting/sides_words.hpp"
#include "parley/record/lexicon.hpp"

namespace parley::drafting::internal {
namespace {

using record::internal::lexicon;
using record::internal::to_lower;
using record::internal::WordClass;

constexpr std::size_t kLongest = 5;  // words of a subject

struct Word {
  std::string_view text;
  std::string lower;
  bool joined = false;  // nothing but blanks stands before it
};

bool is_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == '\'';
}

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  bool joined = false;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_of_word(text[i])) {
      joined = joined && (text[i] == ' ' || text[i] == '\n') &&
               !(text[i] == '\n' && i > 0 && text[i - 1] == '\n');
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_of_word(text[end])) ++end;
    words.push_back({text.substr(i, end - i), to_lower(text.substr(i, end - i)), joined});
    joined = true;
    i = end;
  }
  return words;
}

const std::vector<std::string>& words_for_talks() {
  static const std::vector<std::string> words = words_of_class("talks");
  return words;
}

// The words of sides.tsv behind which a subject may stand.
const std::vector<std::string>& words_before_subject() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = words_for_talks();
    for (std::string& each : words_of_class("quarrel")) all.push_back(std::move(each));
    return all;
  }();
  return words;
}

bool is_link(std::string_view lower) {
  return lower == "on" || lower == "over" || lower == "about" || lower == "concerning";
}

bool ends_phrase(const Word& word) {
  static const std::vector<std::string> verbs = words_of_class("goes_on");
  if (is_one_of(verbs, word.lower)) return true;
  for (const WordClass each :
       {WordClass::preposition, WordClass::conjunction, WordClass::subordinator,
        WordClass::relative, WordClass::auxiliary, WordClass::negation, WordClass::adverb,
        WordClass::pronoun, WordClass::time, WordClass::verb}) {
    if (lexicon().is(word.lower, each)) return word.lower != "of";
  }
  return !word.joined;
}

// The "on" or "over" of "talks on fish", "talks between Ostria and Velmar on fish"; 0 where a verb
// or a sign comes first.
std::size_t link_behind(const std::vector<Word>& words, std::size_t talks) {
  constexpr std::size_t kReach = 10;  // words
  for (std::size_t k = talks + 1; k + 1 < words.size() && k < talks + kReach; ++k) {
    if (!words[k].joined || lexicon().is(words[k].lower, WordClass::auxiliary) ||
        lexicon().is(words[k].lower, WordClass::verb))
      return 0;
    if (is_link(words[k].lower)) return k;
  }
  return 0;
}

bool is_number(const Word& word) { return word.lower[0] >= '0' && word.lower[0] <= '9'; }

// The noun phrase that begins at a word, without its determiner; empty where none does.
std::string phrase_at(const std::vector<Word>& words, std::size_t first) {
  while (first < words.size() && lexicon().is(words[first].lower, WordClass::determiner)) ++first;
  std::size_t last = first;
  while (last < words.size() && last - first < kLongest && !ends_phrase(words[last]) &&
         !is_number(words[last]) && !(last > first && words[last].lower.ends_with("ed")))
    ++last;
  while (last > first && words[last - 1].lower == "of") --last;
  std::string phrase;
  for (std::size_t k = first; k < last; ++k) {
    if (!phrase.empty()) phrase += ' ';
    phrase += words[k].text;
  }
  return phrase;
}

}  // namespace

bool tell_of_talks(const casefile::Named<Text>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const auto& each) {
    const std::vector<Word> words = words_in(each.second.utf8());
    return std::any_of(words.begin(), words.end(),
                       [](const Word& word) { return is_one_of(words_for_talks(), word.lower); });
  });
}

std::string find_subject(const casefile::Named<Text>& texts) {
  std::vector<std::pair<std::string, std::size_t>> told;
  for (const auto& [id, text] : texts) {
    const std::vector<Word> words = words_in(text.utf8());
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
      if (!is_one_of(words_before_subject(), words[i].lower)) continue;
      const std::size_t link = link_behind(words, i);
      if (link == 0 || !words[link + 1].joined) continue;
      std::string phrase = phrase_at(words, link + 1);
      if (phrase.empty()) continue;
      const auto known = std::find_if(told.begin(), told.end(), [&](const auto& each) {
        return to_lower(each.first) == to_lower(phrase);
      });
      if (known == told.end()) {
        told.emplace_back(std::move(phrase), 1);
      } else {
        ++known->second;
      }
    }
  }
  const auto most = std::max_element(
      told.begin(), told.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == told.end() ? std::string() : most->first;
}

}  // namespace parley::drafting::internal
