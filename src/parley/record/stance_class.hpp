#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "parley/record/event_types.hpp"
#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// The event classes that a stance of this kind can be told by, the most general first; none for
/// denies, since PLOVER leaves denials out.
std::span<const EventClass> classes_of(StanceKind stance);

/// The class of a stance: what its clause tells, else the class that its word has by itself, where
/// that is one of classes_of; else the most general of them. Empty for denies. So a stance and its
/// class never disagree.
std::string stance_class(StanceKind stance, std::optional<EventClass> told, std::string_view own);

/// Gives each stance of a report the class of the first event told in its passage, outside its
/// condition, that such a stance can be told by (stance_class).
void classify_stances(const Reading& reading, std::vector<Stance>& stances);

}  // namespace parley::record::internal
