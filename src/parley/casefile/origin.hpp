#pragma once

#include <utility>

#include "parley/base/diagnostic.hpp"

namespace parley::casefile {

/// Where an entry was written. It is no part of what the entry says: entries that say the same at
/// different places are equal.
struct Origin : Place {
  Origin() = default;
  // Implicit, so that an entry can be given a place as it is.
  Origin(Place place) : Place(std::move(place)) {}

  friend bool operator==(const Origin&, const Origin&) { return true; }
};

}  // namespace parley::casefile
