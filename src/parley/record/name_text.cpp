#include "parley/record/name_text.hpp"

#include "parley/record/lexicon.hpp"

namespace parley::record::internal {

bool is_honorific(std::string_view lower) { return lexicon().is(lower, WordClass::honorific); }

std::string text_of(const Words& words, Range range) {
  std::string text;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const bool joined = i > range.first && words.tokens[i].begin == words.tokens[i - 1].end;
    if (i > range.first && !joined) text += ' ';
    text += words.tokens[i].text;
  }
  return text;
}

bool is_spoken_cue(const Grammar& grammar, std::size_t token) {
  return grammar.is(token, Category::finite) &&
         lexicon().cue(grammar.token(token).lower).has_value();
}

}  // namespace parley::record::internal
