#include "parley/bargaining/problem.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "parley/bargaining/deal.hpp"

namespace parley::bargaining {
namespace {

// Twelve significant digits: the sums of decimal steps without the noise of their last bits.
std::string number_text(double value) { return fmt::format("{:.12g}", value == 0 ? 0.0 : value); }

constexpr double kMostReservation = 1e9;  // in the scale of the party's utilities

bool is_whole(double value) { return value == std::floor(value); }

class Checker {
 public:
  explicit Checker(const Problem& problem) : problem_(problem) {}

  Diagnostics run() {
    check_sizes();
    if (!found_.empty()) return std::move(found_);
    check_names("party", problem_.parties);
    check_names("issue", problem_.issues);
    for (const Issue& each : problem_.issues) check_issue(each);
    for (const Party& each : problem_.parties) check_party(each);
    for (std::size_t i = 0; i < problem_.interactions.size(); ++i) check_interaction(i);
    for (std::size_t i = 0; i < problem_.linkages.size(); ++i) check_linkage(i);
    for (std::size_t i = 0; i < problem_.red_lines.size(); ++i) check_red_line(i);
    check_acts();
    if (!has_errors(found_)) check_sums();
    return std::move(found_);
  }

 private:
  void error(std::string code, std::string message, std::string hint = {}) {
    found_.push_back({Severity::error, std::move(code), {}, std::move(message), std::move(hint)});
  }

  void check_sizes() {
    if (problem_.parties.empty()) error("no-parties", "there are no parties");
    if (problem_.issues.empty()) error("no-issues", "there are no issues to settle");
    if (problem_.parties.size() > kMostParties) {
      error("too-many-parties", fmt::format("there are {} parties; at most {} can be handled",
                                            problem_.parties.size(), kMostParties));
    }
    if (problem_.issues.size() > kMostIssues) {
      error("too-many-issues", fmt::format("there are {} issues; at most {} can be handled",
                                           problem_.issues.size(), kMostIssues));
    }
    if (problem_.parties.empty()) return;
    for (const Party& each : problem_.parties) {
      if (each.consents) return;
    }
    error("no-consent", "no party's consent is needed, so every deal would do",
          "mark at least one party as a signatory");
  }

  template <class Named>
  void check_names(const char* kind, const std::vector<Named>& all) {
    std::set<std::string_view> seen;
    for (const Named& each : all) {
      if (!seen.insert(each.name).second) {
        error("duplicate-name", fmt::format("two {} entries are called “{}”", kind, each.name),
              "give each its own name");
      }
    }
  }

  void check_issue(const Issue& issue) {
    if (issue.options.empty()) {
      error("no-options", fmt::format("issue “{}” has no options", issue.name));
    }
    if (issue.options.size() > kMostOptions) {
      error("too-many-options",
            fmt::format("issue “{}” has {} options; at most {} can be handled", issue.name,
                        issue.options.size(), kMostOptions),
            "take a wider step");
      return;
    }
    std::set<std::string_view> seen;
    for (const Option& each : issue.options) {
      if (!seen.insert(each.name).second) {
        error("duplicate-name",
              fmt::format("issue “{}” has two options called “{}”", issue.name, each.name),
              "give each its own name");
      }
    }
  }

  void check_party(const Party& party) {
    check_weights(party);
    check_values(party);
    if (party.reservation && !std::isfinite(*party.reservation)) {
      error("bad-reservation",
            fmt::format("the reservation value of “{}” is not a finite number", party.name),
            "leave it out when it is not known");
    }
    check_firmness(party.firmness, fmt::format("the reservation value of “{}”", party.name));
  }

  void check_weights(const Party& party) {
    if (party.weights.size() != problem_.issues.size()) {
      error("missing-weights", fmt::format("“{}” has {} weights for {} issues", party.name,
                                           party.weights.size(), problem_.issues.size()));
      return;
    }
    bool any = false;
    for (std::size_t k = 0; k < party.weights.size(); ++k) {
      const double weight = party.weights[k];
      const std::string what =
          fmt::format("the weight of “{}” for “{}”", problem_.issues[k].name, party.name);
      if (!std::isfinite(weight)) {
        error("bad-weight", what + " is not a finite number");
      } else if (weight < 0) {
        error("negative-weight", fmt::format("{} is negative ({})", what, number_text(weight)),
              "turn the values of the issue round instead");
      } else if (weight == 0) {
        found_.push_back(
            {Severity::warning, "zero-weight", {}, what + " is 0, so it counts for nothing", {}});
      }
      any = any || weight != 0;
    }
    if (!any) error("zero-weights", fmt::format("all weights of “{}” are 0", party.name));
  }

  void check_values(const Party& party) {
    if (party.values.size() != problem_.issues.size()) {
      error("missing-values", fmt::format("“{}” has values for {} of {} issues", party.name,
                                          party.values.size(), problem_.issues.size()));
      return;
    }
    for (std::size_t k = 0; k < party.values.size(); ++k) {
      const Issue& issue = problem_.issues[k];
      if (party.values[k].size() != issue.options.size()) {
        error("missing-values",
              fmt::format("“{}” has {} values for the {} options of “{}”", party.name,
                          party.values[k].size(), issue.options.size(), issue.name));
        continue;
      }
      for (std::size_t o = 0; o < issue.options.size(); ++o) {
        if (!std::isfinite(party.values[k][o])) {
          error("bad-value",
                fmt::format("the value of “{}” on “{}” for “{}” is not a finite number",
                            issue.options[o].name, issue.name, party.name));
        }
      }
    }
  }

  void check_firmness(double firmness, const std::string& what) {
    if (!std::isfinite(firmness) || firmness < 0) {
      error("bad-firmness", fmt::format("the firmness of {} is negative or not finite", what));
    }
  }

  void check_sums() {
    for (std::size_t i = 0; i < problem_.parties.size(); ++i) {
      const Party& party = problem_.parties[i];
      const double equal = tolerance(problem_, i);
      if (!std::isfinite(equal)) {
        error("bad-value",
              fmt::format("the values of “{}” add up beyond what a number can hold", party.name));
        continue;
      }
      // Beyond this, differences of utilities vanish in the gain over the reservation value.
      const double most = equal > 0 ? kMostReservation * (equal / kTolerance) : kMostReservation;
      if (!party.reservation || std::abs(*party.reservation) <= most) continue;
      error("bad-reservation",
            fmt::format("the reservation value of “{}” ({}) lies more than a thousand million "
                        "times beyond the scale of its utilities",
                        party.name, number_text(*party.reservation)),
            "put it on the scale of the utilities");
    }
  }

  bool check_party_index(std::size_t party, const std::string& what) {
    if (party < problem_.parties.size()) return true;
    error("unknown-party", fmt::format("{} names party {}, but there are {}", what, party + 1,
                                       problem_.parties.size()));
    return false;
  }

  bool check_option_index(std::size_t issue, std::size_t option, const std::string& what) {
    if (issue >= problem_.issues.size()) {
      error("unknown-issue", fmt::format("{} names issue {}, but there are {}", what, issue + 1,
                                         problem_.issues.size()));
      return false;
    }
    const Issue& found = problem_.issues[issue];
    if (option < found.options.size()) return true;
    error("unknown-option", fmt::format("{} names option {} of “{}”, which has {}", what,
                                        option + 1, found.name, found.options.size()));
    return false;
  }

  void check_conditions(const std::vector<Condition>& conditions, const std::string& what) {
    for (const Condition& each : conditions) {
      if (each.options.empty()) {
        error("empty-condition", fmt::format("{} has a condition without options", what));
        check_option_index(each.issue, 0, what);
      }
      for (const std::size_t option : each.options) {
        if (!check_option_index(each.issue, option, what) && each.issue >= problem_.issues.size()) {
          break;
        }
      }
    }
  }

  void check_interaction(std::size_t index) {
    const Interaction& interaction = problem_.interactions[index];
    const std::string what = fmt::format("interaction {}", index + 1);
    check_party_index(interaction.party, what);
    if (interaction.when.empty()) error("empty-condition", what + " has no conditions");
    check_conditions(interaction.when, what);
    if (!std::isfinite(interaction.value)) {
      error("bad-value", fmt::format("the value of {} is not a finite number", what));
    }
  }

  void check_linkage(std::size_t index) {
    const Linkage& linkage = problem_.linkages[index];
    const std::string what = fmt::format("linkage {}", index + 1);
    if (linkage.owner) check_party_index(*linkage.owner, what);
    check_conditions(linkage.when, what);
    check_conditions(linkage.then, what);
    if (linkage.then.empty()) {
      error("empty-condition", fmt::format("{} says “if” without “then”", what));
    }
    check_firmness(linkage.firmness, what);
  }

  void check_red_line(std::size_t index) {
    const RedLine& line = problem_.red_lines[index];
    const std::string what = fmt::format("red line {}", index + 1);
    check_party_index(line.party, what);
    check_option_index(line.issue, line.option, what);
    check_firmness(line.firmness, what);
  }

  void check_acts() {
    std::set<std::size_t> acting;
    for (std::size_t i = 0; i < problem_.acts.size(); ++i) {
      const Act& act = problem_.acts[i];
      const std::string what = fmt::format("act {}", i + 1);
      check_option_index(act.issue, act.option, what);
      if (!check_party_index(act.party, what)) continue;
      if (!problem_.parties[act.party].consents) acting.insert(act.party);
    }
    if (acting.size() <= kMostActing) return;
    error("too-many-acting-parties",
          fmt::format("{} parties are needed for some options only; at most {} can be handled",
                      acting.size(), kMostActing),
          "make some of them signatories, or join parties that act together");
  }

  const Problem& problem_;
  Diagnostics found_;
};

}  // namespace

Result<Issue> stepped_issue(std::string name, IssueKind kind, Range range) {
  const auto bad = [&](const std::string& why, std::string hint = {}) {
    return fail(FailureKind::invalid_input, "bad-range", {},
                fmt::format("the range of “{}” {}", name, why), std::move(hint));
  };
  if (!std::isfinite(range.low) || !std::isfinite(range.high) || !std::isfinite(range.step)) {
    return bad("is not finite");
  }
  if (range.high < range.low) return bad("ends before it begins", "exchange its two ends");
  if (range.step <= 0) return bad("needs a step above 0");
  if (kind == IssueKind::integer &&
      !(is_whole(range.low) && is_whole(range.high) && is_whole(range.step))) {
    return bad("is of whole numbers, but its ends or its step are not");
  }
  // A last step shorter than this share is the noise of decimals, not a step of its own.
  constexpr double kSliver = 1e-9;
  const double steps = std::floor((range.high - range.low) / range.step + kSliver);
  if (!(steps < static_cast<double>(kMostOptions))) {
    return fail(FailureKind::too_large, "too-many-options", {},
                fmt::format("“{}” from {} to {} by {} has more than {} options", name,
                            number_text(range.low), number_text(range.high),
                            number_text(range.step), kMostOptions),
                "take a wider step");
  }
  Issue issue{std::move(name), kind, {}, range};
  for (double i = 0; i <= steps; ++i) {
    const double value = range.low + i * range.step;
    issue.options.push_back({number_text(value), value});
  }
  Option& last = issue.options.back();
  if (range.high - *last.number > kSliver * range.step) {
    issue.options.push_back({number_text(range.high), range.high});
  } else {
    last = {number_text(range.high), range.high};
  }
  return issue;
}

Diagnostics check(const Problem& problem) { return Checker(problem).run(); }

}  // namespace parley::bargaining
