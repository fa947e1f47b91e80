#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/base/text.hpp"
#include "parley/casefile/findings.hpp"

namespace parley::casefile::internal {

/// A YAML document as a tree in which each value knows its place.
struct YamlNode {
  enum class Kind { null, scalar, sequence, map };
  struct Entry;

  Kind kind = Kind::null;
  std::string text;             ///< of a scalar
  bool quoted = false;          ///< whether a scalar was quoted, so that it can only be text
  Mark mark;                    ///< where it starts; a null takes its key's place
  Mark label;                   ///< the key it stands under; else where it starts
  std::vector<YamlNode> items;  ///< of a sequence
  std::vector<Entry> entries;   ///< of a map, in the order written

  bool is_scalar() const { return kind == Kind::scalar; }

  /// The value of a map's key; null when there is none.
  const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
  std::string key;
  Mark mark;
  bool key_quoted = false;
  bool repeated = false;  ///< the key stands earlier in the map already
  YamlNode value;
};

inline const YamlNode* YamlNode::find(std::string_view key) const {
  for (const Entry& each : entries) {
    if (each.key == key) return &each.value;
  }
  return nullptr;
}

/// Reads one YAML document. What a case does not use is refused: anchors, aliases, merge keys,
/// tags, keys that are not plain words, a second document, and nesting or size beyond reason. All
/// findings but a syntax error leave a usable tree; a syntax error ends the reading where it
/// stands.
struct ParsedYaml {
  YamlNode root;
  bool complete =
      false;  ///< false when reading stopped early, so that what is missing means nothing
};
ParsedYaml parse_yaml(const Text& text, Findings& findings);

/// "the text “abc”", "a list of 3", "a map with 2 keys" or "nothing".
std::string describe(const YamlNode& node);

/// A text cut to a length that fits into a message.
std::string shortened(std::string_view text);

/// Whether YAML 1.1 programs take this plain word as true or false: yes, no, on, off, y, n, true,
/// false in any usual letter case.
bool reads_as_boolean(std::string_view word);

}  // namespace parley::casefile::internal
