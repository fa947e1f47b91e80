#pragma once

#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "parley/record/event_algebra.hpp"
#include "parley/record/lexicon.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {

/// What a verb or noun does with the deed that it goes with (event_algebra.hpp); `deed` has its
/// own.
#define PARLEY_EVENT_OPERATORS(VALUE)                          \
  VALUE(deed)                                                  \
  VALUE(say)     /* only reports */                            \
  VALUE(perform) /* the object names the deed: "held talks" */ \
  VALUE(announce)                                              \
  VALUE(agree) /* as plan, but AGREE when no deed is named */  \
  VALUE(offer) /* as agree; not to offer is no event */        \
  VALUE(plan)                                                  \
  VALUE(prepare)                                               \
  VALUE(request)                                               \
  VALUE(ask) /* as request, when a deed is named */            \
  VALUE(refuse) VALUE(fail) VALUE(threaten) VALUE(halt) VALUE(cancel)
PARLEY_NAMED_ENUM(EventOperator, event_operator_named, PARLEY_EVENT_OPERATORS)

/// The meaning of a verb or a noun: an operator or a deed of its own.
struct EventSense {
  EventOperator role = EventOperator::deed;
  Deed deed;  ///< of EventOperator::deed only
};

/// Numbers of topics in the order of event_nouns.tsv.
using Topics = std::bitset<96>;

/// A verb with the words after it and the topics one of which its object or subject
/// must have.
struct EventVerb {
  std::vector<std::string> rest;  ///< words after the verb: "call" "for"
  Topics objects;                 ///< none: any object, or no object
  Topics subjects;                ///< none: any subject
  EventSense sense;
};

struct EventNoun {
  std::size_t topic = 0;
  std::optional<EventSense> sense;  ///< nothing when the noun names no deed by itself
};

/// A form of a verb: its verbs, and which form it is.
struct EventVerbForm {
  std::vector<EventVerb>
      verbs;  ///< the longest first; those of one phrase together, in the file's order
  VerbForm form = VerbForm::base;
};

/// The words of events: data/lexicon/event_verbs.tsv and event_nouns.tsv. Immutable after it was
/// read.
class EventLexicon {
 public:
  EventLexicon();

  /// The verbs a word may be a form of; nothing when there are none.
  const EventVerbForm* verbs(std::string_view lower) const;
  const PhraseTable<EventNoun>& nouns() const { return nouns_; }

 private:
  void read_nouns();
  void read_verbs();
  Topics topics(std::string_view column) const;

  std::vector<std::string> topic_names_;
  TextMap<EventVerbForm> verbs_;
  PhraseTable<EventNoun> nouns_;
};

/// The lexicon, read at first use.
const EventLexicon& event_lexicon();

}  // namespace parley::record::internal
