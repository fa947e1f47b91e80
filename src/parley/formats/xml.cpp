#include "parley/formats/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>

namespace parley::formats::internal {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Reports the first entity that XML itself does not define; a bare “&” is left as it is.
bool has_entities(const std::string& bytes, Findings& findings) {
  for (std::size_t i = bytes.find('&'); i != std::string::npos; i = bytes.find('&', i + 1)) {
    std::size_t end = i + 1;
    while (end < bytes.size() &&
           (is_letter(bytes[end]) || (bytes[end] >= '0' && bytes[end] <= '9'))) {
      ++end;
    }
    if (end == bytes.size() || bytes[end] != ';' || !is_letter(bytes[i + 1])) continue;
    const std::string name = bytes.substr(i + 1, end - i - 1);
    static constexpr std::string_view kKnown[] = {"amp", "lt", "gt", "quot", "apos"};
    if (std::ranges::find(kKnown, name) != std::end(kKnown)) continue;
    findings.error(i, "xml-entities", fmt::format("the entity “&{};” is not read", name),
                   "write what it stands for");
    return true;
  }
  return false;
}

bool has_document_type(const pugi::xml_document& document, Findings& findings) {
  for (const pugi::xml_node each : document.children()) {
    if (each.type() != pugi::node_doctype) continue;
    const std::size_t byte = findings.source().text.utf8().find("<!DOCTYPE");
    findings.error(byte == std::string::npos ? 0 : byte, "xml-entities",
                   "the file declares a document type, and through it entities or other files",
                   "delete the <!DOCTYPE …> declaration");
    return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

const char* XmlElement::name() const { return pugi::xml_node(node_).name(); }

XmlAttribute XmlElement::attribute(const char* name) const {
  const pugi::xml_attribute found = pugi::xml_node(node_).attribute(name);
  return found ? XmlAttribute(found.value()) : XmlAttribute();
}

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> elements;
  for (const pugi::xml_node each : pugi::xml_node(node_).children()) {
    if (each.type() == pugi::node_element) elements.emplace_back(each.internal_object());
  }
  return elements;
}

XmlElement XmlElement::child(const char* name) const {
  return XmlElement(pugi::xml_node(node_).child(name).internal_object());
}

// pugixml knows where the name begins, behind the bracket.
std::size_t XmlElement::byte() const {
  return static_cast<std::size_t>(
      std::max<std::ptrdiff_t>(pugi::xml_node(node_).offset_debug() - 1, 0));
}

XmlDocument::XmlDocument(std::unique_ptr<pugi::xml_document> document)
    : document_(std::move(document)) {}
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root() const {
  return XmlElement(document_->document_element().internal_object());
}

std::optional<XmlDocument> parse_xml(const Source& source, Findings& findings) {
  const std::string& bytes = source.text.utf8();
  if (has_entities(bytes, findings)) return std::nullopt;
  auto document = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result = document->load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
  if (has_document_type(*document, findings)) return std::nullopt;
  if (!result) {
    findings.error(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                   "xml-syntax",
                   fmt::format("this is not well-formed XML: {}", result.description()));
    return std::nullopt;
  }
  const std::vector<XmlElement> roots = XmlElement(document->internal_object()).children();
  if (roots.size() > 1) {
    findings.error(roots[1].byte(), "xml-syntax", "the file holds more than one root element");
    return std::nullopt;
  }
  return XmlDocument(std::move(document));
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_called(XmlElement element, std::string_view name) {
  return lower_case(element.name()) == lower_case(name);
}

std::optional<double> number(XmlElement element, const char* attribute, Findings& findings) {
  const XmlAttribute found = element.attribute(attribute);
  if (!found) {
    findings.error(element.byte(), "missing-attribute",
                   fmt::format("<{}> lacks “{}”", element.name(), attribute));
    return std::nullopt;
  }
  std::string_view text = trimmed(found.value());
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    findings.error(element.byte(), "bad-number",
                   fmt::format("“{}” of <{}> is not a number: “{}”", attribute, element.name(),
                               found.value()));
    return std::nullopt;
  }
  if (!std::isfinite(value)) {
    findings.error(element.byte(), "not-finite",
                   fmt::format("“{}” of <{}> is not finite", attribute, element.name()));
    return std::nullopt;
  }
  return value;
}

std::optional<int> whole_number(XmlElement element, const char* attribute, Findings& findings) {
  const std::optional<double> value = number(element, attribute, findings);
  if (!value) return std::nullopt;
  if (*value != std::floor(*value) || std::abs(*value) > 999'999'999) {
    findings.error(element.byte(), "bad-number",
                   fmt::format("“{}” of <{}> is not a whole number of at most nine digits: “{}”",
                               attribute, element.name(), element.attribute(attribute).value()));
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

void warn_of_unknown(XmlElement element, Findings& findings) {
  // Who was to play, and a measure that old agents used: nothing about utilities.
  static constexpr std::string_view kWithoutMeaning[] = {"agent", "similarity_function"};
  if (std::ranges::find(kWithoutMeaning, lower_case(element.name())) != std::end(kWithoutMeaning)) {
    return;
  }
  findings.warning(element.byte(), "unknown-element",
                   fmt::format("<{}> has no meaning here and is left out", element.name()));
}

}  // namespace parley::formats::internal
