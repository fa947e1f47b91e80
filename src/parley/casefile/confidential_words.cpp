#include "parley/casefile/confidential_words.hpp"

#include <algorithm>
#include <cctype>

namespace parley::casefile {
namespace {

constexpr std::size_t kShortest = 4;

bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return result;
}

// As it is looked for: in lower case, without a leading article.
std::string phrase_of(std::string_view name) {
  std::string phrase = lower(name);
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (phrase.starts_with(article)) return phrase.substr(article.size());
  }
  return phrase;
}

void add_words(std::set<std::string>& words, std::string_view name) {
  const std::string text = lower(name);
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - start >= kShortest) words.insert(text.substr(start, end - start));
    start = end + 1;
  }
}

std::set<std::string> names_of_actors(const Case& value) {
  std::set<std::string> names;
  for (const auto& [id, party] : value.parties) {
    names.insert(party.name);
    for (const auto& [person, entry] : party.people) names.insert(entry.name);
  }
  for (const Round& each : value.rounds) names.insert(each.people.begin(), each.people.end());
  return names;
}

// Whether the text, in lower case, holds the words where a word begins, and ends where one ends.
bool holds(std::string_view text, std::string_view words, bool to_the_end) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = end == text.size() || !is_letter(text[end]);
    if (begins && (ends || !to_the_end)) return true;
  }
  return false;
}

}  // namespace

std::set<std::string> names_in(const Case& value) {
  std::set<std::string> names = names_of_actors(value);
  const auto titled = [&](const auto& entries) {
    for (const auto& [id, entry] : entries) names.insert({id, entry.title});
  };
  titled(value.reports);
  titled(value.issues);
  titled(value.drafts);
  titled(value.events);
  titled(value.factors);
  for (const auto& [id, issue] : value.issues) titled(issue.options);
  for (const auto& [party, moves] : value.moves) titled(moves);
  for (const auto& [id, party] : value.parties) {
    names.insert(id);
    for (const auto& [person, entry] : party.people) names.insert(person);
  }
  for (const Round& each : value.rounds) names.insert(each.where);
  names.insert(value.title);
  names.erase("");
  return names;
}

ConfidentialWords::ConfidentialWords(const Case& full, const Case& open) {
  std::set<std::string> open_phrases;
  std::set<std::string> open_words;
  for (const std::string& each : names_in(open)) {
    open_phrases.insert(phrase_of(each));
    add_words(open_words, each);
  }
  for (const std::string& each : names_in(full)) {
    std::string phrase = phrase_of(each);
    if (phrase.size() < kShortest || open_phrases.contains(phrase)) continue;
    phrases_.insert(std::move(phrase));
  }
  std::set<std::string> words;
  for (const std::string& each : names_of_actors(full)) add_words(words, each);
  std::set_difference(words.begin(), words.end(), open_words.begin(), open_words.end(),
                      std::inserter(beginnings_, beginnings_.end()));
}

bool ConfidentialWords::named_in(std::string_view text) const {
  const std::string plain = lower(text);
  return std::any_of(phrases_.begin(), phrases_.end(),
                     [&](const std::string& each) { return holds(plain, each, true); }) ||
         std::any_of(beginnings_.begin(), beginnings_.end(),
                     [&](const std::string& each) { return holds(plain, each, false); });
}

}  // namespace parley::casefile
