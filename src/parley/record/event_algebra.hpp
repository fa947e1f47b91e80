#pragma once

#include <optional>

#include "parley/record/event_types.hpp"

namespace parley::record::internal {

/// A class of event with its mode: what a clause tells, before and after what stands around it.
struct Deed {
  EventClass event = EventClass::AGREE;
  std::optional<EventMode> mode;
  bool to_come = false;  ///< announced, promised or threatened; not done

  friend bool operator==(const Deed&, const Deed&) = default;
};

/// True for the classes on the side of cooperation.
bool is_cooperative(EventClass event);

// Each function below gives the deed of saying or doing something with another deed; nothing when
// that is no event. The rules are those of docs/record.md, "Events".

/// "will", "plans to", "may": cooperation becomes AGREE, giving way CONCEDE, harm
/// THREATEN.
Deed intended(const Deed& deed);
/// "agreed to", "offered": as intended; but to agree to an inquiry or a demand is AGREE.
Deed agreed(const Deed& deed);
/// "prepared to", "moved to" do harm: force that is made ready is MOBILIZE; else as intended.
Deed prepared(const Deed& deed);
/// "did not", "refuses to", "failed to": cooperation becomes REJECT; what is not refused is open to
/// talk (AGREE); harm that is not done is no event.
std::optional<Deed> negated(const Deed& deed);
/// "must", "demands that": REQUEST, of the kind that the deed gives.
Deed requested(const std::optional<Deed>& deed);
/// "rejects", "rules out": REJECT, of the kind that the deed gives.
Deed rejected(const std::optional<Deed>& deed);
/// "threatens to": THREATEN, of the kind that the deed gives.
Deed threatened(const std::optional<Deed>& deed);
/// "suspended", "broke off", "ended": cooperation becomes SANCTION, harm is given up (RETREAT, or
/// CONCEDE for rule at home and protest), a truce that is ended is ASSAULT.
std::optional<Deed> halted(const Deed& deed);
/// "cancelled", "called off", "postponed": a meeting becomes REJECT; else as halted.
std::optional<Deed> cancelled(const Deed& deed);
/// "announced a withdrawal": giving way that is only announced is CONCEDE, a meeting that is only
/// announced AGREE; a declared truce holds, and the rest stays as it is.
Deed announced(const Deed& deed);

}  // namespace parley::record::internal
