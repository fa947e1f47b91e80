#include "parley/formats/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

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

bool parse_xml(const Source& source, pugi::xml_document& document, Findings& findings) {
  const std::string& bytes = source.text.utf8();
  if (has_entities(bytes, findings)) return false;
  const pugi::xml_parse_result result = document.load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
  if (has_document_type(document, findings)) return false;
  if (!result) {
    findings.error(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                   "xml-syntax",
                   fmt::format("this is not well-formed XML: {}", result.description()));
    return false;
  }
  const auto roots = document.children();
  const auto is_element = [](pugi::xml_node each) { return each.type() == pugi::node_element; };
  if (std::ranges::count_if(roots.begin(), roots.end(), is_element) > 1) {
    findings.error(byte_of(document.last_child()), "xml-syntax",
                   "the file holds more than one root element");
    return false;
  }
  return true;
}

std::size_t byte_of(pugi::xml_node element) {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug() - 1, 0));
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_called(pugi::xml_node element, std::string_view name) {
  return lower_case(element.name()) == lower_case(name);
}

std::optional<double> number(pugi::xml_node element, const char* attribute, Findings& findings) {
  const pugi::xml_attribute found = element.attribute(attribute);
  if (!found) {
    findings.error(byte_of(element), "missing-attribute",
                   fmt::format("<{}> lacks “{}”", element.name(), attribute));
    return std::nullopt;
  }
  std::string_view text = trimmed(found.value());
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    findings.error(byte_of(element), "bad-number",
                   fmt::format("“{}” of <{}> is not a number: “{}”", attribute, element.name(),
                               found.value()));
    return std::nullopt;
  }
  if (!std::isfinite(value)) {
    findings.error(byte_of(element), "not-finite",
                   fmt::format("“{}” of <{}> is not finite", attribute, element.name()));
    return std::nullopt;
  }
  return value;
}

std::optional<int> whole_number(pugi::xml_node element, const char* attribute, Findings& findings) {
  const std::optional<double> value = number(element, attribute, findings);
  if (!value) return std::nullopt;
  if (*value != std::floor(*value) || std::abs(*value) > 999'999'999) {
    findings.error(byte_of(element), "bad-number",
                   fmt::format("“{}” of <{}> is not a whole number of at most nine digits: “{}”",
                               attribute, element.name(), element.attribute(attribute).value()));
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

void warn_of_unknown(pugi::xml_node element, Findings& findings) {
  if (element.type() != pugi::node_element) return;
  // Who was to play, and a measure that old agents used: nothing about utilities.
  static constexpr std::string_view kWithoutMeaning[] = {"agent", "similarity_function"};
  if (std::ranges::find(kWithoutMeaning, lower_case(element.name())) != std::end(kWithoutMeaning)) {
    return;
  }
  findings.warning(byte_of(element), "unknown-element",
                   fmt::format("<{}> has no meaning here and is left out", element.name()));
}

}  // namespace parley::formats::internal
