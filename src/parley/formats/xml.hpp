#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/formats/findings.hpp"

namespace pugi {  // NOLINTBEGIN(readability-identifier-naming): pugixml's own names
class xml_document;
struct xml_node_struct;
}  // namespace pugi

namespace parley::formats::internal {

/// An attribute's value; false when the element has no such attribute.
class XmlAttribute {
 public:
  XmlAttribute() = default;
  explicit XmlAttribute(const char* value) : value_(value) {}

  explicit operator bool() const { return value_ != nullptr; }
  const char* value() const { return value_ != nullptr ? value_ : ""; }

 private:
  const char* value_ = nullptr;
};

/// A view of an element; false when there is none. Valid while its document lives.
class XmlElement {
 public:
  XmlElement() = default;
  explicit XmlElement(pugi::xml_node_struct* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  const char* name() const;
  XmlAttribute attribute(const char* name) const;
  /// The elements directly below, without texts and comments.
  std::vector<XmlElement> children() const;
  /// The first of them with this name.
  XmlElement child(const char* name) const;
  /// Where its tag begins.
  std::size_t byte() const;

 private:
  pugi::xml_node_struct* node_ = nullptr;
};

/// A parsed file.
class XmlDocument {
 public:
  explicit XmlDocument(std::unique_ptr<pugi::xml_document> document);
  XmlDocument(XmlDocument&&) noexcept;
  ~XmlDocument();

  XmlElement root() const;

 private:
  std::unique_ptr<pugi::xml_document> document_;
};

/// Reads a source as XML. Document types and entities other than the five of XML itself are
/// refused: they could pull in other files or grow beyond measure. Nothing when there is no usable
/// tree.
std::optional<XmlDocument> parse_xml(const Source& source, Findings& findings);

/// Whether the element is called so; letter case does not count.
bool is_called(XmlElement element, std::string_view name);

std::string lower_case(std::string_view text);

/// A number without blanks around it, as Java's Double.valueOf reads decimals: an error when it is
/// missing, is no number or is not finite.
std::optional<double> number(XmlElement element, const char* attribute, Findings& findings);

/// As number(), but whole and of at most nine digits.
std::optional<int> whole_number(XmlElement element, const char* attribute, Findings& findings);

/// "The element <name> is not known here", unless it is listed as one without meaning for
/// utilities.
void warn_of_unknown(XmlElement element, Findings& findings);

}  // namespace parley::formats::internal
