#include "parley/formats/genius_evaluator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace parley::formats::internal {
namespace {

using bargaining::Issue;
using bargaining::IssueKind;
using Values = std::optional<std::vector<double>>;

double cut(double value) { return std::clamp(value, 0.0, 1.0); }

struct Evaluations {
  std::map<std::string, double, std::less<>> by_value;
  double largest = 0;
  bool readable = true;
};

Evaluations read_evaluations(const GeniusIssue& stated, Findings& findings) {
  Evaluations result;
  for (const XmlElement item : stated.items()) {
    const XmlAttribute value = item.attribute("value");
    const std::optional<double> evaluation = number(item, "evaluation", findings);
    if (!value) {
      findings.error(item.byte(), "missing-attribute", "<item> lacks “value”");
    } else if (evaluation && !result.by_value.insert_or_assign(value.value(), *evaluation).second) {
      findings.warning(item.byte(), "stated-twice",
                       fmt::format("“{}” of “{}” is evaluated twice; this one, {:g}, counts",
                                   value.value(), stated.name, *evaluation));
    }
    result.readable = result.readable && value && evaluation;
  }
  for (const auto& [value, evaluation] : result.by_value) {
    result.largest = std::max(result.largest, evaluation);
  }
  return result;
}

Values discrete(const Issue& issue, const GeniusIssue& stated, Findings& findings) {
  const Evaluations evaluations = read_evaluations(stated, findings);
  if (!evaluations.readable) return std::nullopt;
  std::vector<std::string> strangers;
  for (const auto& [value, evaluation] : evaluations.by_value) {
    const auto is_it = [&](const bargaining::Option& each) { return each.name == value; };
    if (std::ranges::none_of(issue.options, is_it)) strangers.push_back(value);
  }
  constexpr double kNothing = 1e-5;
  std::vector<double> values;
  std::vector<std::string> missing;
  for (const bargaining::Option& each : issue.options) {
    const auto found = evaluations.by_value.find(each.name);
    if (found == evaluations.by_value.end()) {
      missing.push_back(each.name);
    } else {
      values.push_back(evaluations.largest < kNothing ? 0 : found->second / evaluations.largest);
    }
  }
  const std::size_t byte = stated.element.byte();
  if (!missing.empty()) {
    findings.error(
        byte, "missing-values",
        fmt::format("{} has no evaluation of {}{}", describe(stated), quoted_list(missing),
                    strangers.empty() ? ""
                                      : ", but of " + quoted_list(strangers) +
                                            ", which the domain does not know"),
        "values are matched by their text; is this a profile for another domain?");
    return std::nullopt;
  }
  if (!strangers.empty()) {
    findings.warning(byte, "unknown-value",
                     fmt::format("{} evaluates {}, which the domain does not know; that counts "
                                 "only where it is the largest evaluation",
                                 describe(stated), quoted_list(strangers)));
  }
  return values;
}

class NumericReader {
 public:
  NumericReader(const Issue& issue, const GeniusIssue& stated, Findings& findings)
      : issue_(issue), stated_(stated), findings_(findings) {}

  Values read() {
    if (!has_same_bounds()) return std::nullopt;
    for (const XmlElement each : stated_.element.children()) {
      if (is_called(each, "evaluator")) evaluator_ = each;
    }
    if (!evaluator_) {
      findings_.error(stated_.element.byte(), "missing-element",
                      describe(stated_) + " has no <evaluator>");
      return std::nullopt;
    }
    const std::string type = lower_case(evaluator_.attribute("ftype").value());
    if (type == "linear") return issue_.kind == IssueKind::integer ? whole_linear() : linear();
    if (issue_.kind == IssueKind::real && type == "constant") return constant();
    if (issue_.kind == IssueKind::real && type == "triangular") return triangular();
    findings_.error(evaluator_.byte(), "unsupported",
                    fmt::format("the evaluator “{}” of {} is not supported",
                                evaluator_.attribute("ftype").value(), describe(stated_)),
                    issue_.kind == IssueKind::integer
                        ? "for integer issues “linear” is"
                        : "“linear”, “constant” and “triangular” are");
    return std::nullopt;
  }

 private:
  // A profile that restates the bounds otherwise is about another scale.
  bool has_same_bounds() {
    const bool same = stated_.low.value_or(issue_.range->low) == issue_.range->low &&
                      stated_.high.value_or(issue_.range->high) == issue_.range->high;
    if (!same) {
      findings_.error(stated_.element.byte(), "other-domain",
                      fmt::format("{} has other bounds here than in the domain, where it runs from "
                                  "{:g} to {:g}",
                                  describe(stated_), issue_.range->low, issue_.range->high));
    }
    return same;
  }

  template <class Function>
  std::vector<double> over_options(Function evaluate) const {
    std::vector<double> values;
    for (const bargaining::Option& each : issue_.options) values.push_back(evaluate(*each.number));
    return values;
  }

  Values whole_linear() {
    const bool older = evaluator_.attribute("parameter0") && !evaluator_.attribute("offset");
    const auto offset = number(evaluator_, older ? "parameter0" : "offset", findings_);
    const auto slope = number(evaluator_, older ? "parameter1" : "slope", findings_);
    if (!offset || !slope) return std::nullopt;
    return over_options([&](double v) { return cut(*slope * (v - issue_.range->low) + *offset); });
  }

  Values linear() {
    const auto offset = number(evaluator_, "parameter0", findings_);
    const auto slope = number(evaluator_, "parameter1", findings_);
    if (!offset || !slope) return std::nullopt;
    return over_options([&](double v) { return cut(*slope * v + *offset); });
  }

  Values constant() {
    const auto value = number(evaluator_, "parameter0", findings_);
    if (!value) return std::nullopt;
    return over_options([&](double) { return *value; });
  }

  Values triangular() {
    const auto low = number(evaluator_, "parameter0", findings_);
    const auto high = number(evaluator_, "parameter1", findings_);
    const auto top = number(evaluator_, "parameter2", findings_);
    if (!low || !high || !top) return std::nullopt;
    if (*low > *top || *top > *high) {
      findings_.error(evaluator_.byte(), "bad-range",
                      fmt::format("the triangle of {} does not rise from {:g} over {:g} to {:g}",
                                  describe(stated_), *low, *top, *high));
      return std::nullopt;
    }
    return over_options([&](double v) {
      if (v < *low || v > *high) return 0.0;
      if (v == *top) return 1.0;
      return v < *top ? (v - *low) / (*top - *low) : 1 - (v - *top) / (*high - *top);
    });
  }

  const Issue& issue_;
  const GeniusIssue& stated_;
  Findings& findings_;
  XmlElement evaluator_;
};

}  // namespace

Values option_values(const Issue& issue, const GeniusIssue& stated, Findings& findings) {
  if (issue.kind != stated.kind) {
    findings.error(stated.element.byte(), "other-domain",
                   fmt::format("{} is of another type in the domain", describe(stated)));
    return std::nullopt;
  }
  if (issue.kind == IssueKind::categorical) return discrete(issue, stated, findings);
  return NumericReader(issue, stated, findings).read();
}

}  // namespace parley::formats::internal
