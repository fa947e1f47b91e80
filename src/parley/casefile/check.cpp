#include "parley/casefile/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/nearest.hpp"
#include "parley/casefile/facts.hpp"
#include "parley/casefile/findings.hpp"
#include "parley/casefile/walk.hpp"
#include "parley/casefile/yaml_tree.hpp"

namespace parley::casefile {
namespace {

using internal::Findings;
using internal::Target;

template <class T>
std::vector<std::string_view> names_of(const Named<T>& named) {
  std::vector<std::string_view> names;
  for (const auto& each : named) names.push_back(each.first);
  return names;
}

/// Whether every name that refers to something has it.
struct ReferenceCheck {
  const Case& value;
  Findings& findings;

  void reference(const Reference& reference, Target target, const Issue* issue) {
    // An empty name stands for one that could not be read, which has been reported.
    if (!reference.id.empty()) name(reference.id, reference.place, target, issue);
  }

  void evidence(const Evidence& evidence) { reference(evidence.report, Target::report, nullptr); }

  void name(const std::string& name, const Place& place, Target target, const Issue* issue) {
    switch (target) {
      case Target::nothing:
      case Target::move:    // propositions name moves as facts
      case Target::factor:  // estimates name factors, which the reader checks
        return;
      case Target::party:
        return find(value.parties, name, place, "party");
      case Target::issue:
        return find(value.issues, name, place, "issue");
      case Target::fact:
        return fact(name, place);
      case Target::draft:
        return find(value.drafts, name, place, "draft");
      case Target::report:
        return find(value.reports, name, place, "report");
      case Target::option:
        // Without an issue the issue's own name was wrong.
        if (issue != nullptr) option(*issue, name, place);
        return;
    }
  }

  template <class T>
  void find(const Named<T>& named, const std::string& name, const Place& place,
            std::string_view what) {
    if (named.contains(name)) return;
    findings.error("unknown-name", place,
                   fmt::format("there is no {} “{}”", what, internal::shortened(name)),
                   suggestion(name, names_of(named)));
  }

  void fact(const std::string& name, const Place& place) {
    const std::vector<Fact> found = facts_called(value, name);
    if (found.size() == 1) return;
    if (found.size() > 1) {
      findings.error("ambiguous-name", place,
                     fmt::format("“{}” stands for several moves or drafts", name),
                     "write the party before it, with a dot: party.move");
      return;
    }
    const std::vector<std::string> names = names_of_facts(value);
    findings.error("unknown-name", place,
                   fmt::format("there is no move or draft “{}”", internal::shortened(name)),
                   suggestion(name, {names.begin(), names.end()}));
  }

  void option(const Issue& issue, const std::string& name, const Place& place) {
    if (issue.options.contains(name)) return;
    const std::vector<std::string_view> own = names_of(issue.options);
    for (const auto& [other_name, other] : value.issues) {
      if (!other.options.contains(name)) continue;
      findings.error(
          "other-issue", place,
          fmt::format("“{}” is an option of the issue “{}”, not of this one", name, other_name),
          fmt::format("this issue has {}", fmt::join(own, ", ")));
      return;
    }
    findings.error("unknown-name", place,
                   fmt::format("this issue has no option “{}”", internal::shortened(name)),
                   suggestion(name, own));
  }
};

/// What cannot be said of an entry by its fields alone.
class CaseCheck {
 public:
  CaseCheck(const Case& value, Findings& findings) : case_(value), findings_(findings) {}

  void run() {
    for (const auto& [id, party] : case_.parties) check_people(party);
    for (const auto& [id, issue] : case_.issues) check_issue(id, issue);
    for (const auto& [party, positions] : case_.positions) {
      for (const auto& [issue, position] : positions) {
        check_position(position, case_.issues.find(issue));
        check_grounds("position", position.place, position.grounds);
      }
    }
    for (const Linkage& linkage : case_.linkages) check_linkage(linkage);
    for (const Interplay& interplay : case_.interplay) check_interplay(interplay);
    for (const auto& [party, no_deal] : case_.no_deal) check_no_deal(no_deal);
    check_open_ended();
    for (const Answer& answer : case_.answers) {
      check_grounds("answer", answer.place, answer.grounds);
    }
    for (const auto& [id, draft] : case_.drafts) check_draft(id, draft);
    for (const Round& round : case_.rounds) {
      check_days(round.place, round.date, round.until);
      check_grounds("round", round.place, round.grounds);
    }
    for (const auto& [id, event] : case_.events) {
      check_grounds("event", event.place, event.grounds);
    }
  }

 private:
  void check_days(const Place& place, const std::optional<Date>& from,
                  const std::optional<Date>& until) {
    if (from && until && *until < *from) {
      findings_.error(
          "range-upside-down", place,
          fmt::format("this ends on {}, before it begins on {}", until->iso(), from->iso()),
          "exchange the two days, or mend the one that is wrong");
    }
  }

  void check_people(const Party& party) {
    for (std::size_t i = 0; i < party.people.size(); ++i) {
      check_days(party.people.place(i), party.people[i].second.from, party.people[i].second.until);
    }
  }

  void check_grounds(std::string_view what, const Place& place, const Grounds& grounds) {
    if (!grounds.evidence.empty()) return;
    if (grounds.judged_by.empty() && grounds.reason.empty()) {
      findings_.warning("no-grounds", place,
                        fmt::format("nothing says what this {} rests on", what),
                        "give evidence, or judged_by and reason");
    } else if (grounds.judged_by.empty() || grounds.reason.empty()) {
      findings_.warning("no-grounds", place,
                        fmt::format("this {} is a judgement without {}", what,
                                    grounds.reason.empty() ? "a reason" : "its author"),
                        grounds.reason.empty() ? "add reason" : "add judged_by");
    }
  }

  void check_issue(const std::string& id, const Issue& issue) {
    // Without the catalogue's issue that was meant, its options cannot be known.
    const bool unknown = issue.options.empty() && !issue.catalogue.empty();
    if (issue.options.size() < 2 && !unknown) {
      findings_.error("too-few-options", issue.place,
                      fmt::format("the issue “{}” has {}", id,
                                  issue.options.empty() ? "no options" : "a single option"),
                      "an issue is a choice between at least two options");
    }
    if (issue.kind != IssueKind::numeric) return;
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
      if (issue.options[i].second.amount) continue;
      findings_.error(
          "missing-key", issue.options.place(i),
          fmt::format("the option “{}” of a numeric issue has no amount", issue.options[i].first),
          "write {title: ..., amount: ...}");
    }
  }

  void check_twice(const std::vector<Reference>& references, std::string_view where) {
    std::vector<std::string_view> seen;
    for (const Reference& each : references) {
      if (each.id.empty()) continue;
      if (std::find(seen.begin(), seen.end(), each.id) != seen.end()) {
        findings_.error("named-twice", each.place,
                        fmt::format("“{}” stands twice in “{}”", each.id, where),
                        "keep one of them");
      }
      seen.push_back(each.id);
    }
  }

  void check_position(const Position& position, const Issue* issue) {
    std::vector<Reference> ranked;
    for (const std::vector<Reference>& tie : position.prefers) {
      ranked.insert(ranked.end(), tie.begin(), tie.end());
    }
    check_twice(ranked, "prefers");
    const int ways = (position.prefers.empty() ? 0 : 1) + (position.values.empty() ? 0 : 1) +
                     (position.ideal ? 1 : 0);
    if (ways > 1) {
      findings_.error("contradiction", position.place,
                      "this position says in more than one way how the options are valued",
                      "keep one of prefers, values and ideal");
    }
    if (issue != nullptr && position.ideal && issue->kind == IssueKind::set) {
      findings_.error("contradiction", position.ideal->place,
                      "the options of this issue are a set, which has no distances from an ideal",
                      "use prefers or values");
    }
    check_red_lines(position, issue);
  }

  void check_red_lines(const Position& position, const Issue* issue) {
    std::vector<Reference> lines;
    bool all_certain = true;
    for (const RedLine& line : position.red_lines) {
      lines.push_back(line.option);
      all_certain = all_certain && !line.firmness;
    }
    check_twice(lines, "red_lines");
    if (issue == nullptr || issue->options.empty() || !all_certain) return;
    const bool none_left =
        std::all_of(issue->options.begin(), issue->options.end(), [&](const auto& option) {
          return std::any_of(lines.begin(), lines.end(),
                             [&](const Reference& line) { return line.id == option.first; });
        });
    if (none_left) {
      findings_.error("contradiction", lines.front().place,
                      "every option of the issue is a red line, so nothing could be signed",
                      "leave out the options the party could live with, or add one to the issue");
    }
  }

  void check_condition(const Condition& condition, const Place& place, std::string_view key) {
    if (condition.empty()) {
      findings_.error("missing-key", place, fmt::format("“{}” names no issue", key),
                      "write {issue: option}");
    }
    for (std::size_t i = 0; i < condition.size(); ++i) {
      if (!condition[i].second.empty()) continue;
      findings_.error("missing-key", condition.place(i),
                      fmt::format("no option of the issue “{}” is named", condition[i].first),
                      "write {issue: option} or {issue: [option, option]}");
    }
  }

  void check_linkage(const Linkage& linkage) {
    check_condition(linkage.when, linkage.place, "if");
    check_condition(linkage.then, linkage.place, "then");
    check_grounds("linkage", linkage.place, linkage.grounds);
  }

  void check_interplay(const Interplay& interplay) {
    check_condition(interplay.when, interplay.place, "when");
    if (interplay.when.size() == 1) {
      findings_.warning("one-issue", interplay.place,
                        "this names one issue, and so nothing that options are worth together",
                        "name a second issue, or say it in the party's position on this one");
    }
    check_grounds("interplay", interplay.place, interplay.grounds);
  }

  // Nothing bounds such a value on its other side, so it reaches to the end of the scale.
  void check_open_ended() {
    std::vector<std::string> questions;
    Place first;
    for (std::size_t i = 0; i < case_.no_deal.size(); ++i) {
      const auto& [id, no_deal] = case_.no_deal[i];
      const Party* party = case_.parties.find(id);
      if (party == nullptr || !needs_consent(*party) || !is_open_ended(no_deal)) continue;
      if (questions.empty()) first = case_.no_deal.place(i);
      questions.push_back(
          no_deal.above ? fmt::format("which draft would {} take rather than go on?", party->name)
                        : fmt::format("rather than which draft would {} go on?", party->name));
    }
    if (questions.empty()) return;
    findings_.warning("open-ended", first,
                      fmt::format("what {} bounded on one side only, so every answer that rests on "
                                  "it is uncertain",
                                  questions.size() == 1 ? "a party gets by going on is"
                                                        : "several parties get by going on is"),
                      fmt::format("the question to ask: {}", fmt::join(questions, " ")));
  }

  void check_no_deal(const NoDeal& no_deal) {
    if (no_deal.above && no_deal.below && !no_deal.above->id.empty() &&
        no_deal.above->id == no_deal.below->id) {
      findings_.error("contradiction", no_deal.below->place,
                      fmt::format("going on cannot be both better and worse than the draft “{}”",
                                  no_deal.below->id),
                      "name two drafts");
    }
    check_grounds("no-deal value", no_deal.place, no_deal.grounds);
  }

  void check_draft(const std::string& id, const Draft& draft) {
    for (const auto& [issue, term] : draft.terms) {
      const auto is_issue = [&name = issue](const Reference& each) { return each.id == name; };
      const bool bracketed = std::any_of(draft.bracketed.begin(), draft.bracketed.end(), is_issue);
      const bool unknown = std::any_of(draft.unknown.begin(), draft.unknown.end(), is_issue);
      if (bracketed || unknown) {
        findings_.error("contradiction", term.place,
                        fmt::format("the issue “{}” has a term and is {} in the same draft", issue,
                                    bracketed ? "bracketed" : "unknown"),
                        "keep the one that the text bears out");
      }
      if (term.options.empty()) {
        findings_.error("missing-key", term.place,
                        fmt::format("the term on “{}” names no option", issue),
                        "write an option of the issue, or list the issue under unknown");
      }
      check_points(draft, term);
    }
    for (const Reference& each : draft.bracketed) {
      const auto same = [&](const Reference& other) { return other.id == each.id; };
      if (std::any_of(draft.unknown.begin(), draft.unknown.end(), same)) {
        findings_.error("contradiction", each.place,
                        fmt::format("the issue “{}” is both bracketed and unknown", each.id),
                        "keep the one that the text bears out");
      }
    }
    if (amends_itself(id)) {
      findings_.error("amends-cycle", draft.place,
                      fmt::format("the draft “{}” comes, by `amends`, from itself", id),
                      "a draft amends earlier drafts only");
    }
    check_grounds("draft", draft.place, draft.grounds);
  }

  void check_points(const Draft& draft, const Term& term) {
    for (const std::size_t point : term.points) {
      if (point != 0 && (!draft.points || point <= *draft.points)) continue;
      findings_.error("out-of-range", term.place, fmt::format("the draft has no point {}", point),
                      draft.points ? fmt::format("it has points 1 to {}", *draft.points)
                                   : "points are counted from 1");
    }
  }

  bool amends_itself(const std::string& id) const {
    std::vector<std::string> reached;
    std::vector<std::string> open = {id};
    while (!open.empty()) {
      const Draft* draft = case_.drafts.find(open.back());
      open.pop_back();
      if (draft == nullptr) continue;
      for (const Reference& each : draft->amends) {
        if (each.id == id) return true;
        if (std::find(reached.begin(), reached.end(), each.id) != reached.end()) continue;
        reached.push_back(each.id);
        open.push_back(each.id);
      }
    }
    return false;
  }

  const Case& case_;
  Findings& findings_;
};

}  // namespace

Diagnostics check_case(const Case& value) {
  Findings findings(value.file);
  ReferenceCheck references{value, findings};
  internal::walk(value, references);
  CaseCheck(value, findings).run();
  return findings.take();
}

}  // namespace parley::casefile
