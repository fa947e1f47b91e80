#include "parley/record/event_class.hpp"

#include <string>

#include "parley/record/event_reader.hpp"

namespace parley::record {

QuadClass quad_class(EventClass event) {
  switch (event) {
    case EventClass::AGREE:
    case EventClass::CONSULT:
    case EventClass::SUPPORT:
    case EventClass::CONCEDE:
      return QuadClass::verbal_cooperation;
    case EventClass::COOPERATE:
    case EventClass::AID:
    case EventClass::RETREAT:
      return QuadClass::material_cooperation;
    case EventClass::REQUEST:
    case EventClass::ACCUSE:
    case EventClass::REJECT:
    case EventClass::THREATEN:
      return QuadClass::verbal_conflict;
    case EventClass::PROTEST:
    case EventClass::MOBILIZE:
    case EventClass::SANCTION:
    case EventClass::COERCE:
    case EventClass::ASSAULT:
      return QuadClass::material_conflict;
  }
  return QuadClass::verbal_cooperation;
}

std::optional<EventReading> classify_event(std::string_view sentence, bool use_tagger) {
  auto text = Text::from_utf8(std::string(sentence), "sentence");
  if (!text) return std::nullopt;
  internal::Document document(std::move(*text));
  document.add_block({0, document.readable().size(), internal::BlockKind::body, 0});
  const internal::Words words = internal::split_words(document, use_tagger);
  const internal::Grammar grammar =
      words.tagged ? internal::Grammar::by_tags(words) : internal::Grammar::by_lexicon(words);
  const internal::EventReader reader(grammar);
  for (const internal::Sentence& each : words.sentences) {
    const auto found = reader.main_event({each.first, each.last});
    if (!found) continue;
    EventReading reading{
        found->deed.event, found->deed.mode, found->deed.to_come, found->confidence, {}};
    for (const std::size_t i : found->words)
      reading.words.push_back(document.span(words.tokens[i].begin, words.tokens[i].end));
    return reading;
  }
  return std::nullopt;
}

}  // namespace parley::record
