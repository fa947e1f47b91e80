#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/formats/findings.hpp"

namespace parley::formats::internal {

/// A JSON document as a tree in which each value knows its place and numbers keep their digits.
struct JsonNode {
  enum class Kind { null, boolean, number, string, array, object };
  struct Entry;

  Kind kind = Kind::null;
  std::string text;      ///< of a string, or the digits of a number
  std::size_t byte = 0;  ///< where it starts
  std::vector<JsonNode> items;
  std::vector<Entry> entries;  ///< in the order of the file

  bool is_object() const { return kind == Kind::object; }
  const JsonNode* find(std::string_view key) const;
};

struct JsonNode::Entry {
  std::string key;
  std::size_t byte = 0;
  JsonNode value;
};

inline const JsonNode* JsonNode::find(std::string_view key) const {
  for (const Entry& each : entries) {
    if (each.key == key) return &each.value;
  }
  return nullptr;
}

/// Reads a source as JSON. Errors: json-syntax, duplicate-key, too-deep (beyond 32) and too-large
/// (beyond 300,000 values); then nothing is returned.
std::optional<JsonNode> parse_json(const Source& source, Findings& findings);

}  // namespace parley::formats::internal
