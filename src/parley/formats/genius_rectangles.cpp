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

  void read(pugi::xml_node utility) {
    party_.weights.assign(domain_.issues.size(), 1);
    for (const bargaining::Issue& each : domain_.issues) {
      party_.values.emplace_back(each.options.size(), 0.0);
    }
    const std::optional<double> largest = number(utility, "maxutility", findings_);
    if (!largest) return;
    if (*largest <= 0) {
      findings_.error(byte_of(utility), "bad-number", "“maxutility” is not above 0");
      return;
    }
    pugi::xml_node outermost;
    for (const pugi::xml_node each : utility.children()) {
      if (!is_called(each, "ufun")) {
        warn_of_unknown(each, findings_);
      } else if (outermost) {
        findings_.error(byte_of(each), "unsupported", "a second <ufun> of one <utility>");
      } else {
        outermost = each;
      }
    }
    if (!outermost) {
      findings_.error(byte_of(utility), "missing-element", "<utility> has no <ufun>");
      return;
    }
    read_function(outermost, 1 / *largest, 1);
  }

 private:
  void read_function(pugi::xml_node function, double scale, int depth) {
    if (depth > kDeepest) {
      findings_.error(byte_of(function), "too-deep",
                      fmt::format("<ufun> is nested more than {} deep", kDeepest));
      return;
    }
    if (!is_sum(function)) return;
    for (const pugi::xml_node each : function.children()) {
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

  bool is_sum(pugi::xml_node function) {
    const pugi::xml_attribute type = function.attribute("type");
    if (type && lower_case(type.value()) != "plainufun") {
      findings_.error(byte_of(function), "unsupported",
                      fmt::format("the utility function “{}” is not supported", type.value()),
                      "“PlainUfun” is");
      return false;
    }
    const pugi::xml_attribute aggregation = function.attribute("aggregation");
    if (aggregation && lower_case(aggregation.value()) != "sum") {
      findings_.error(byte_of(function), "unsupported",
                      fmt::format("hyper-rectangles with the aggregation “{}” are not supported",
                                  aggregation.value()),
                      "“sum” is");
      return false;
    }
    return true;
  }

  double weight(pugi::xml_node element) {
    return element.attribute("weight") ? number(element, "weight", findings_).value_or(1) : 1;
  }

  void add_rectangle(pugi::xml_node rectangle, double value) {
    std::map<std::size_t, Condition> includes;
    std::map<std::size_t, Condition> excludes;
    bool any_excludes = false;
    for (const pugi::xml_node each : rectangle.children()) {
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
  void narrow(pugi::xml_node bound, std::map<std::size_t, Condition>& box) {
    const auto index = whole_number(bound, "index", findings_);
    const auto low = number(bound, "min", findings_);
    const auto high = number(bound, "max", findings_);
    if (!index || !low || !high) return;
    const auto found = std::ranges::find(domain_.indices, *index);
    if (found == domain_.indices.end()) {
      findings_.error(byte_of(bound), "unknown-issue",
                      fmt::format("the domain has no issue {}", *index));
      return;
    }
    const auto k = static_cast<std::size_t>(found - domain_.indices.begin());
    const bargaining::Issue& issue = domain_.issues[k];
    if (issue.kind != bargaining::IssueKind::integer) {
      findings_.error(byte_of(bound), "unsupported",
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

void read_rectangles(pugi::xml_node utility, const GeniusDomain& domain, std::size_t party_number,
                     bargaining::Party& party, std::vector<bargaining::Interaction>& interactions,
                     Findings& findings) {
  RectangleReader(domain, party_number, party, interactions, findings).read(utility);
}

}  // namespace parley::formats::internal
