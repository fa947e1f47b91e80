#pragma once

#include "parley/record/named_enum.hpp"

namespace parley::record {

/// The event types of PLOVER 0.8 (Open Event Data Alliance 2021), which replace the twenty roots of
/// CAMEO (Schrodt 2012); the order is the manual's. The names in prose and JSON are the manual's:
/// in capitals.
#define PARLEY_EVENT_CLASSES(VALUE)                                              \
  VALUE(AGREE)     /* says that it will or would cooperate; a meeting to come */ \
  VALUE(CONSULT)   /* a contact that took place */                               \
  VALUE(SUPPORT)   /* endorses, recognises, signs, ratifies */                   \
  VALUE(COOPERATE) /* joint work that is done */                                 \
  VALUE(AID)       /* help that is given */                                      \
  VALUE(CONCEDE)   /* says that it gives way, or eases rule at home */           \
  VALUE(RETREAT)   /* gives way in deed */                                       \
  VALUE(REQUEST)   /* asks or requires */                                        \
  VALUE(ACCUSE)    /* blames, criticises, inquires */                            \
  VALUE(REJECT)    /* refuses; calls off a meeting */                            \
  VALUE(THREATEN)  /* harm to come, with or without a condition */               \
  VALUE(PROTEST)   /* street action */                                           \
  VALUE(MOBILIZE)  /* alert, exercise, deployment */                             \
  VALUE(SANCTION)  /* walks out, suspends, recalls, expels */                    \
  VALUE(COERCE)    /* coercion short of violence */                              \
  VALUE(ASSAULT)   /* violence, and a broken truce */
PARLEY_NAMED_ENUM(EventClass, event_class_named, PARLEY_EVENT_CLASSES)

/// What kind of its class an event is. PLOVER's modes, `return` of prisoners or land being called
/// hand_back here, and four more that keep apart what CAMEO's roots kept apart: embargo and
/// blockade within COERCE, fight (armed forces) and destroy (property) within ASSAULT.
#define PARLEY_EVENT_MODES(VALUE) \
  VALUE(phone)                    \
  VALUE(visit)                    \
  VALUE(third_party)              \
  VALUE(release)                  \
  VALUE(hand_back)                \
  VALUE(ease)                     \
  VALUE(access)                   \
  VALUE(ceasefire)                \
  VALUE(withdraw)                 \
  VALUE(disarm)                   \
  VALUE(investigate)              \
  VALUE(disapprove)               \
  VALUE(allege)                   \
  VALUE(assist)                   \
  VALUE(change)                   \
  VALUE(yield)                    \
  VALUE(meet)                     \
  VALUE(relations)                \
  VALUE(restrict)                 \
  VALUE(ban)                      \
  VALUE(political)                \
  VALUE(expel)                    \
  VALUE(territory)                \
  VALUE(violence)                 \
  VALUE(troops)                   \
  VALUE(police)                   \
  VALUE(discontinue)              \
  VALUE(seize)                    \
  VALUE(curfew)                   \
  VALUE(martial_law)              \
  VALUE(arrest)                   \
  VALUE(deport)                   \
  VALUE(embargo) VALUE(blockade) VALUE(fight) VALUE(destroy)
PARLEY_NAMED_ENUM(EventMode, event_mode_named, PARLEY_EVENT_MODES)

/// Words or deeds, with or against the other.
#define PARLEY_QUAD_CLASSES(VALUE) \
  VALUE(verbal_cooperation)        \
  VALUE(material_cooperation)      \
  VALUE(verbal_conflict)           \
  VALUE(material_conflict)
PARLEY_NAMED_ENUM(QuadClass, quad_class_named, PARLEY_QUAD_CLASSES)

/// The quad class of an event class. SANCTION is material, as in the manual's summary table; its
/// README says verbal.
QuadClass quad_class(EventClass event);

}  // namespace parley::record
