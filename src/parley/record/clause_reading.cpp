#include "parley/record/clause_reading.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

Tag guessed_tag(const Grammar& grammar, std::size_t i) {
  const Token& token = grammar.token(i);
  switch (grammar.at(i)) {
    case Category::noun:
    case Category::time:
      return token.lower.ends_with('s') ? Tag::NNS : Tag::NN;
    case Category::name:
      return Tag::NNP;
    case Category::pronoun:
      return Tag::PRP;
    case Category::determiner: {
      const std::string_view word = token.lower;
      const bool possessive = word == "his" || word == "her" || word == "its" || word == "their" ||
                              word == "our" || word == "my" || word == "your";
      return possessive ? Tag::PRP_possessive : Tag::DT;
    }
    case Category::adjective:
      return Tag::JJ;
    case Category::number:
      return Tag::CD;
    case Category::finite:
      return token.lower.ends_with('s') ? Tag::VBZ : Tag::VBD;
    case Category::participle:
      return token.lower.ends_with("ing") ? Tag::VBG : Tag::VBN;
    case Category::base:
      return Tag::VB;
    case Category::auxiliary: {
      constexpr std::string_view kModals[] = {"will",  "would", "can",    "could", "may", "might",
                                              "shall", "must",  "should", "'ll",   "wo",  "ca"};
      if (std::find(std::begin(kModals), std::end(kModals), token.lower) != std::end(kModals))
        return Tag::MD;
      return token.lower == "be" || token.lower == "have" ? Tag::VB : Tag::VBZ;
    }
    case Category::negation:
    case Category::adverb:
      return Tag::RB;
    case Category::preposition:
      return Tag::IN;
    case Category::subordinator:
      return token.lower == "when" || token.lower == "where" ? Tag::WRB : Tag::IN;
    case Category::conjunction:
      return Tag::CC;
    case Category::relative:
      return Tag::WP;
    case Category::possessive:
      return Tag::POS;
    case Category::to:
      return Tag::TO;
    case Category::comma:
      return Tag::comma;
    case Category::dash:
    case Category::colon:
      return Tag::colon;
    case Category::stop:
      return Tag::stop;
    case Category::bracket:
      return token.text == "(" || token.text == "[" ? Tag::open_bracket : Tag::close_bracket;
    case Category::quoted:
    case Category::other:
      return Tag::SYM;
  }
  return Tag::SYM;
}

// What a tagger would say, by word lists; quotations are read like any other text.
std::vector<Tag> guessed_tags(const Words& words) {
  Words unmarked = words;
  std::fill(unmarked.quoted.begin(), unmarked.quoted.end(), false);
  const Grammar grammar = Grammar::by_lexicon(unmarked);
  std::vector<Tag> tags(words.tokens.size());
  for (std::size_t i = 0; i < tags.size(); ++i) {
    tags[i] = guessed_tag(grammar, i);
    const bool after_modal = i > 0 && (tags[i - 1] == Tag::MD || tags[i - 1] == Tag::TO ||
                                       (tags[i - 1] == Tag::RB && i > 1 && tags[i - 2] == Tag::MD));
    if (after_modal && (is_verb(tags[i]) || tags[i] == Tag::NN)) tags[i] = Tag::VB;
  }
  return tags;
}

template <class Group>
const Group* group_at(const std::vector<Group>& groups, std::size_t token) {
  const auto found = std::partition_point(groups.begin(), groups.end(),
                                          [&](const Group& group) { return group.end <= token; });
  return found != groups.end() && found->begin <= token ? &*found : nullptr;
}

}  // namespace

ClauseReading::ClauseReading(const Words& words) : words_(&words) {
  texts_.reserve(words.tokens.size());
  for (const Token& token : words.tokens) texts_.push_back(token.text);
  if (words.tagged) {
    tags_.reserve(words.tokens.size());
    for (const Token& token : words.tokens) tags_.push_back(token.tag);
  } else {
    tags_ = guessed_tags(words);
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
    for (VerbGroup verb : chunks_.back().verbs) {
      verb.begin += sentence.first;
      verb.end += sentence.first;
      verb.head += sentence.first;
      if (verb.modal) *verb.modal += sentence.first;
      if (verb.negation) *verb.negation += sentence.first;
      verbs_.push_back(verb);
    }
    for (const NounGroup& noun : chunks_.back().nouns) {
      nouns_.push_back(
          {noun.begin + sentence.first, noun.end + sentence.first, noun.head + sentence.first});
    }
  }
}

const VerbGroup* ClauseReading::verb_at(std::size_t token) const { return group_at(verbs_, token); }

const NounGroup* ClauseReading::noun_at(std::size_t token) const { return group_at(nouns_, token); }

const VerbGroup* ClauseReading::verb_from(std::size_t token) const {
  const auto found = std::partition_point(
      verbs_.begin(), verbs_.end(), [&](const VerbGroup& verb) { return verb.begin < token; });
  return found == verbs_.end() ? nullptr : &*found;
}

std::optional<ClauseReading::Place> ClauseReading::place_of(std::size_t token) const {
  const auto sentence =
      std::partition_point(words_->sentences.begin(), words_->sentences.end(),
                           [&](const Sentence& candidate) { return candidate.last <= token; });
  if (sentence == words_->sentences.end() || token < sentence->first) return std::nullopt;
  const Chunks& chunks = chunks_[static_cast<std::size_t>(sentence - words_->sentences.begin())];
  const VerbGroup* verb = group_at(chunks.verbs, token - sentence->first);
  if (verb == nullptr) return std::nullopt;
  const std::size_t size = sentence->last - sentence->first;
  return Place{sentence->first,
               {std::span(texts_).subspan(sentence->first, size),
                std::span(tags_).subspan(sentence->first, size)},
               &chunks,
               verb};
}

std::optional<ClauseReading::Found> ClauseReading::subject_of(std::size_t token) const {
  const auto place = place_of(token);
  if (!place) return std::nullopt;
  const auto subject = record::subject_of(place->sentence, *place->chunks, *place->verb);
  if (!subject) return std::nullopt;
  return Found{place->first + subject->groups.front().begin,
               place->first + subject->groups.back().end, subject->rule};
}

std::optional<Range> ClauseReading::agent_of(std::size_t token) const {
  const auto place = place_of(token);
  if (!place) return std::nullopt;
  const auto agent = record::agent_of(place->sentence, *place->chunks, *place->verb);
  if (!agent) return std::nullopt;
  return Range{place->first + agent->begin, place->first + agent->end};
}

}  // namespace parley::record::internal
