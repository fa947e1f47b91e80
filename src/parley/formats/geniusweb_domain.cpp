#include "parley/formats/geniusweb_domain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace parley::formats::internal {
namespace {

constexpr std::size_t kMostOptionsInAll = 500'000;

bool is_text_or_number(const JsonNode& node) {
  return node.kind == JsonNode::Kind::string || node.kind == JsonNode::Kind::number;
}

bool is_whole(Decimal value) {
  const std::string text = to_text(value);
  return text.find('.') == std::string::npos;
}

WebIssue listed(const std::string& name, const JsonNode& values, Findings& findings) {
  WebIssue result{{name, bargaining::IssueKind::categorical, {}, {}}, {}, {}, {}};
  std::set<std::string> seen;
  for (const JsonNode& each : values.items) {
    const std::optional<Decimal> number = decimal_of(each);
    const std::string text = number ? to_text(*number) : each.text;
    if (!is_text_or_number(each)) {
      findings.error(each.byte, "wrong-kind",
                     fmt::format("a value of “{}” is neither text nor number", name));
    } else if (!seen.insert(text).second) {
      findings.error(each.byte, "duplicate-name",
                     fmt::format("“{}” stands twice among the values of “{}”", each.text, name));
    } else {
      result.add(each.text, number);
    }
  }
  if (values.items.empty()) {
    findings.error(values.byte, "no-options", fmt::format("issue “{}” has no values", name));
  }
  return result;
}

WebIssue ranged(const std::string& name, const JsonNode& range, Findings& findings) {
  std::vector<Decimal> parts;
  for (const JsonNode& each : range.items) {
    if (const auto number = decimal_of(each)) parts.push_back(*number);
  }
  if (parts.size() != 3 || range.items.size() != 3) {
    findings.error(range.byte, "bad-range",
                   fmt::format("the range of “{}” is not [low, high, step]", name));
    return {};
  }
  const auto [low, high, step] = std::tuple(parts[0], parts[1], parts[2]);
  if (high < low || step.units <= 0) {
    findings.error(range.byte, "bad-range",
                   fmt::format("the range of “{}” {}", name,
                               high < low ? "ends before it begins" : "needs a step above 0"));
    return {};
  }
  const Int128 steps = (high.units - low.units) / step.units;
  if (steps >= static_cast<Int128>(bargaining::kMostOptions)) {
    findings.error(range.byte, "too-many-options",
                   fmt::format("“{}” has more than {} options", name, bargaining::kMostOptions),
                   "take a wider step");
    return {};
  }
  const bool whole = is_whole(low) && is_whole(step);
  WebIssue result{
      {name, whole ? bargaining::IssueKind::integer : bargaining::IssueKind::real, {}, {}},
      {},
      {},
      {}};
  for (Int128 i = 0; i <= steps; ++i) {
    const Decimal value{low.units + i * step.units};
    result.add(to_text(value), value);
  }
  result.issue.range = {to_double(low), *result.issue.options.back().number, to_double(step)};
  return result;
}

}  // namespace

std::optional<Decimal> decimal_of(const JsonNode& node) {
  return is_text_or_number(node) ? parse_decimal(node.text) : std::nullopt;
}

void WebIssue::add(std::string name, std::optional<Decimal> number) {
  by_name.emplace(name, issue.options.size());
  if (number) by_number.emplace(*number, issue.options.size());
  issue.options.push_back(
      {std::move(name), number ? std::optional(to_double(*number)) : std::nullopt});
  numbers.push_back(number);
}

std::optional<std::size_t> WebIssue::find(const std::string& text) const {
  if (const auto same = by_name.find(text); same != by_name.end()) return same->second;
  const std::optional<Decimal> number = parse_decimal(text);
  if (!number) return std::nullopt;
  const auto equal = by_number.find(*number);
  return equal == by_number.end() ? std::nullopt : std::optional(equal->second);
}

std::vector<WebIssue> read_web_domain(const JsonNode& domain, Findings& findings) {
  std::vector<WebIssue> issues;
  const JsonNode* values = domain.find("issuesValues");
  if (values == nullptr || !values->is_object() || values->entries.empty()) {
    findings.error(domain.byte, "no-issues", "the domain has no “issuesValues”");
    return issues;
  }
  std::size_t options = 0;
  for (const JsonNode::Entry& each : values->entries) {
    const JsonNode* list = each.value.find("values");
    const JsonNode* range = each.value.find("range");
    if ((list == nullptr) == (range == nullptr)) {
      findings.error(each.byte, "missing-key",
                     fmt::format("“{}” needs either “values” or “range”", each.key));
      continue;
    }
    issues.push_back(list != nullptr ? listed(each.key, *list, findings)
                                     : ranged(each.key, *range, findings));
    options += issues.back().issue.options.size();
    if (options > kMostOptionsInAll) {
      findings.error(each.byte, "too-many-options",
                     fmt::format("up to this issue there are {} options; at most {} can be handled",
                                 options, kMostOptionsInAll));
      break;
    }
  }
  return issues;
}

}  // namespace parley::formats::internal
