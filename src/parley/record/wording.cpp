#include "parley/record/wording.hpp"

#include <algorithm>

#include "parley/record/lexicon.hpp"
#include "parley/record/tokens.hpp"

namespace parley::record::internal {
namespace {

// The part of a word that its forms share: "inform" of informed and informative, "negoti" of
// negotiation and negotiable.
std::string stem(std::string_view word) {
  for (const std::string_view ending :
       {"ations", "atives", "ation", "ative", "ively", "iveness", "ments", "ment",
        "ively",  "able",   "ible",  "ings",  "edly",  "ive",     "ing",   "ies",
        "ied",    "ers",    "ed",    "es",    "ly",    "er",      "s",     "y"}) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (word.size() > 3 && word.back() == 'e') word.remove_suffix(1);
  if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2]) word.remove_suffix(1);
  return std::string(word);
}

// Words that only make another stronger or weaker.
bool is_degree(std::string_view lower) {
  for (const std::string_view word :
       {"very", "extremely", "highly", "most", "more", "really", "quite", "so", "too", "rather",
        "absolutely", "totally", "completely", "just", "also", "even", "still", "yet"}) {
    if (lower == word) return true;
  }
  return false;
}

}  // namespace

std::set<std::string> content_stems(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  std::set<std::string> stems;
  const Lexicon& list = lexicon();
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    const std::string lower = to_lower(token.text);
    bool closed =
        lower == "that" || lower == "to" || is_degree(lower) || list.is(lower, WordClass::negation);
    for (const WordClass word_class :
         {WordClass::determiner, WordClass::pronoun, WordClass::preposition, WordClass::conjunction,
          WordClass::subordinator, WordClass::relative, WordClass::auxiliary}) {
      closed = closed || list.is(lower, word_class);
    }
    if (!closed) stems.insert(stem(lower));
  }
  return stems;
}

double overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::size_t shared = 0;
  for (const std::string& each : a) shared += b.count(each);
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

bool contains(const std::set<std::string>& large, const std::set<std::string>& small) {
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

}  // namespace parley::record::internal
