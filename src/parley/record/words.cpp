#include "parley/record/words.hpp"

#include <algorithm>

#include "parley/record/long_sentences.hpp"
#include "parley/record/sentences.hpp"
#include "parley/record/tagger.hpp"
#include "parley/record/tokens.hpp"

namespace parley::record::internal {
namespace {

// The tokens in lower case, with straight apostrophes, one after the other.
void lower_tokens(Words& words) {
  std::size_t size = 0;
  for (const Token& token : words.tokens) size += token.text.size();
  words.lower.reserve(size);
  std::vector<std::size_t> ends;
  ends.reserve(words.tokens.size());
  for (const Token& token : words.tokens) {
    for (std::size_t i = 0; i < token.text.size(); ++i) {
      const char c = token.text[i];
      if (token.text.compare(i, 3, "\u2019") == 0) {
        words.lower += '\'';
        i += 2;
      } else {
        words.lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    ends.push_back(words.lower.size());
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    words.tokens[i].lower = std::string_view(words.lower).substr(begin, ends[i] - begin);
    begin = ends[i];
  }
}

void tag_tokens(Words& words, const std::vector<std::size_t>& inner_ends) {
  const Tagger* tagger = Tagger::builtin();
  if (tagger == nullptr) return;
  std::vector<std::string_view> texts;
  std::vector<Tag> tags;
  std::size_t first = 0;
  for (const std::size_t last : inner_ends) {
    texts.clear();
    for (std::size_t i = first; i < last; ++i) texts.push_back(words.tokens[i].text);
    tags.assign(texts.size(), Tag::NN);
    tagger->tag(texts, tags);
    for (std::size_t i = first; i < last; ++i) words.tokens[i].tag = tags[i - first];
    first = last;
  }
  words.tagged = true;
}

}  // namespace

Words split_words(const Document& document, bool use_tagger) {
  Words words;
  const std::string_view text = document.readable();
  const auto& blocks = document.blocks();
  words.tokens.reserve(text.size() / 5);  // a word and its space: no growth by doubling later
  std::vector<std::size_t> inner_ends;    // tokens at which any sentence ends, within quotes too
  bool continues = false;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    if (block.kind != BlockKind::body) {
      continues = false;
      continue;
    }
    const std::size_t begin = block.begin + block.lead;
    const bool next_opens =
        b + 1 < blocks.size() && blocks[b + 1].kind == BlockKind::body &&
        begins_with_mark(text.substr(blocks[b + 1].begin, blocks[b + 1].end - blocks[b + 1].begin));
    const QuotedSpans quotes = find_quotes(text, begin, block.end, next_opens, continues);
    words.unmatched_marks.insert(words.unmatched_marks.end(), quotes.unmatched.begin(),
                                 quotes.unmatched.end());
    continues = !quotes.spans.empty() && quotes.spans.back().close == quotes.spans.back().end;

    std::size_t quote = 0;  // the first quote that does not end before the place
    const std::size_t first_quote = words.quotes.size();
    std::size_t sentence_first = words.tokens.size();
    bool is_cut = false;  // the sentence that began last was cut
    std::size_t from = begin;
    for (const std::size_t end_in_block : sentence_ends(text.substr(begin, block.end - begin))) {
      const std::size_t to = begin + end_in_block;
      std::size_t piece_first = words.tokens.size();
      tokenize(text, from, to, words.tokens);
      from = to;
      for (const std::size_t piece_end :
           piece_ends(words.tokens, piece_first, words.tokens.size())) {
        inner_ends.push_back(piece_end);
        if (piece_end - sentence_first > kLongestSentence) {
          words.sentences.push_back({sentence_first, piece_first, b});
          sentence_first = piece_first;
          if (!is_cut) words.cuts.push_back(words.tokens[piece_first].begin);
          is_cut = true;
        }
        piece_first = piece_end;
      }
      while (quote < quotes.spans.size() && quotes.spans[quote].close <= to) ++quote;
      const bool inside =
          quote < quotes.spans.size() && quotes.spans[quote].open < to && to != block.end;
      if (inside || words.tokens.size() == sentence_first) continue;
      words.sentences.push_back({sentence_first, words.tokens.size(), b});
      sentence_first = words.tokens.size();
      is_cut = false;
    }
    for (const QuotedSpan& span : quotes.spans) {
      QuoteTokens placed;
      placed.bytes = span;
      placed.block = b;
      words.quotes.push_back(placed);
    }
    // Places of the quotes among the tokens of this block, both in order.
    std::size_t token = words.sentences.empty() ? 0 : [&] {
      std::size_t s = words.sentences.size();
      while (s > 0 && words.sentences[s - 1].block == b) --s;
      return s < words.sentences.size() ? words.sentences[s].first : words.tokens.size();
    }();
    std::size_t sentence = words.sentences.size();
    while (sentence > 0 && words.sentences[sentence - 1].block == b) --sentence;
    for (std::size_t q = first_quote; q < words.quotes.size(); ++q) {
      QuoteTokens& placed = words.quotes[q];
      while (token < words.tokens.size() && words.tokens[token].begin < placed.bytes.begin) ++token;
      placed.first = token;
      while (token < words.tokens.size() && words.tokens[token].begin < placed.bytes.end) ++token;
      placed.last = token;
      while (sentence + 1 < words.sentences.size() &&
             words.sentences[sentence].last <= placed.first)
        ++sentence;
      placed.sentence = sentence;
    }
  }
  words.quoted.assign(words.tokens.size(), false);
  for (const QuoteTokens& quote : words.quotes) {
    for (std::size_t i = quote.first; i < quote.last; ++i) words.quoted[i] = true;
    if (quote.bytes.open < quote.bytes.begin && quote.first > 0)
      words.quoted[quote.first - 1] = true;
    if (quote.bytes.close > quote.bytes.end && quote.last < words.tokens.size())
      words.quoted[quote.last] = true;
  }
  lower_tokens(words);
  if (use_tagger) tag_tokens(words, inner_ends);
  return words;
}

}  // namespace parley::record::internal
