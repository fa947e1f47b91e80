#include "parley/record/reading.hpp"

#include <algorithm>

#include "parley/record/speech.hpp"

namespace parley::record::internal {
namespace {

bool same_speaker(const Attribution& a, const Attribution& b) {
  return a.speaker.first < b.speaker.last && b.speaker.first < a.speaker.last;
}

Confidence confidence_of(const Attribution& chosen, bool agreed) {
  if (chosen.sieve >= Sieve::any_verb) return Confidence::low;
  if (agreed) return Confidence::high;
  return chosen.sieve <= Sieve::verb_before ? Confidence::moderate : Confidence::low;
}

std::vector<SpokenQuote> spoken_quotes(const Words& words, const Grammar& by_lexicon,
                                       const Grammar& by_tags) {
  const auto first = attribute_quotes(by_lexicon);
  const auto second = words.tagged ? attribute_quotes(by_tags)
                                   : std::vector<std::optional<Attribution>>(first.size());
  std::vector<SpokenQuote> spoken;
  for (std::size_t q = 0; q < words.quotes.size(); ++q) {
    const bool second_wins = second[q] && (!first[q] || second[q]->sieve <= first[q]->sieve);
    SpokenQuote quote;
    quote.tokens = words.quotes[q];
    quote.attribution = second_wins ? second[q] : first[q];
    if (!is_speech(by_lexicon, quote.tokens, quote.attribution)) continue;
    if (quote.attribution) {
      const bool agreed = first[q] && second[q] && same_speaker(*first[q], *second[q]);
      quote.confidence = confidence_of(*quote.attribution, agreed);
      const auto& other = second_wins ? first[q] : second[q];
      if (other && !agreed) quote.alternative = other;
    }
    spoken.push_back(quote);
  }
  return spoken;
}

}  // namespace

Reading::Reading(Document read, bool use_tagger)
    : document(std::move(read)),
      words(split_words(document, use_tagger)),
      by_lexicon(Grammar::by_lexicon(words)),
      by_tags(words.tagged ? Grammar::by_tags(words) : by_lexicon),
      cast(find_cast(document, grammar())),
      references(find_references(grammar(), cast)),
      quotes(spoken_quotes(words, by_lexicon, by_tags)) {}

Passage Reading::passage(std::size_t begin_token, std::size_t end_token) const {
  return {id, document.span(words.tokens[begin_token].begin, words.tokens[end_token - 1].end)};
}

std::string_view Reading::text(std::size_t begin_token, std::size_t end_token) const {
  const std::size_t begin = words.tokens[begin_token].begin;
  return document.readable().substr(begin, words.tokens[end_token - 1].end - begin);
}

std::size_t Reading::sentence_of(std::size_t token_index) const {
  const auto after = std::upper_bound(
      words.sentences.begin(), words.sentences.end(), token_index,
      [](std::size_t value, const Sentence& sentence) { return value < sentence.first; });
  return after == words.sentences.begin()
             ? 0
             : static_cast<std::size_t>(after - words.sentences.begin()) - 1;
}

std::optional<std::size_t> Reading::figure_of(Range phrase) const {
  if (phrase.size() == 0) return std::nullopt;
  if (const Reference* reference = reference_of(phrase)) return reference->figure;
  if (phrase.size() == 1 && grammar().is(phrase.first, Category::pronoun)) return std::nullopt;
  return cast.figure_of(grammar(), phrase);
}

const Reference* Reading::reference_of(Range phrase) const {
  return internal::reference_of(references, phrase);
}

std::string Reading::actor_of(Range phrase) const {
  const auto figure = figure_of(phrase);
  return figure ? actor_ids[*figure] : std::string();
}

std::string Reading::side_of(Range phrase) const {
  const auto figure = figure_of(phrase);
  if (!figure) return {};
  return side_ids[*figure].empty() ? actor_ids[*figure] : side_ids[*figure];
}

}  // namespace parley::record::internal
