#pragma once

#include <map>

#include "parley/formats/decimal.hpp"
#include "parley/formats/json_tree.hpp"

namespace parley::formats::internal {

/// An issue of GeniusWeb: listed values, or the numbers of a range.
struct WebIssue {
  bargaining::Issue issue;
  std::vector<std::optional<Decimal>> numbers;  ///< [option], of those that are numbers
  std::map<std::string, std::size_t> by_name;
  std::map<Decimal, std::size_t> by_number;

  void add(std::string name, std::optional<Decimal> number);

  /// The option that a value of a bid or a key of a table means; numbers are compared as numbers.
  std::optional<std::size_t> find(const std::string& text) const;
};

/// Reads {"name", "issuesValues"}; what cannot be read is missing, with errors among the findings.
std::vector<WebIssue> read_web_domain(const JsonNode& domain, Findings& findings);

/// The number that a JSON number or a string of digits is.
std::optional<Decimal> decimal_of(const JsonNode& node);

}  // namespace parley::formats::internal
