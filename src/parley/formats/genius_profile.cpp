#include "parley/formats/genius_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "parley/formats/genius_evaluator.hpp"
#include "parley/formats/genius_rectangles.hpp"

namespace parley::formats::internal {
namespace {

using bargaining::Party;

class ProfileReader {
 public:
  ProfileReader(XmlElement space, const GeniusDomain& domain, bargaining::Problem& problem,
                Findings& findings)
      : space_(space),
        domain_(domain),
        problem_(problem),
        findings_(findings),
        tree_(read_tree(space, findings)) {}

  void read(std::string name) {
    Party party;
    party.name = std::move(name);
    party.reservation = reservation();
    warn_of_discount();
    const std::string type = lower_case(space_.attribute("type").value());
    if (!is_for_this_domain()) return;
    if (type == "nonlinear") {
      if (!tree_.utility) {
        findings_.error(space_.byte(), "missing-element",
                        "the profile is nonlinear, but has no <utility>");
        return;
      }
      read_rectangles(*tree_.utility, domain_, problem_.parties.size(), party,
                      problem_.interactions, findings_);
    } else if (tree_.utility) {
      findings_.error(tree_.utility->byte(), "contradiction",
                      "<utility> belongs to a profile of type “nonlinear”, which this is not");
    } else {
      read_values(party);
      read_weights(party);
    }
    problem_.parties.push_back(std::move(party));
  }

 private:
  std::optional<double> root_number(const char* element) {
    for (const XmlElement each : space_.children()) {
      if (is_called(each, element)) return number(each, "value", findings_);
    }
    return std::nullopt;
  }

  double reservation() {
    const double value = root_number("reservation").value_or(0);
    constexpr double kMost =
        1e9;  // beyond it gains over the reservation value cannot be told apart
    if (std::abs(value) > kMost) {
      findings_.error(space_.child("reservation").byte(), "off-scale",
                      fmt::format("the reservation value {:g} is beyond comparison with utilities, "
                                  "which lie on 0 to 1",
                                  value));
    } else if (value < 0 || value > 1) {
      findings_.warning(space_.child("reservation").byte(), "off-scale",
                        fmt::format("the reservation value {:g} lies outside the scale of "
                                    "utilities, 0 to 1",
                                    value));
    }
    return value;
  }

  void warn_of_discount() {
    const std::optional<double> factor = root_number("discount_factor");
    if (!factor || *factor <= 0 || *factor >= 1) return;
    findings_.warning(space_.child("discount_factor").byte(), "discount-ignored",
                      fmt::format("the discount factor {:g} says what delay costs; which deals "
                                  "exist does not depend on it",
                                  *factor));
  }

  // Issues are matched by index. Another name is a doubt; when no name agrees, or an issue is
  // missing or unknown, this is another domain's profile.
  bool is_for_this_domain() {
    std::vector<std::string> missing;
    std::vector<std::string> strangers;
    std::vector<const GeniusIssue*> renamed;
    for (std::size_t k = 0; k < domain_.issues.size(); ++k) {
      const GeniusIssue* stated = tree_.find(domain_.indices[k]);
      const std::string& name = domain_.issues[k].name;
      if (stated != nullptr && stated->name != name) renamed.push_back(stated);
      if (stated == nullptr) missing.push_back(name);
    }
    for (const GeniusIssue& each : tree_.issues) {
      if (std::ranges::find(domain_.indices, each.index) == domain_.indices.end()) {
        strangers.push_back(each.name);
      }
    }
    const bool no_name_agrees =
        !renamed.empty() && renamed.size() + missing.size() == domain_.issues.size();
    if (no_name_agrees) {
      missing.clear();
      strangers.clear();
      for (const bargaining::Issue& each : domain_.issues) missing.push_back(each.name);
      for (const GeniusIssue& each : tree_.issues) strangers.push_back(each.name);
    }
    if (!missing.empty() || !strangers.empty()) {
      std::string message = "this profile is for another domain:";
      if (!missing.empty()) message += " it says nothing about " + quoted_list(missing);
      if (!missing.empty() && !strangers.empty()) message += ", but";
      if (!strangers.empty()) {
        message += " it speaks of " + quoted_list(strangers) + ", which the domain does not have";
      }
      findings_.error(space_.byte(), "other-domain", message);
      return false;
    }
    for (const GeniusIssue* each : renamed) {
      const auto at = std::ranges::find(domain_.indices, each->index) - domain_.indices.begin();
      findings_.warning(
          each->element.byte(), "other-name",
          fmt::format("issue {} is called “{}” here and “{}” in the domain", each->index,
                      each->name, domain_.issues[static_cast<std::size_t>(at)].name));
    }
    return true;
  }

  void read_values(Party& party) {
    for (std::size_t k = 0; k < domain_.issues.size(); ++k) {
      const GeniusIssue& stated = *tree_.find(domain_.indices[k]);
      party.values.push_back(
          option_values(domain_.issues[k], stated, findings_).value_or(std::vector<double>{}));
    }
  }

  void read_weights(Party& party) {
    party.weights.assign(domain_.issues.size(), 0);
    std::vector<bool> given(domain_.issues.size());
    for (const GeniusTree::Weight& each : tree_.weights) {
      const auto found = std::ranges::find(domain_.indices, each.index);
      const std::size_t byte = each.element.byte();
      if (found == domain_.indices.end()) {
        findings_.warning(
            byte, "unused-weight",
            fmt::format("the weight of {} is of no issue and counts for nothing", each.index));
        continue;
      }
      const auto k = static_cast<std::size_t>(found - domain_.indices.begin());
      const std::string& name = domain_.issues[k].name;
      if (given[k]) {
        findings_.warning(
            byte, "stated-twice",
            fmt::format("a second weight of “{}”; this one, {:g}, counts", name, each.value));
      }
      if (each.value < 0) {
        findings_.error(byte, "negative-weight",
                        fmt::format("the weight of “{}” is negative ({:g})", name, each.value),
                        "turn the values of the issue round instead");
      }
      given[k] = true;
      party.weights[k] = each.value;
    }
    const auto is_zero = [](double weight) { return weight == 0; };
    if (std::ranges::all_of(party.weights, is_zero)) {
      findings_.error(space_.byte(), "zero-weights", "all weights of this profile are 0");
      return;
    }
    for (std::size_t k = 0; k < given.size(); ++k) {
      if (party.weights[k] != 0) continue;
      findings_.warning(tree_.find(domain_.indices[k])->element.byte(), "zero-weight",
                        fmt::format("“{}” has {}, so it counts for nothing", domain_.issues[k].name,
                                    given[k] ? "weight 0" : "no weight"));
    }
  }

  XmlElement space_;
  const GeniusDomain& domain_;
  bargaining::Problem& problem_;
  Findings& findings_;
  GeniusTree tree_;
};

}  // namespace

void add_profile(XmlElement space, const GeniusDomain& domain, std::string name,
                 bargaining::Problem& problem, Findings& findings) {
  ProfileReader(space, domain, problem, findings).read(std::move(name));
}

}  // namespace parley::formats::internal
