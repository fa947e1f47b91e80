#include "parley/formats/genius_domain.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace parley::formats::internal {
namespace {

using bargaining::Issue;
using bargaining::IssueKind;

// Of all issues together, so that a small file cannot ask for much memory.
constexpr std::size_t kMostOptionsInAll = 500'000;

Issue discrete(const GeniusIssue& stated, Findings& findings) {
  Issue issue{stated.name, IssueKind::categorical, {}, {}};
  std::set<std::string> seen;
  for (const XmlElement item : stated.items()) {
    const XmlAttribute value = item.attribute("value");
    if (!value) {
      findings.error(item.byte(), "missing-attribute", "<item> lacks “value”");
    } else if (!seen.insert(value.value()).second) {
      findings.warning(item.byte(), "stated-twice",
                       fmt::format("“{}” stands twice among the values of “{}” and is one of them",
                                   value.value(), stated.name));
    } else {
      issue.options.push_back({value.value(), {}});
    }
  }
  if (issue.options.empty()) {
    findings.error(stated.element.byte(), "no-options",
                   fmt::format("issue “{}” has no values", stated.name));
  }
  return issue;
}

Issue numeric(const GeniusIssue& stated, std::size_t real_steps, Findings& findings) {
  const std::size_t byte = stated.element.byte();
  if (!stated.low || !stated.high) {
    findings.error(byte, "missing-attribute",
                   fmt::format("issue “{}” lacks {}", stated.name,
                               stated.low ? "“upperbound”" : "“lowerbound”"));
    return {};
  }
  bargaining::Range range{*stated.low, *stated.high, 1};
  if (stated.kind == IssueKind::real && range.high > range.low) {
    range.step = (range.high - range.low) / static_cast<double>(real_steps);
  }
  Result<Issue> issue = bargaining::stepped_issue(stated.name, stated.kind, range);
  if (!issue) {
    findings.adopt(byte, issue.error().diagnostics);
    return {};
  }
  if (stated.kind == IssueKind::real) {
    findings.warning(byte, "stepped",
                     fmt::format("“{}” takes any number from {:g} to {:g}; looked at in steps of "
                                 "{:g}",
                                 stated.name, range.low, range.high, range.step));
  }
  return *std::move(issue);
}

}  // namespace

GeniusDomain read_domain(XmlElement root, std::size_t real_steps, Findings& findings) {
  GeniusDomain domain;
  XmlElement space;
  for (const XmlElement each : root.children()) {
    if (is_called(each, "utility_space")) {
      space = each;
    } else {
      warn_of_unknown(each, findings);
    }
  }
  const GeniusTree tree = read_tree(space, findings);
  if (tree.issues.empty() && !findings.has_errors()) {
    findings.error(root.byte(), "no-issues", "the domain has no issues");
  }
  if (tree.issues.size() > bargaining::kMostIssues) {
    findings.error(root.byte(), "too-many-issues",
                   fmt::format("there are {} issues; at most {} can be handled", tree.issues.size(),
                               bargaining::kMostIssues));
    return domain;
  }
  std::set<std::string> names;
  std::size_t options = 0;
  for (const GeniusIssue& each : tree.issues) {
    if (!names.insert(each.name).second) {
      findings.error(each.element.byte(), "duplicate-name",
                     fmt::format("two issues are called “{}”", each.name));
    }
    domain.indices.push_back(each.index);
    domain.issues.push_back(each.kind == IssueKind::categorical
                                ? discrete(each, findings)
                                : numeric(each, real_steps, findings));
    options += domain.issues.back().options.size();
    if (options > kMostOptionsInAll) {
      findings.error(each.element.byte(), "too-many-options",
                     fmt::format("up to this issue there are {} options; at most {} can be handled",
                                 options, kMostOptionsInAll));
      break;
    }
  }
  return domain;
}

}  // namespace parley::formats::internal
