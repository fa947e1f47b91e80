#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/facts.hpp"
#include "parley/casefile/scales.hpp"

/// Arbitrary cases that pass the check, for properties of reading and writing.
namespace parley::casefile {

/// Draws the parts of one case; every draw is one of rapidcheck's, so failures shrink.
class CaseGenerator {
 public:
  Case draw() {
    Case value;
    value.file = "case.yaml";
    value.title = text();
    value.note = text();
    value.as_of = maybe(date());
    value.round = {count(1, 40), count(1, 60)};
    for (const std::string& id : names(2)) value.factors.add(id, {{}, text(), text()});
    for (const std::string& id : names(3)) value.reports.add(id, report(id));
    for (const std::string& id : names(3)) value.parties.add(id, party());
    case_ = &value;
    for (const std::string& id : names(3)) value.issues.add(id, issue());
    for (const std::string& id : names(3)) value.drafts.add(id, draft());
    for (const auto& party : value.parties) {
      if (coin()) value.positions.add(party.first, positions());
      if (coin()) value.no_deal.add(party.first, no_deal());
      if (coin()) value.moves.add(party.first, moves());
    }
    for (const auto& party : value.parties) {
      if (coin()) value.outlooks.add(party.first, {preference(), preference()});
    }
    if (coin()) value.impossible.push_back({{}, proposition(), grounds()});
    for (std::size_t i = count(0, 2); i > 0; --i) value.linkages.push_back(linkage());
    for (std::size_t i = count(0, 2); i > 0; --i) value.interplay.push_back(interplay());
    for (std::size_t i = count(0, 2); i > 0; --i) value.rounds.push_back(round());
    for (std::size_t i = count(0, 2); i > 0; --i) value.answers.push_back(answer());
    for (const std::string& id : names(2)) value.events.add(id, event());
    for (std::size_t i = count(0, 2); i > 0; --i) {
      value.claims.push_back({{}, text(), {{text(), text(), evidence()}}, text(), coin()});
    }
    return value;
  }

 private:
  static bool coin() { return *rc::gen::arbitrary<bool>(); }
  static std::size_t count(std::size_t low, std::size_t high) {
    return *rc::gen::inRange(low, high + 1);
  }
  template <class T>
  static T one_of(std::vector<T> values) {
    return *rc::gen::elementOf(std::move(values));
  }
  template <class T>
  static std::optional<T> maybe(T value) {
    return coin() ? std::optional<T>(std::move(value)) : std::nullopt;
  }

  static std::string filled_text() {
    return one_of<std::string>(
        {"Plain words",
         "no",
         "NULL",
         "~",
         "12",
         "1.5e3",
         "2025-12-03",
         "a: b",
         "a #b",
         "#b",
         "- a",
         "-5",
         "[x]",
         "{x",
         "x, y",
         "it's",
         "\"quoted\"",
         "back\\slash",
         "two\nlines",
         " blank ",
         "two  blanks",
         "“marks” – and… Żółć 議題",
         "https://example.org/a?b=c#d",
         "key:",
         "%x",
         "@x",
         "tab\there",
         "\x01",
         "<<",
         "=",
         "...",
         "---",
         "0x1F",
         "12:30",
         ".inf",
         "*a",
         "&a",
         "!t",
         "a long text that does not fit on one line and so must be folded by the writer in a way "
         "that gives the very same text when it is read again, word for word"});
  }
  static std::string text() { return coin() ? filled_text() : std::string(); }

  static std::vector<std::string> names(std::size_t most) {
    const std::vector<std::string> all = {"north", "NO",  "a-b", "x.1", "été", "007", "null",
                                          "on",    "1e5", "_",   "-",   "...", "y"};
    std::vector<std::string> chosen;
    const std::size_t first = count(0, all.size() - 1);
    for (std::size_t i = count(1, most); i > 0; --i)
      chosen.push_back(all[(first + i) % all.size()]);
    return chosen;
  }

  static Date date() {
    return Date{std::chrono::year{2024} / std::chrono::month{static_cast<unsigned>(count(1, 12))} /
                std::chrono::day{static_cast<unsigned>(count(1, 28))}};
  }

  template <class E>
  static E any_of_enum(std::size_t last) {
    return static_cast<E>(count(0, last));
  }

  Report report(const std::string& id) {
    Report report;
    report.file = "reports/" + id + ".txt";
    report.title = text();
    report.publisher = text();
    report.kind = any_of_enum<ReportKind>(5);
    report.reliability = maybe(any_of_enum<Confidence>(2));
    report.address = text();
    report.note = text();
    report.confidential = coin();
    reports_.push_back(id);
    return report;
  }

  static Party party() {
    Party party;
    party.name = text();
    party.role = any_of_enum<Role>(4);
    for (const std::string& id : names(2)) {
      party.people.add(id, {text(), text(), maybe(date()), std::nullopt});
    }
    party.note = text();
    party.confidential = coin();
    return party;
  }

  Issue issue() {
    Issue issue;
    if (coin()) {
      const auto& generic = catalogue()[count(0, catalogue().size() - 1)];
      issue = generic.second;
      issue.place = {};
      issue.catalogue = generic.first;
      if (coin()) return issue;
    }
    issue.title = filled_text();
    issue.kind = any_of_enum<IssueKind>(2);
    issue.unit = text();
    issue.options = {};
    for (const char* id : {"keep", "no", "3"}) {
      issue.options.add(id, {text(), 0.1 * static_cast<double>(count(0, 1000)), text()});
      if (coin()) issue.options.find(id)->needs.push_back(party_name());
    }
    if (coin()) issue.cues = {"border", "no", "a, b"};
    issue.note = text();
    issue.confidential = coin();
    return issue;
  }

  Estimate estimate(double low, double high, const char* scale) {
    const double step = (high - low) / 200;
    const std::size_t a = count(0, 100);
    const std::size_t b = count(0, 50);
    const std::size_t c = count(0, 50);
    const auto at = [&](std::size_t steps) { return low + step * static_cast<double>(steps); };
    Estimate estimate = Estimate::between(at(a), at(a + b));
    const std::vector<std::string_view> words = words_of_scale(scale);
    if (coin() && !words.empty()) {
      estimate = *estimate_of_word(scale, words[count(0, words.size() - 1)]);
    } else if (b > 0 && coin()) {
      estimate = {at(a), at(a + b), at(a + b + c), Shape::pert, {}, {}};
    }
    if (!estimate.is_fixed() && coin()) estimate.shape = any_of_enum<Shape>(3);
    if (estimate.shape == Shape::uniform && !estimate.is_fixed()) {
      estimate.mode = (estimate.low + estimate.high) / 2;
    }
    if (coin()) estimate.factors.push_back({case_->factors[0].first, -0.8});
    return estimate;
  }

  std::vector<Evidence> evidence() {
    std::vector<Evidence> found;
    for (const std::string& id : reports_) {
      if (coin()) found.push_back({{id, {}}, Span{count(0, 3), count(4, 9)}, {}, {}});
      if (coin()) found.push_back({{id, {}}, Span{0, 5}, "words", 1});
    }
    return found;
  }

  Grounds grounds() {
    return {evidence(), text(), text(), maybe(any_of_enum<Confidence>(2)), coin()};
  }

  Reference party_name() { return {case_->parties[count(0, case_->parties.size() - 1)].first, {}}; }
  Reference draft_name() { return {case_->drafts[count(0, case_->drafts.size() - 1)].first, {}}; }
  static Reference option_of(const Issue& issue) {
    return {issue.options[count(0, issue.options.size() - 1)].first, {}};
  }

  Named<Position> positions() {
    Named<Position> positions;
    for (const auto& [id, issue] : case_->issues) {
      if (coin()) positions.add(id, position(issue));
    }
    return positions;
  }

  Position position(const Issue& issue) {
    Position position;
    if (coin()) position.priority = estimate(0, 100, "priority");
    switch (count(0, issue.kind == IssueKind::set ? 2 : 3)) {
      case 0:
        break;
      case 1:
        for (const auto& option : issue.options) {
          if (coin() || position.prefers.empty()) position.prefers.emplace_back();
          position.prefers.back().push_back({option.first, {}});
        }
        break;
      case 2:
        for (const auto& option : issue.options) {
          position.values.add(option.first, estimate(0, 100, ""));
        }
        break;
      default:
        position.ideal = option_of(issue);
        position.falloff = any_of_enum<Falloff>(2);
    }
    if (coin()) position.red_lines.push_back({option_of(issue), estimate(0, 1, "likelihood")});
    if (coin()) {
      position.says.push_back({text(), maybe(option_of(issue)), std::nullopt, evidence()});
    }
    position.grounds = grounds();
    return position;
  }

  NoDeal no_deal() {
    NoDeal no_deal;
    if (coin()) no_deal.value = estimate(0, 100, "");
    if (coin())
      no_deal.above = case_->drafts[0].second.title.empty() ? std::optional<Reference>()
                                                            : Reference{case_->drafts[0].first, {}};
    if (coin() && case_->drafts.size() > 1) no_deal.below = Reference{case_->drafts[1].first, {}};
    if (coin()) no_deal.trend = estimate(-10, 10, "");
    no_deal.grounds = grounds();
    return no_deal;
  }

  Condition condition() {
    Condition condition;
    for (const auto& [id, issue] : case_->issues) {
      if (!condition.empty() && coin()) continue;
      condition.add(id, {option_of(issue)});
      if (coin()) condition.find(id)->push_back({issue.options[0].first, {}});
    }
    return condition;
  }

  Linkage linkage() {
    Linkage linkage;
    linkage.when = condition();
    linkage.then = condition();
    linkage.by = maybe(party_name());
    if (coin()) linkage.firmness = estimate(0, 1, "likelihood");
    linkage.grounds = grounds();
    return linkage;
  }

  Interplay interplay() {
    return {{}, party_name(), condition(), estimate(-100, 100, ""), grounds()};
  }

  Draft draft() {
    Draft draft;
    draft.title = text();
    draft.points = maybe(count(10, 30));
    for (const auto& [id, earlier] : case_->drafts) {
      if (coin()) draft.amends.push_back({id, {}});
    }
    if (coin()) draft.by.push_back(party_name());
    draft.status = any_of_enum<DraftStatus>(6);
    for (const auto& [id, issue] : case_->issues) {
      switch (count(0, 3)) {
        case 0:
          draft.terms.add(id, {{}, {option_of(issue)}, {}, {}, {}});
          break;
        case 1:
          draft.terms.add(id,
                          {{}, {option_of(issue), option_of(issue)}, text(), {1, 10}, grounds()});
          break;
        case 2:
          draft.bracketed.push_back({id, {}});
          break;
        default:
          draft.unknown.push_back({id, {}});
      }
    }
    if (draft.unknown.empty()) draft.unknown_text = coin();
    draft.note = text();
    draft.grounds = grounds();
    return draft;
  }

  Round round() {
    Round round;
    round.date = maybe(date());
    round.status = RoundStatus::planned;
    round.where = text();
    if (coin()) round.parties.push_back(party_name());
    if (coin()) round.people = {filled_text(), filled_text()};
    round.duration = text();
    if (coin()) round.tabled.push_back(draft_name());
    round.outcome = text();
    round.grounds = grounds();
    return round;
  }

  Answer answer() {
    Answer answer;
    answer.party = party_name();
    answer.draft = draft_name();
    answer.answer = any_of_enum<AnswerKind>(4);
    if (coin()) answer.sincere = estimate(0, 1, "likelihood");
    answer.grounds = grounds();
    return answer;
  }

  Named<Move> moves() {
    Named<Move> moves;
    for (const std::string& id : names(2))
      moves.add(id, {{}, text(), coin(), coin(), coin(), grounds()});
    return moves;
  }

  Proposition proposition() {
    std::vector<std::string> names;
    for (const std::string& each : names_of_facts(*case_)) {
      if (facts_called(*case_, each).size() == 1) names.push_back(each);
    }
    const std::string name = one_of(names);
    const Formula fact = Formula::atom(0);
    return *read_proposition(
        to_text(coin() ? fact : Formula::negation(fact), [&](std::size_t) { return name; }));
  }

  Preference preference() {
    Preference preference{{}, proposition(), std::nullopt, grounds()};
    if (coin()) preference.odds = estimate(0, 1, "likelihood");
    return preference;
  }

  Event event() {
    Event event;
    event.title = text();
    if (coin()) event.odds = estimate(0, 1, "likelihood");
    if (coin()) event.no_deal.add(party_name().id, estimate(-20, 20, ""));
    event.grounds = grounds();
    return event;
  }

  const Case* case_ = nullptr;
  std::vector<std::string> reports_;
};

}  // namespace parley::casefile
