#include "parley/record/clause_reading.hpp"

#include <algorithm>
#include <cassert>

namespace parley::record::internal {

ClauseReading::ClauseReading(const Words& words) : words_(&words) {
  assert(words.tagged);
  texts_.reserve(words.tokens.size());
  tags_.reserve(words.tokens.size());
  for (const Token& token : words.tokens) {
    texts_.push_back(token.text);
    tags_.push_back(token.tag);
  }
  // Which way a mark points is known better from the quotes than from the tagger.
  for (const QuoteTokens& quote : words.quotes) {
    if (quote.bytes.open < quote.bytes.begin && quote.first > 0) {
      tags_[quote.first - 1] = Tag::open_quote;
    }
    if (quote.bytes.close > quote.bytes.end && quote.last < tags_.size()) {
      tags_[quote.last] = Tag::close_quote;
    }
  }
  chunks_.reserve(words.sentences.size());
  for (const Sentence& sentence : words.sentences) {
    const std::size_t size = sentence.last - sentence.first;
    chunks_.push_back(find_chunks({std::span(texts_).subspan(sentence.first, size),
                                   std::span(tags_).subspan(sentence.first, size)}));
  }
}

std::optional<ClauseReading::Found> ClauseReading::subject_of(std::size_t token) const {
  const auto sentence =
      std::partition_point(words_->sentences.begin(), words_->sentences.end(),
                           [&](const Sentence& candidate) { return candidate.last <= token; });
  if (sentence == words_->sentences.end() || token < sentence->first) return std::nullopt;
  const std::size_t place = token - sentence->first;
  const Chunks& chunks = chunks_[static_cast<std::size_t>(sentence - words_->sentences.begin())];
  const auto verb =
      std::partition_point(chunks.verbs.begin(), chunks.verbs.end(),
                           [&](const VerbGroup& group) { return group.end <= place; });
  if (verb == chunks.verbs.end() || place < verb->begin) return std::nullopt;
  const std::size_t size = sentence->last - sentence->first;
  const auto subject = record::subject_of({std::span(texts_).subspan(sentence->first, size),
                                           std::span(tags_).subspan(sentence->first, size)},
                                          chunks, *verb);
  if (!subject) return std::nullopt;
  return Found{sentence->first + subject->groups.front().begin,
               sentence->first + subject->groups.back().end, subject->rule};
}

}  // namespace parley::record::internal
