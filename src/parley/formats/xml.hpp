#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "parley/formats/findings.hpp"

namespace parley::formats::internal {

/// Reads a source as XML. Document types and entities other than the five of XML itself are
/// refused: they could pull in other files or grow beyond measure. False when there is no usable
/// tree.
bool parse_xml(const Source& source, pugi::xml_document& document, Findings& findings);

/// Where the element's tag begins.
std::size_t byte_of(pugi::xml_node element);

/// Whether the element is called so; letter case does not count.
bool is_called(pugi::xml_node element, std::string_view name);

std::string lower_case(std::string_view text);

/// A number without blanks around it, as Java's Double.valueOf reads decimals: an error when it is
/// missing, is no number or is not finite.
std::optional<double> number(pugi::xml_node element, const char* attribute, Findings& findings);

/// As number(), but whole and of at most nine digits.
std::optional<int> whole_number(pugi::xml_node element, const char* attribute, Findings& findings);

/// "The element <name> is not known here", unless it is listed as one without meaning for
/// utilities.
void warn_of_unknown(pugi::xml_node element, Findings& findings);

}  // namespace parley::formats::internal
