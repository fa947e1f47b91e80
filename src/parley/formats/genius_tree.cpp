#include "parley/formats/genius_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::formats::internal {
namespace {

using bargaining::IssueKind;

constexpr int kDeepest = 32;

class TreeReader {
 public:
  explicit TreeReader(Findings& findings) : findings_(findings) {}

  GeniusTree read(XmlElement space) {
    for (const XmlElement each : space.children()) {
      if (!is_called(each, "reservation") && !is_called(each, "discount_factor"))
        read_part(each, 0);
    }
    std::ranges::stable_sort(tree_.issues, {}, &GeniusIssue::index);
    const auto twin = std::ranges::adjacent_find(tree_.issues, {}, &GeniusIssue::index);
    if (twin != tree_.issues.end()) {
      findings_.error((twin + 1)->element.byte(), "duplicate-index",
                      fmt::format("“{}” and “{}” have the same index {}", twin->name,
                                  (twin + 1)->name, twin->index));
    }
    return std::move(tree_);
  }

 private:
  // Issues and weights stand below an objective, in some files directly below the space.
  void read_part(XmlElement part, int depth) {
    if (is_called(part, "objective")) {
      read_objective(part, depth + 1);
    } else if (is_called(part, "issue")) {
      read_issue(part);
    } else if (is_called(part, "weight")) {
      const auto index = whole_number(part, "index", findings_);
      const auto value = number(part, "value", findings_);
      if (index && value) tree_.weights.push_back({*index, *value, part});
    } else if (is_called(part, "utility")) {
      tree_.utility = part;
    } else {
      warn_of_unknown(part, findings_);
    }
  }

  void read_objective(XmlElement objective, int depth) {
    if (depth > kDeepest) {
      findings_.error(objective.byte(), "too-deep",
                      fmt::format("objectives are nested more than {} deep", kDeepest));
      return;
    }
    for (const XmlElement each : objective.children()) read_part(each, depth);
  }

  void read_issue(XmlElement element) {
    GeniusIssue issue;
    issue.element = element;
    const auto index = whole_number(element, "index", findings_);
    const XmlAttribute name = element.attribute("name");
    if (!name) {
      findings_.error(element.byte(), "missing-attribute", "<issue> lacks “name”");
    }
    issue.name = name.value();
    if (!read_kind(element, issue.kind) || !index || !name) return;
    issue.index = *index;
    if (issue.kind != IssueKind::categorical) {
      issue.low = bound(element, "lowerbound");
      issue.high = bound(element, "upperbound");
    }
    for (const XmlElement each : element.children()) {
      if (!is_called(each, "item") && !is_called(each, "range") && !is_called(each, "evaluator")) {
        warn_of_unknown(each, findings_);
      }
    }
    tree_.issues.push_back(std::move(issue));
  }

  // `etype` is a copy that is not looked at.
  bool read_kind(XmlElement element, IssueKind& kind) {
    XmlAttribute type = element.attribute("type");
    if (!type) type = element.attribute("vtype");
    const std::string word = lower_case(type.value());
    if (!type || word == "discrete") {
      kind = IssueKind::categorical;
    } else if (word == "integer") {
      kind = IssueKind::integer;
    } else if (word == "real") {
      kind = IssueKind::real;
    } else {
      findings_.error(element.byte(), "unknown-type",
                      fmt::format("“{}” is not a type of issue", type.value()),
                      "discrete, integer and real are read");
      return false;
    }
    return true;
  }

  std::optional<double> bound(XmlElement element, const char* attribute) {
    if (element.attribute(attribute)) return number(element, attribute, findings_);
    const XmlElement range = element.child("range");
    if (range.attribute(attribute)) return number(range, attribute, findings_);
    return std::nullopt;
  }

  Findings& findings_;
  GeniusTree tree_;
};

}  // namespace

std::vector<XmlElement> GeniusIssue::items() const {
  std::vector<XmlElement> found;
  for (const XmlElement each : element.children()) {
    if (is_called(each, "item")) found.push_back(each);
  }
  return found;
}

const GeniusIssue* GeniusTree::find(int index) const {
  const auto found = std::ranges::lower_bound(issues, index, {}, &GeniusIssue::index);
  return found != issues.end() && found->index == index ? &*found : nullptr;
}

GeniusTree read_tree(XmlElement space, Findings& findings) {
  return TreeReader(findings).read(space);
}

std::string describe(const GeniusIssue& issue) {
  return fmt::format("“{}” (issue {})", issue.name, issue.index);
}

}  // namespace parley::formats::internal
