#pragma once

#include <string>

#include "parley/casefile/origin.hpp"

namespace parley::casefile {

/// A name of something that is defined elsewhere in the case, and where it was written.
struct Reference {
  std::string id;
  Origin place;

  friend bool operator==(const Reference&, const Reference&) = default;
};

}  // namespace parley::casefile
