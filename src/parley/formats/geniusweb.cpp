#include "parley/formats/geniusweb.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parley/formats/geniusweb_domain.hpp"
#include "parley/formats/party_names.hpp"

namespace parley::formats {
namespace {

using namespace internal;

// The object below the kind of profile; nothing, with an error, when it is no additive profile.
const JsonNode* space_of(const JsonNode& root, Findings& findings) {
  if (const JsonNode* space = root.find("LinearAdditiveUtilitySpace")) return space;
  if (root.find("issuesValues") != nullptr) {
    findings.error(root.byte, "wrong-root", "this is a domain, where a profile is wanted");
  } else if (root.find("DefaultPartialOrdering") != nullptr) {
    findings.error(root.byte, "unsupported",
                   "a profile of type “DefaultPartialOrdering” is not supported",
                   "“LinearAdditiveUtilitySpace” is");
  } else {
    findings.error(root.byte, "wrong-root",
                   "this is no profile of GeniusWeb: it has no “LinearAdditiveUtilitySpace”");
  }
  return nullptr;
}

class ProfileReader {
 public:
  ProfileReader(const JsonNode& space, Findings& findings) : space_(space), findings_(findings) {
    if (const JsonNode* domain = member("domain")) issues_ = read_web_domain(*domain, findings_);
  }

  const std::vector<WebIssue>& issues() const { return issues_; }

  bargaining::Party read(std::string name) {
    bargaining::Party party;
    party.name = std::move(name);
    party.weights.assign(issues_.size(), 0);
    for (const WebIssue& each : issues_) party.values.emplace_back(each.issue.options.size(), 0.0);
    if (const JsonNode* weights = member("issueWeights")) read_weights(*weights, party);
    if (const JsonNode* utilities = member("issueUtilities")) {
      for_each_issue(*utilities, "utilities", [&](std::size_t issue, const JsonNode::Entry& entry) {
        read_utilities(issue, entry, party.values[issue]);
      });
    }
    read_reservation(party);
    warn_of_unknown();
    return party;
  }

 private:
  const JsonNode* member(std::string_view key) {
    const JsonNode* found = space_.find(key);
    if (found == nullptr || !found->is_object()) {
      findings_.error(space_.byte, "missing-key", fmt::format("the profile has no “{}”", key));
      return nullptr;
    }
    return found;
  }

  std::optional<std::size_t> find_issue(std::string_view name) const {
    const auto found = std::ranges::find_if(
        issues_, [&](const WebIssue& each) { return each.issue.name == name; });
    if (found == issues_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - issues_.begin());
  }

  // The keys of weights and of utilities are those of the domain, all of them.
  template <class Read>
  void for_each_issue(const JsonNode& map, const char* what, Read read) {
    std::vector<bool> seen(issues_.size());
    for (const JsonNode::Entry& each : map.entries) {
      if (const auto issue = find_issue(each.key)) {
        seen[*issue] = true;
        read(*issue, each);
      } else {
        findings_.error(each.byte, "unknown-issue",
                        fmt::format("the domain has no issue “{}”", each.key));
      }
    }
    std::vector<std::string> missing;
    for (std::size_t k = 0; k < seen.size(); ++k) {
      if (!seen[k]) missing.push_back(issues_[k].issue.name);
    }
    if (missing.empty()) return;
    findings_.error(map.byte, "missing-issue",
                    fmt::format("there are no {} for {}", what, quoted_list(missing)));
  }

  // A decimal on [0, 1].
  std::optional<Decimal> share(const JsonNode& node, const std::string& what) {
    const std::optional<Decimal> value = decimal_of(node);
    if (!value) {
      findings_.error(node.byte, "bad-number",
                      what + " is not a decimal of at most 24 digits behind the point");
    } else if (*value < Decimal{} || *parse_decimal("1") < *value) {
      findings_.error(node.byte, "out-of-range",
                      fmt::format("{} is {}, outside 0 to 1", what, to_text(*value)));
    } else {
      return value;
    }
    return std::nullopt;
  }

  void read_weights(const JsonNode& weights, bargaining::Party& party) {
    Decimal sum;
    std::size_t readable = 0;
    for_each_issue(weights, "weights", [&](std::size_t issue, const JsonNode::Entry& entry) {
      const auto weight = share(entry.value, fmt::format("the weight of “{}”", entry.key));
      if (!weight) return;
      ++readable;
      sum.units += weight->units;
      party.weights[issue] = to_double(*weight);
    });
    // Where a weight is missing, unknown or no number, the sum says nothing.
    if (readable != issues_.size() || readable != weights.entries.size() ||
        sum == *parse_decimal("1"))
      return;
    findings_.error(weights.byte, "weights-sum",
                    fmt::format("the weights sum to {}, not to exactly 1", to_text(sum)));
  }

  void read_utilities(std::size_t issue, const JsonNode::Entry& entry,
                      std::vector<double>& values) {
    for (const char* spelling : {"discreteutils", "DiscreteValueSetUtilities"}) {
      if (const JsonNode* set = entry.value.find(spelling)) return read_table(issue, *set, values);
    }
    for (const char* spelling : {"numberutils", "NumberValueSetUtilities"}) {
      if (const JsonNode* set = entry.value.find(spelling)) return read_line(issue, *set, values);
    }
    findings_.error(entry.byte, "unsupported",
                    fmt::format("the utilities of “{}” are of an unknown kind", entry.key),
                    "discreteutils, DiscreteValueSetUtilities, numberutils and "
                    "NumberValueSetUtilities are read");
  }

  void read_table(std::size_t issue, const JsonNode& set, std::vector<double>& values) {
    const WebIssue& stated = issues_[issue];
    const JsonNode* table = set.find("valueUtilities");
    if (table == nullptr) {
      findings_.error(set.byte, "missing-key", "“valueUtilities” is missing");
      return;
    }
    std::vector<bool> seen(values.size());
    for (const JsonNode::Entry& each : table->entries) {
      const auto option = stated.find(each.key);
      if (!option) {
        findings_.error(each.byte, "unknown-value",
                        fmt::format("“{}” is not a value of “{}”", each.key, stated.issue.name));
        continue;
      }
      seen[*option] = true;
      const auto utility = share(each.value, fmt::format("the utility of “{}”", each.key));
      if (utility) values[*option] = to_double(*utility);
    }
    std::vector<std::string> missing;
    for (std::size_t o = 0; o < seen.size(); ++o) {
      if (!seen[o]) missing.push_back(stated.issue.options[o].name);
    }
    if (missing.empty()) return;
    findings_.error(
        set.byte, "missing-values",
        fmt::format("“{}” has no utility of {}", stated.issue.name, quoted_list(missing)));
  }

  void read_line(std::size_t issue, const JsonNode& set, std::vector<double>& values) {
    const WebIssue& stated = issues_[issue];
    double ends[4] = {};
    static constexpr const char* kKeys[] = {"lowValue", "lowUtility", "highValue", "highUtility"};
    for (std::size_t i = 0; i < 4; ++i) {
      const JsonNode* node = set.find(kKeys[i]);
      if (node == nullptr) {
        findings_.error(set.byte, "missing-key", fmt::format("“{}” is missing", kKeys[i]));
        return;
      }
      const std::string what = fmt::format("“{}” of “{}”", kKeys[i], stated.issue.name);
      const bool is_utility = i % 2 == 1;
      const auto value = is_utility ? share(*node, what) : decimal_of(*node);
      if (!value) {
        if (!is_utility) findings_.error(node->byte, "bad-number", what + " is not a number");
        return;
      }
      ends[i] = to_double(*value);
    }
    const auto [low, low_utility, high, high_utility] = ends;
    if (!(low < high)) {
      findings_.error(
          set.byte, "bad-range",
          fmt::format("“highValue” of “{}” is not above “lowValue”", stated.issue.name));
      return;
    }
    for (std::size_t o = 0; o < values.size(); ++o) {
      if (!stated.numbers[o]) continue;  // what is not a number has utility 0
      const double at = to_double(*stated.numbers[o]);
      if (at < low || at > high) {
        findings_.error(set.byte, "out-of-range",
                        fmt::format("“{}” of “{}” lies outside “lowValue” to “highValue”",
                                    stated.issue.options[o].name, stated.issue.name));
        return;
      }
      values[o] = low_utility + (high_utility - low_utility) * ((at - low) / (high - low));
    }
  }

  // What the reservation bid is worth; issues it leaves out count nothing.
  void read_reservation(bargaining::Party& party) {
    party.reservation = 0;
    const JsonNode* reserved = space_.find("reserved_value");
    if (reserved != nullptr) {
      findings_.warning(reserved->byte, "not-standard", "“reserved_value” is not of GeniusWeb");
      if (const auto value = share(*reserved, "“reserved_value”")) {
        party.reservation = to_double(*value);
      }
    }
    if (const JsonNode* discount = space_.find("discount_factor")) {
      findings_.warning(discount->byte, "discount-ignored",
                        "“discount_factor” is not of GeniusWeb; which deals exist does not depend "
                        "on it");
    }
    const JsonNode* bid = space_.find("reservationBid");
    if (bid == nullptr || bid->kind == JsonNode::Kind::null) return;
    const JsonNode* values = bid->find("issuevalues");
    if (values == nullptr) {
      findings_.error(bid->byte, "missing-key", "“issuevalues” is missing");
      return;
    }
    party.reservation = 0;
    for (const JsonNode::Entry& each : values->entries) {
      const auto issue = find_issue(each.key);
      if (!issue) {
        findings_.error(each.byte, "unknown-issue",
                        fmt::format("the domain has no issue “{}”", each.key));
        continue;
      }
      const auto option = issues_[*issue].find(each.value.text);
      if (!option) {
        findings_.error(each.value.byte, "unknown-value",
                        fmt::format("“{}” is not a value of “{}”", each.value.text, each.key));
        continue;
      }
      *party.reservation += party.weights[*issue] * party.values[*issue][*option];
    }
  }

  void warn_of_unknown() {
    static constexpr std::string_view kKnown[] = {
        "name",           "domain",         "issueUtilities", "issueWeights",
        "reservationBid", "reserved_value", "discount_factor"};
    for (const JsonNode::Entry& each : space_.entries) {
      if (std::ranges::find(kKnown, each.key) != std::end(kKnown)) continue;
      findings_.warning(each.byte, "unknown-key",
                        fmt::format("“{}” has no meaning here and is left out", each.key));
    }
  }

  const JsonNode& space_;
  Findings& findings_;
  std::vector<WebIssue> issues_;
};

// The issues and values of a profile in the order of the first one's domain.
class Alignment {
 public:
  // Nothing, with an error, when this is another domain.
  static std::optional<Alignment> of(const std::vector<WebIssue>& wanted,
                                     const std::vector<WebIssue>& issues, std::size_t byte,
                                     Findings& findings) {
    Alignment result;
    std::vector<std::string> missing;
    for (const WebIssue& each : wanted) {
      const auto same = std::ranges::find_if(
          issues, [&](const WebIssue& other) { return other.issue.name == each.issue.name; });
      if (same == issues.end() || !result.add(each, *same)) missing.push_back(each.issue.name);
      if (same != issues.end())
        result.issues_.push_back(static_cast<std::size_t>(same - issues.begin()));
    }
    if (missing.empty() && issues.size() == wanted.size()) return result;
    std::string message = "this profile is for another domain than the first one";
    if (!missing.empty()) message += ": it has no, or other values for, " + quoted_list(missing);
    findings.error(byte, "other-domain", std::move(message));
    return std::nullopt;
  }

  void apply(bargaining::Party& party) const {
    bargaining::Party before = party;
    for (std::size_t k = 0; k < issues_.size(); ++k) {
      party.weights[k] = before.weights[issues_[k]];
      party.values[k].clear();
      for (const std::size_t o : options_[k])
        party.values[k].push_back(before.values[issues_[k]][o]);
    }
  }

 private:
  bool add(const WebIssue& wanted, const WebIssue& found) {
    std::vector<std::size_t>& options = options_.emplace_back();
    if (wanted.issue.options.size() != found.issue.options.size()) return false;
    for (std::size_t o = 0; o < wanted.issue.options.size(); ++o) {
      // The same order is the rule; any other is sought.
      const std::string& name = wanted.issue.options[o].name;
      const auto at = found.issue.options[o].name == name ? std::optional(o) : found.find(name);
      if (!at) return false;
      options.push_back(*at);
    }
    return true;
  }

  std::vector<std::size_t> issues_;
  std::vector<std::vector<std::size_t>> options_;
};

}  // namespace

Result<ReadProblem> read_geniusweb(const std::vector<Source>& profiles) {
  ReadProblem read;
  std::vector<WebIssue> domain;
  std::vector<std::string> names;
  Diagnostics all;
  for (const Source& profile : profiles) {
    Findings findings(profile);
    const std::optional<JsonNode> root = parse_json(profile, findings);
    const JsonNode* space = root ? space_of(*root, findings) : nullptr;
    if (space != nullptr) {
      ProfileReader reader(*space, findings);
      const JsonNode* name = space->find("name");
      names.push_back(distinct_name(
          name != nullptr && !name->text.empty() ? name->text : stem(profile.file), names));
      bargaining::Party party = reader.read(names.back());
      if (domain.empty()) domain = reader.issues();
      if (!findings.has_errors()) {
        const auto alignment = Alignment::of(domain, reader.issues(), space->byte, findings);
        if (alignment) {
          alignment->apply(party);
          read.problem.parties.push_back(std::move(party));
        }
      }
    }
    for (Diagnostic& each : findings.take()) all.push_back(std::move(each));
  }
  for (WebIssue& each : domain) read.problem.issues.push_back(std::move(each.issue));
  if (!has_errors(all)) {
    for (Diagnostic& each : bargaining::check(read.problem)) {
      each.place.file = profiles.front().file;
      all.push_back(std::move(each));
    }
  }
  if (has_errors(all)) return invalid(std::move(all));
  read.warnings = std::move(all);
  return read;
}

}  // namespace parley::formats
