#pragma once

#include <string>
#include <string_view>

#include "parley/casefile/yaml_tree.hpp"

namespace parley::casefile::internal {

/// Writes a tree as YAML that a person can read and edit: what fits on a line of 100 columns stands
/// on one, everything else is indented by two. Of a scalar, `quoted` says that it is a text, which
/// is then put in quotes wherever some YAML program would take it for something else.
std::string to_yaml(const YamlNode& root);

/// A text as a scalar on one line that reads back as the same text wherever it stands.
std::string text_scalar(std::string_view text);

}  // namespace parley::casefile::internal
