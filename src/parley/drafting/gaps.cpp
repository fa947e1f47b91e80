#include "parley/drafting/gaps.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::drafting::internal {
namespace {

std::vector<std::string> options_of(const casefile::Issue& issue) {
  std::vector<std::string> names;
  for (const auto& each : issue.options) names.push_back(each.first);
  return names;
}

std::string listed(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, ", "));
}

class GapFinder {
 public:
  GapFinder(const casefile::Case& value, const Cast& cast) : case_(value), cast_(cast) {}

  std::vector<Gap> take() {
    head();
    parties();
    issues();
    positions();
    answers();
    drafts();
    rounds();
    no_deal();
    linkages();
    return std::move(gaps_);
  }

 private:
  void add(std::vector<std::string> path, std::string comment) {
    gaps_.push_back({std::move(path), std::move(comment)});
  }

  void head() {
    add({},
        "Begun by Parley from the reports below. What they say has its place in them; what is "
        "guessed says so; what is open has a comment. `parley check` says what is wrong.");
    std::vector<std::string> undated;
    for (const auto& [id, report] : case_.reports) {
      if (!report.published) undated.push_back(id);
    }
    if (!case_.as_of) {
      add({"title"},
          "The day of the case is not known, since no report tells one. Fill in as_of: the day the "
          "case describes, such as 2025-12-03.");
    } else if (undated.empty()) {
      add({"as_of"}, "The latest day of publication.");
    } else {
      add({"as_of"}, "The latest day of publication that is known; what has no day may be later.");
    }
    std::string reports =
        "Fill in publisher, kind (news, readout, statement, plan, analysis) and reliability (low, "
        "moderate, high) of each.";
    if (!undated.empty()) reports += " Not dated by its text: " + listed(undated) + ".";
    add({"reports"}, reports);
  }

  void parties() {
    std::string text =
        "Roles are guesses: signatory, ratifier, mediator, guarantor or stakeholder. No deal "
        "stands "
        "without the signatories and ratifiers, so check these first.";
    if (!cast_.bystanders.empty()) {
      text += " Named in the reports, but not seen to take a stand, meet or write a draft: " +
              listed(cast_.bystanders) + ".";
    }
    if (!cast_.sideless.empty()) {
      text += " Take part, and no report tells for whom: " + listed(cast_.sideless) +
              "; put them under the people of a party.";
    }
    add({"parties"}, text);
  }

  void issues() {
    add({"issues"},
        "The options come from the catalogue. Where they do not fit these talks, write the issue's "
        "own under `options`.");
    for (const auto& [id, issue] : case_.issues) {
      const bool has_stand =
          std::any_of(case_.positions.begin(), case_.positions.end(),
                      [&name = id](const auto& each) { return each.second.contains(name); });
      add({"issues", id}, "Options: " + listed(options_of(issue)) + "." +
                              (has_stand ? "" : " Mentioned; no stand of a party was found."));
    }
  }

  void positions() {
    if (case_.positions.empty()) {
      add({"positions"},
          "The reports state no position. Fill in, for each party and issue: priority, prefers "
          "(the "
          "options from best to worst), red_lines, and evidence or judged_by and reason.");
    }
    for (const auto& [party_id, party] : case_.parties) {
      const auto* own = case_.positions.find(party_id);
      if (own == nullptr) continue;
      std::vector<std::string> silent;
      for (const auto& [id, issue] : case_.issues) {
        if (!own->contains(id)) silent.push_back(id);
      }
      if (!silent.empty()) {
        add({"positions", party_id},
            "The reports show no stand of this party on " + listed(silent) + ".");
      }
      for (const auto& [id, position] : *own) {
        add({"positions", party_id, id},
            fmt::format(
                "Fill in prefers: [{}], from best to worst{}; and priority, which nobody has "
                "estimated: a word (vital, high, ...) or points such as 30..45.",
                listed(options_of(case_.issues.at(id))),
                position.red_lines.empty() ? ", and red_lines: [...] if there are any" : ""));
      }
    }
    std::vector<std::string> silent;
    for (const auto& [id, party] : case_.parties) {
      if (!case_.positions.contains(id)) silent.push_back(id);
    }
    if (!silent.empty() && !case_.positions.empty()) {
      add({"positions"}, "The reports state no position of " + listed(silent) + ".");
    }
  }

  void answers() {
    if (case_.answers.empty() && !case_.drafts.empty()) {
      add({"answers"},
          "No answer of a party to a draft was found. An example: {party: a_party, draft: a_draft, "
          "answer: rejected, sincere: likely}.");
    }
  }

  void drafts() {
    if (case_.drafts.empty()) {
      add({"drafts"},
          "No draft was found. An example: first: {title: First text, points: 10, terms: "
          "{an_issue: an_option}}.");
    }
    for (const auto& [id, draft] : case_.drafts) {
      std::string text =
          "Fill in date, and terms: {an_issue: an_option} as far as the text is known; then name "
          "the "
          "issues on which it is not known in place of `unknown: all`.";
      if (draft.by.empty()) text += " No report tells who wrote it: by: [...].";
      if (!draft.points) text += " Nor how many points it has.";
      add({"drafts", id}, text);
    }
  }

  void rounds() {
    for (std::size_t i = 0; i < case_.rounds.size(); ++i) {
      const casefile::Round& round = case_.rounds[i];
      std::vector<std::string> missing;
      if (!round.date) missing.push_back("date");
      if (round.where.empty()) missing.push_back("where");
      if (round.parties.empty()) missing.push_back("parties");
      if (!missing.empty()) {
        add({"rounds", std::to_string(i)}, "Not told: " + listed(missing) + ".");
      }
    }
  }

  void no_deal() {
    std::string text =
        "What each side gets by going on without a deal is not in the reports, and every answer "
        "hangs "
        "on it. Fill in a range of points, 0 to 100, or two drafts between which it lies:";
    for (const auto& [id, party] : case_.parties) {
      if (casefile::needs_consent(party)) {
        text += fmt::format("\n  {}: {{value: 20..60, judged_by: ..., reason: ...}}", id);
      }
    }
    add({"no_deal"}, text);
  }

  void linkages() {
    std::string conditions;
    for (const auto& [party_id, own] : case_.positions) {
      for (const auto& [issue, position] : own) {
        for (const casefile::Statement& each : position.says) {
          if (each.text.ends_with("condition)")) {
            conditions += fmt::format("\n  {}, on {}: {}", party_id, issue, each.text);
          }
        }
      }
    }
    if (conditions.empty()) return;
    add({"linkages"},
        "Stands with a condition. Where one ties two issues, write {if: {an_issue: an_option}, "
        "then: "
        "{another: an_option}, by: a_party}:" +
            conditions);
  }

  const casefile::Case& case_;
  const Cast& cast_;
  std::vector<Gap> gaps_;
};

}  // namespace

std::vector<Gap> find_gaps(const casefile::Case& value, const Cast& cast) {
  return GapFinder(value, cast).take();
}

}  // namespace parley::drafting::internal
