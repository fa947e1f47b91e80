#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parley/record/document.hpp"
#include "parley/record/quote_marks.hpp"
#include "parley/record/tag.hpp"

namespace parley::record::internal {

enum class TokenKind : std::uint8_t { word, number, punctuation, mark };

/// A word, a number or a sign. "did" "n't" and "Marek" "'s" are two each; "28-point" is one.
struct Token {
  std::size_t begin = 0;  ///< bytes of the readable text
  std::size_t end = 0;
  std::string_view text;
  std::string_view lower;  ///< with a straight apostrophe and A-Z in lower case
  TokenKind kind = TokenKind::word;
  bool is_capital = false;  ///< begins with a capital letter
  Tag tag = Tag::NN;        ///< meaningless without a tagger
};

/// A sentence of the narrator: tokens [first, last). Stops inside a quote do not end it, unless it
/// would become longer than kLongestSentence (long_sentences.hpp); then its pieces are sentences.
struct Sentence {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t block = 0;
};

/// A quoted span among the tokens; the marks themselves are tokens outside [first, last).
struct QuoteTokens {
  QuotedSpan bytes;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t sentence = 0;
  std::size_t block = 0;
};

/// A report's words: sentences, tokens and quotes of its body; headings are left out.
struct Words {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<QuoteTokens> quotes;
  std::vector<std::size_t> unmatched_marks;  ///< bytes
  std::vector<std::size_t> cuts;             ///< bytes; where each sentence too long is cut first
  std::vector<bool> quoted;  ///< a token's place: inside a quote or one of its marks
  bool tagged = false;
  std::string lower;  ///< what Token::lower points into
};

/// Splits a document, which must outlive the result. Sentences by ICU's English rules and the
/// abbreviations of the lexicon. Linear.
Words split_words(const Document& document, bool use_tagger);

}  // namespace parley::record::internal
