#include "parley/record/deeds.hpp"

#include "parley/record/stance_words.hpp"

namespace parley::record::internal {
namespace {

// "villagers in the Vorukh exclave": past what stands behind one preposition.
std::size_t past_place(const Grammar& grammar, std::size_t last) {
  constexpr std::size_t kLongest = 6;  // tokens
  if (!grammar.is(last, Category::preposition)) return last;
  std::size_t k = last + 1;
  while (k < last + kLongest && grammar.is_in_phrase(k)) ++k;
  return k;
}

}  // namespace

std::optional<std::size_t> verb_behind(const Grammar& grammar, std::size_t last) {
  constexpr std::size_t kReach = 5;  // tokens to the verb
  bool finite = false;
  last = past_place(grammar, last);
  for (std::size_t k = last; k < last + kReach && k < grammar.words().tokens.size(); ++k) {
    if (grammar.is(k, Category::auxiliary)) {
      finite = true;
    } else if (grammar.is(k, Category::finite) ||
               (finite && (grammar.is(k, Category::base) || grammar.is(k, Category::participle)))) {
      return k;
    } else if (!grammar.is(k, Category::adverb) && !grammar.is(k, Category::negation)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

bool is_deed_of_side(const Grammar& grammar, std::size_t verb) {
  const auto& tokens = grammar.words().tokens;
  const auto word = [&](std::size_t k) {
    return verb + k < tokens.size() ? std::string_view(tokens[verb + k].lower) : std::string_view();
  };
  return static_cast<bool>(stance_lexicon().verb(word));
}

}  // namespace parley::record::internal
