#include "parley/record/speech.hpp"

#include <algorithm>
#include <cctype>

namespace parley::record::internal {
namespace {

struct Shape {
  std::size_t words = 0;
  std::size_t long_words = 0;
  std::size_t capitals = 0;       // words with a capital first
  std::size_t small_content = 0;  // long words without one
  bool has_verb = false;
};

Shape shape_of(const Grammar& grammar, const QuoteTokens& quote) {
  Shape shape;
  const auto& tokens = grammar.words().tokens;
  for (std::size_t i = quote.first; i < quote.last; ++i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    ++shape.words;
    if (token.text.size() >= 4) ++shape.long_words;
    if (token.is_capital) ++shape.capitals;
    if (!token.is_capital && token.text.size() >= 4) ++shape.small_content;
    const Lexicon& list = lexicon();
    shape.has_verb = shape.has_verb || list.is(token.lower, WordClass::auxiliary) ||
                     list.is(token.lower, WordClass::verb) || token.lower == "n't" ||
                     (grammar.words().tagged && is_finite(token.tag));
  }
  return shape;
}

// A verb of saying just before the mark: "which she labelled …".
bool is_governed(const Attribution& attribution, const QuoteTokens& quote) {
  return attribution.cue && *attribution.cue < quote.first && quote.first - *attribution.cue <= 8;
}

}  // namespace

bool is_speech(const Grammar& grammar, const QuoteTokens& quote,
               const std::optional<Attribution>& attribution) {
  const auto& tokens = grammar.words().tokens;
  if (quote.first >= quote.last) return false;
  if (quote.first >= 2 && tokens[quote.first - 2].text == "=") return false;
  if (tokens[quote.first].text == "(") return false;
  const Shape shape = shape_of(grammar, quote);
  if (shape.words == 0) return false;
  const bool sure = attribution && attribution->sieve <= Sieve::verb_before &&
                    attribution->sieve != Sieve::continuation;
  const bool governed = sure && is_governed(*attribution, quote);
  // A title: capitals throughout, no small content word.
  if (shape.capitals >= 2 && shape.small_content == 0 && shape.words <= 8 && !shape.has_verb) {
    const bool adjacent =
        governed && quote.first - *attribution->cue <= 6 &&
        attribution->sieve == Sieve::verb_before &&
        lexicon().cue(tokens[*attribution->cue].lower) &&
        lexicon().cue(tokens[*attribution->cue].lower)->verb->kind == CueClass::evaluation;
    return adjacent;
  }
  const bool loose = !attribution || attribution->sieve >= Sieve::any_verb;
  if (loose && shape.words <= 2 && !shape.has_verb) return false;
  if (!attribution && shape.words <= 3 && !shape.has_verb) return false;
  return true;
}

}  // namespace parley::record::internal
