#include "parley/formats/genius_rectangles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace parley::formats::internal {
namespace {

using bargaining::Condition;

constexpr int kDeepest = 32;

class RectangleReader {
 public:
  RectangleReader(const GeniusDomain& domain, std::size_t party_number, bargaining::Party& party,
                  std::vector<bargaining::Interaction>& interactions, Findings& findings)
      : domain_(domain),
        number_(party_number),
        party_(party),
        interactions_(interactions),
        findings_(findings) {}

  void read(XmlElement utility) {
    party_.weights.assign(domain_.issues.size(), 1);
    for (const bargaining::Issue& each : domain_.issues) {
      party_.values.emplace_back(each.options.size(), 0.0);
    }
    const std::optional<double> largest = number(utility, "maxutility", findings_);
    if (!largest) return;
    if (*largest <= 0) {
      findings_.error(utility.byte(), "bad-number", "“maxutility” is not above 0");
      return;
    }
    XmlElement outermost;
    for (const XmlElement each : utility.children()) {
      if (!is_called(each, "ufun")) {
        warn_of_unknown(each, findings_);
      } else if (outermost) {
        findings_.error(each.byte(), "unsupported", "a second <ufun> of one <utility>");
      } else {
        outermost = each;
      }
    }
    if (!outermost) {
      findings_.error(utility.byte(), "missing-element", "<utility> has no <ufun>");
      return;
    }
    read_function(outermost, 1 / *largest, 1);
  }

 private:
  void read_function(XmlElement function, double scale, int depth) {
    if (depth > kDeepest) {
      findings_.error(function.byte(), "too-deep",
                      fmt::format("<ufun> is nested more than {} deep", kDeepest));
      return;
    }
    if (!is_sum(function)) return;
    for (const XmlElement each : function.children()) {
      if (is_called(each, "ufun")) {
        read_function(each, scale * weight(each), depth + 1);
      } else if (is_called(each, "hyperrectangle")) {
        const std::optional<double> utility = number(each, "utility", findings_);
        if (utility) add_rectangle(each, scale * weight(each) * *utility);
      } else {
        warn_of_unknown(each, findings_);
      }
    }
  }

  bool is_sum(XmlElement function) {
    const XmlAttribute type = function.attribute("type");
    if (type && lower_case(type.value()) != "plainufun") {
      findings_.error(function.byte(), "unsupported",
                      fmt::format("the utility function “{}” is not supported", type.value()),
                      "“PlainUfun” is");
      return false;
    }
    const XmlAttribute aggregation = function.attribute("aggregation");
    if (aggregation && lower_case(aggregation.value()) != "sum") {
      findings_.error(function.byte(), "unsupported",
                      fmt::format("hyper-rectangles with the aggregation “{}” are not supported",
                                  aggregation.value()),
                      "“sum” is");
      return false;
    }
    return true;
  }

  double weight(XmlElement element) {
    return element.attribute("weight") ? number(element, "weight", findings_).value_or(1) : 1;
  }

  void add_rectangle(XmlElement rectangle, double value) {
    std::map<std::size_t, Condition> includes;
    std::map<std::size_t, Condition> excludes;
    bool any_excludes = false;
    for (const XmlElement each : rectangle.children()) {
      if (is_called(each, "includes")) {
        narrow(each, includes);
      } else if (is_called(each, "excludes")) {
        any_excludes = true;
        narrow(each, excludes);
      } else {
        warn_of_unknown(each, findings_);
      }
    }
    if (any_excludes) {
      add_constant(value);
      add_box(std::move(excludes), -value);
    } else {
      add_box(std::move(includes), value);
    }
  }

  // Bounds on one issue hold together.
  void narrow(XmlElement bound, std::map<std::size_t, Condition>& box) {
    const auto index = whole_number(bound, "index", findings_);
    const auto low = number(bound, "min", findings_);
    const auto high = number(bound, "max", findings_);
    if (!index || !low || !high) return;
    const auto found = std::ranges::find(domain_.indices, *index);
    if (found == domain_.indices.end()) {
      findings_.error(bound.byte(), "unknown-issue",
                      fmt::format("the domain has no issue {}", *index));
      return;
    }
    const auto k = static_cast<std::size_t>(found - domain_.indices.begin());
    const bargaining::Issue& issue = domain_.issues[k];
    if (issue.kind != bargaining::IssueKind::integer) {
      findings_.error(bound.byte(), "unsupported",
                      fmt::format("hyper-rectangles over “{}”, which is not an integer issue, are "
                                  "not supported",
                                  issue.name));
      return;
    }
    const auto [at, is_new] = box.try_emplace(k, Condition{k, {}});
    std::vector<std::size_t> kept;
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      const bool inside = *low <= *issue.options[o].number && *issue.options[o].number <= *high;
      if (inside && (is_new || std::ranges::binary_search(at->second.options, o))) {
        kept.push_back(o);
      }
    }
    at->second.options = std::move(kept);
  }

  void add_constant(double value) {
    for (double& each : party_.values.front()) each += value;
  }

  void add_box(std::map<std::size_t, Condition> box, double value) {
    if (box.empty()) return add_constant(value);
    bargaining::Interaction interaction{number_, {}, value};
    for (auto& [issue, condition] : box) {
      if (condition.options.empty()) return;  // no deal lies in it
      if (condition.options.size() < domain_.issues[issue].options.size()) {
        interaction.when.push_back(std::move(condition));
      }
    }
    if (interaction.when.empty()) return add_constant(value);
    if (interaction.when.size() > 1) return interactions_.push_back(std::move(interaction));
    const Condition& only = interaction.when.front();
    for (const std::size_t option : only.options) party_.values[only.issue][option] += value;
  }

  const GeniusDomain& domain_;
  std::size_t number_;
  bargaining::Party& party_;
  std::vector<bargaining::Interaction>& interactions_;
  Findings& findings_;
};

}  // namespace

void read_rectangles(XmlElement utility, const GeniusDomain& domain, std::size_t party_number,
                     bargaining::Party& party, std::vector<bargaining::Interaction>& interactions,
                     Findings& findings) {
  RectangleReader(domain, party_number, party, interactions, findings).read(utility);
}

}  // namespace parley::formats::internal
