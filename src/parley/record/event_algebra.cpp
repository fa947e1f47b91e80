#include "parley/record/event_algebra.hpp"

#include <cassert>

namespace parley::record::internal {
namespace {

// What is wanted of somebody, or denied to him.
std::optional<EventMode> favour(const std::optional<Deed>& deed) {
  if (!deed) return std::nullopt;
  switch (deed->event) {
    case EventClass::CONSULT:
      return EventMode::meet;
    case EventClass::COOPERATE:
    case EventClass::AID:
      return EventMode::assist;
    case EventClass::CONCEDE:
      return deed->mode == EventMode::change ? EventMode::change : EventMode::yield;
    case EventClass::RETREAT:
      return EventMode::yield;
    default:
      return std::nullopt;
  }
}

// What somebody is threatened with.
std::optional<EventMode> menace(const std::optional<Deed>& deed) {
  if (!deed) return std::nullopt;
  switch (deed->event) {
    case EventClass::SANCTION:
      return deed->mode == EventMode::expel ? EventMode::expel : EventMode::relations;
    case EventClass::COERCE:
      if (deed->mode == EventMode::embargo || deed->mode == EventMode::blockade ||
          deed->mode == EventMode::seize)
        return EventMode::restrict;
      if (deed->mode == EventMode::deport) return EventMode::expel;
      return EventMode::ban;
    case EventClass::PROTEST:
      return EventMode::political;
    case EventClass::MOBILIZE:
    case EventClass::ASSAULT:
      return EventMode::violence;
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_cooperative(EventClass event) { return event <= EventClass::RETREAT; }

Deed intended(const Deed& deed) {
  switch (deed.event) {
    case EventClass::AGREE:
    case EventClass::CONSULT:
    case EventClass::SUPPORT:
    case EventClass::COOPERATE:
    case EventClass::AID:
      return {EventClass::AGREE, favour(deed), true};
    case EventClass::CONCEDE:
      if (deed.mode == EventMode::change) return {EventClass::AGREE, EventMode::change, true};
      return {EventClass::CONCEDE, deed.mode, true};
    case EventClass::RETREAT:
      return {EventClass::CONCEDE, deed.mode, true};
    case EventClass::REQUEST:
    case EventClass::ACCUSE:
    case EventClass::REJECT:
    case EventClass::THREATEN:
      return {deed.event, deed.mode, true};
    case EventClass::PROTEST:
    case EventClass::MOBILIZE:
    case EventClass::SANCTION:
    case EventClass::COERCE:
    case EventClass::ASSAULT:
      return threatened(deed);
  }
  return deed;
}

Deed agreed(const Deed& deed) {
  if (deed.event == EventClass::REQUEST || deed.event == EventClass::ACCUSE)
    return {EventClass::AGREE, std::nullopt, true};
  return intended(deed);
}

Deed prepared(const Deed& deed) {
  if (deed.event == EventClass::ASSAULT || deed.event == EventClass::MOBILIZE)
    return {EventClass::MOBILIZE, EventMode::troops};
  return intended(deed);
}

std::optional<Deed> negated(const Deed& deed) {
  if (deed.event == EventClass::REJECT) return Deed{EventClass::AGREE, std::nullopt};
  if (is_cooperative(deed.event)) return rejected(deed);
  return std::nullopt;
}

Deed requested(const std::optional<Deed>& deed) { return {EventClass::REQUEST, favour(deed)}; }

Deed rejected(const std::optional<Deed>& deed) { return {EventClass::REJECT, favour(deed)}; }

Deed threatened(const std::optional<Deed>& deed) {
  return {EventClass::THREATEN, menace(deed), true};
}

std::optional<Deed> halted(const Deed& deed) {
  switch (deed.event) {
    case EventClass::CONSULT:
    case EventClass::SUPPORT:
    case EventClass::COOPERATE:
    case EventClass::AID:
      return Deed{EventClass::SANCTION, EventMode::discontinue};
    case EventClass::AGREE:
      return rejected(deed);
    case EventClass::RETREAT:
      if (deed.mode == EventMode::ceasefire) return Deed{EventClass::ASSAULT, EventMode::fight};
      return rejected(deed);
    case EventClass::REJECT:
      return Deed{EventClass::AGREE, std::nullopt};
    case EventClass::REQUEST:
    case EventClass::ACCUSE:
    case EventClass::THREATEN:
    case EventClass::PROTEST:
      return Deed{EventClass::CONCEDE, std::nullopt};
    case EventClass::MOBILIZE:
      return Deed{EventClass::RETREAT, EventMode::withdraw};
    case EventClass::COERCE:
      if (deed.mode == EventMode::embargo || deed.mode == EventMode::blockade)
        return Deed{EventClass::RETREAT, EventMode::ease};
      return Deed{EventClass::CONCEDE, std::nullopt};
    case EventClass::ASSAULT:
      return Deed{EventClass::RETREAT, EventMode::ceasefire};
    case EventClass::CONCEDE:
    case EventClass::SANCTION:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Deed> cancelled(const Deed& deed) {
  if (deed.event == EventClass::CONSULT) return rejected(deed);
  return halted(deed);
}

Deed announced(const Deed& deed) {
  if (deed.event == EventClass::CONSULT) return intended(deed);
  if (deed.event == EventClass::RETREAT && deed.mode != EventMode::ceasefire) return intended(deed);
  return deed;
}

}  // namespace parley::record::internal
