#pragma once

#include <vector>

#include "parley/formats/genius_tree.hpp"

namespace parley::formats::internal {

/// The issues of a GENIUS domain as the engine takes them, with the index of each.
struct GeniusDomain {
  std::vector<bargaining::Issue> issues;  ///< by index
  std::vector<int> indices;
};

/// Reads a <negotiation_template>. Real issues are divided into `real_steps` steps, each with a
/// warning that says so.
GeniusDomain read_domain(XmlElement root, std::size_t real_steps, Findings& findings);

}  // namespace parley::formats::internal
