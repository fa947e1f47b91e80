#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/formats/xml.hpp"

namespace parley::formats::internal {

/// An issue as a GENIUS file states it. `index` is a key, not a position: it may have gaps.
struct GeniusIssue {
  int index = 0;
  std::string name;
  bargaining::IssueKind kind = bargaining::IssueKind::categorical;
  std::optional<double> low;  ///< of integer and real issues, where stated
  std::optional<double> high;
  XmlElement element;

  std::vector<XmlElement> items() const;
};

/// What stands below the objectives of a domain or profile, nested ones flattened.
struct GeniusTree {
  struct Weight {
    int index = 0;
    double value = 0;
    XmlElement element;
  };
  std::vector<GeniusIssue> issues;    ///< by index
  std::vector<Weight> weights;        ///< in the order of the file
  std::optional<XmlElement> utility;  ///< of a nonlinear profile

  const GeniusIssue* find(int index) const;
};

/// Reads the objectives of a <utility_space>. Errors: too-deep, missing-attribute, bad-number,
/// unknown-type, duplicate-index.
GeniusTree read_tree(XmlElement space, Findings& findings);

/// "“Price” (issue 3)".
std::string describe(const GeniusIssue& issue);

}  // namespace parley::formats::internal
