#include "parley/record/stance_class.hpp"

#include <algorithm>
#include <array>

#include "parley/record/event_reader.hpp"

namespace parley::record::internal {
namespace {

constexpr std::array kAgreement{EventClass::AGREE, EventClass::CONCEDE, EventClass::SUPPORT};
constexpr std::array kOffer{EventClass::AGREE, EventClass::CONCEDE, EventClass::RETREAT,
                            EventClass::AID};
constexpr std::array kOpenness{EventClass::AGREE};
constexpr std::array kDisapproval{EventClass::ACCUSE, EventClass::REJECT};
constexpr std::array kRejection{EventClass::REJECT, EventClass::SANCTION};
constexpr std::array kDemand{EventClass::REQUEST};
constexpr std::array kThreat{EventClass::THREATEN};
constexpr std::array kAccusation{EventClass::ACCUSE};

bool is_one_of(EventClass event, std::span<const EventClass> classes) {
  return std::find(classes.begin(), classes.end(), event) != classes.end();
}

// The first event in the stance's passage that such a stance can be told by.
std::optional<EventClass> told_by(const Reading& reading, const EventReader& reader,
                                  const Stance& stance) {
  const auto& tokens = reading.words.tokens;
  const auto span_of = [&](const Token& token) {
    return reading.document.span(token.begin, token.end);
  };
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
    return span_of(token).start < stance.passage.span.start;
  });
  for (auto i = static_cast<std::size_t>(first - tokens.begin()); i < tokens.size(); ++i) {
    const Span place = span_of(tokens[i]);
    if (place.end > stance.passage.span.end) break;
    if (stance.condition && stance.condition->contains(place)) continue;
    const Sentence& sentence = reading.words.sentences[reading.sentence_of(i)];
    const auto found = reader.event_at(i, {sentence.first, sentence.last});
    if (found && is_one_of(found->deed.event, classes_of(stance.stance))) return found->deed.event;
  }
  return std::nullopt;
}

}  // namespace

std::span<const EventClass> classes_of(StanceKind stance) {
  switch (stance) {
    case StanceKind::accepts:
    case StanceKind::accepts_partly:
    case StanceKind::conditional:
      return kAgreement;
    case StanceKind::open:
      return kOpenness;
    case StanceKind::disapproves:
      return kDisapproval;
    case StanceKind::rejects:
      return kRejection;
    case StanceKind::demands:
      return kDemand;
    case StanceKind::offers:
      return kOffer;
    case StanceKind::threatens:
      return kThreat;
    case StanceKind::accuses:
      return kAccusation;
    case StanceKind::denies:
      return {};
  }
  return {};
}

std::string stance_class(StanceKind stance, std::optional<EventClass> told, std::string_view own) {
  const auto classes = classes_of(stance);
  if (classes.empty()) return {};
  for (const std::optional<EventClass> each : {told, event_class_named(own)}) {
    if (each && is_one_of(*each, classes)) return std::string(name(*each));
  }
  return std::string(name(classes.front()));
}

void classify_stances(const Reading& reading, std::vector<Stance>& stances) {
  const EventReader reader(reading.grammar());
  for (Stance& stance : stances)
    stance.plover = stance_class(stance.stance, told_by(reading, reader, stance), stance.plover);
}

}  // namespace parley::record::internal
