#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parley/base/text.hpp"
#include "parley/record/event_types.hpp"
#include "parley/record/record.hpp"

namespace parley::record {

/// What a sentence tells to have happened, and the words that say so.
struct EventReading {
  EventClass event = EventClass::AGREE;
  std::optional<EventMode> mode;
  bool to_come = false;  ///< announced, promised or threatened; not done
  /// high: a verb of the main clause decides; moderate: a verb of another clause; low: a noun
  /// alone.
  Confidence confidence = Confidence::low;
  std::vector<Span> words;  ///< the deciding words in the order of the text, in code points
};

/// The political event that a sentence of news tells.
///
/// Clause by clause from the main one: a verb with its object names a deed ("held talks" CONSULT,
/// "shelled" ASSAULT); verbs, modals and negation around it turn the deed into another class: what
/// is to come ("will meet" AGREE, "will strike" THREATEN, "will withdraw" CONCEDE), what is refused
/// or denied ("will not meet" REJECT), asked for ("must withdraw" REQUEST) or ended ("suspended
/// talks" SANCTION, "broke the truce" ASSAULT). Verbs and nouns are data:
/// data/lexicon/event_verbs.tsv and event_nouns.tsv. Definitions: docs/record.md, "Events".
///
/// Nothing when the sentence tells no event of these classes, as a remark does, or is not UTF-8; of
/// several sentences the first that tells one counts. Without the tagger it knows fewer verbs from
/// nouns. Linear in the text. Deterministic.
std::optional<EventReading> classify_event(std::string_view sentence, bool use_tagger = true);

}  // namespace parley::record
