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
    spoken.push_back(std::move(quote));
  }
  return spoken;
}

bool is_third_person(std::string_view word) {
  return word == "he" || word == "she" || word == "it" || word == "they";
}

}  // namespace

Reading::Reading(Document read, bool use_tagger)
    : document(std::move(read)),
      words(split_words(document, use_tagger)),
      by_lexicon(Grammar::by_lexicon(words)),
      by_tags(words.tagged ? Grammar::by_tags(words) : by_lexicon),
      cast(find_cast(document, grammar())),
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
  const std::string_view word = words.tokens[phrase.first].lower;
  if (phrase.size() > 1 || !is_third_person(word)) return cast.figure_of(grammar(), phrase);
  if (word == "it" || word == "they") return std::nullopt;
  // He or she: the last person named before it as a subject in this paragraph or the one before,
  // else the last person named there outside quotes.
  const std::size_t sentence = sentence_of(phrase.first);
  const std::size_t block = words.sentences[sentence].block;
  std::optional<std::size_t> any;
  const auto before = std::lower_bound(
      cast.mentions.begin(), cast.mentions.end(), phrase.first,
      [](const Mention& mention, std::size_t at) { return mention.tokens.first < at; });
  for (auto mention = before; mention != cast.mentions.begin();) {
    --mention;
    const std::size_t place = sentence_of(mention->tokens.first);
    if (words.sentences[place].block + 3 < block || before - mention > 40) break;
    if (words.quoted[mention->tokens.first] ||
        cast.figures[mention->figure].kind != ActorKind::person)
      continue;
    if (words.tokens.size() > mention->tokens.last &&
        words.tokens[mention->tokens.last].lower == "'s")
      continue;
    if (!any) any = mention->figure;
    // A subject: a verb or an aside follows.
    const std::size_t next = mention->tokens.last;
    if (next < words.tokens.size() &&
        (grammar().is(next, Category::finite) || grammar().is(next, Category::auxiliary) ||
         grammar().is(next, Category::comma) || grammar().is(next, Category::adverb) ||
         grammar().is(next, Category::participle))) {
      return mention->figure;
    }
  }
  return any;
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
