#include "parley/drafting/positions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "parley/casefile/prose_name.hpp"
#include "parley/drafting/draft_case.hpp"
#include "parley/drafting/names.hpp"
#include "parley/drafting/subject.hpp"
#include "parley/record/table.hpp"

namespace parley::drafting::internal {
namespace {

using casefile::Issue;
using casefile::Named;
using casefile::Position;
using record::StanceKind;

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// How many words of the text begin with these letters; both in lower case.
std::size_t words_begun(std::string_view text, std::string_view beginning) {
  std::size_t count = 0;
  for (std::size_t at = text.find(beginning); at != std::string_view::npos;
       at = text.find(beginning, at + 1)) {
    if (at > 0 && is_letter(text[at - 1])) continue;
    // Up to three letters are a whole word: "dam" is not in "damage".
    std::size_t end = at + beginning.size();
    if (end < text.size() && text[end] == 's') ++end;
    const bool whole = end >= text.size() || !is_letter(text[end]);
    if (beginning.size() > 3 || whole) ++count;
  }
  return count;
}

bool names_option(std::string_view lower_text, const std::string& option) {
  constexpr std::size_t kCounts = 4;    // letters a word needs to count
  constexpr std::size_t kCompared = 6;  // letters of it that are compared
  bool any = false;
  for (std::size_t start = 0; start <= option.size();) {
    const std::size_t end = std::min(option.find('_', start), option.size());
    const std::string_view word = std::string_view(option).substr(start, end - start);
    start = end + 1;
    if (word.size() < kCounts) continue;
    // Options such as `none` and `nothing` are the words of any text.
    if (word == "none" || word == "nothing") return false;
    if (words_begun(lower_text, word.substr(0, kCompared)) == 0) return false;
    any = true;
  }
  return any;
}

std::string stance_in_words(const record::Stance& stance) {
  std::string word(name(stance.stance));
  std::replace(word.begin(), word.end(), '_', ' ');
  if (stance.stance == StanceKind::conditional) return "on a condition";
  if (stance.stance == StanceKind::open) return "is open to it";
  if (stance.stance == StanceKind::accepts_partly) return "accepts it in part";
  return stance.condition ? word + ", on a condition" : word;
}

class PositionFinder {
 public:
  PositionFinder(const Sources& sources, const SpeechDays& days) : sources_(sources), days_(days) {}

  void note(const record::Stance& stance, const Issue& issue, Position& position) const {
    const std::string words = sources_.words(stance.passage);
    casefile::Statement said;
    // The whole sentence, so that a "but only if" is not lost; not where it holds markup.
    const std::string sentence = sources_.sentence(stance.passage);
    const bool has_markup = sentence.find('<') != std::string::npos;
    said.text = fmt::format("“{}” ({})", has_markup ? single_spaced(stance.text) : sentence,
                            stance_in_words(stance));
    said.date = days_.of(stance.statement);
    said.evidence = {sources_.cite(stance.passage)};
    for (const casefile::Statement& known : position.says) {
      // One passage may be taken for two stances; it is said once.
      if (known.evidence == said.evidence) return;
    }
    const auto option = named_option(issue, words);
    if (option && stance.stance == StanceKind::rejects) {
      casefile::RedLine line{{*option, {}}, Estimate::between(0.4, 0.9)};
      const auto same = [&](const casefile::RedLine& each) { return each.option.id == *option; };
      if (std::none_of(position.red_lines.begin(), position.red_lines.end(), same)) {
        position.red_lines.push_back(std::move(line));
      }
    } else if (option &&
               (stance.stance == StanceKind::demands || stance.stance == StanceKind::offers ||
                stance.stance == StanceKind::accepts)) {
      said.option = casefile::Reference{*option, {}};
    }
    position.says.push_back(std::move(said));
  }

 private:
  const Sources& sources_;
  const SpeechDays& days_;
};

// What a begun position does not say, so that nobody takes its silence for an estimate.
void tell_grounds(Position& position) {
  position.grounds.judged_by = kAuthor;
  position.grounds.reason =
      "Begun from what the reports say; nobody has estimated how much the issue matters to the "
      "party or how it ranks the options.";
  if (!position.red_lines.empty()) {
    position.grounds.reason +=
        " A red line is written where the party rejects an option that the text names; whether it "
        "is meant is not known.";
  }
  position.grounds.confidence = casefile::Confidence::low;
}

// "As Velmar wants it", "In between", "As Ostria wants it".
Named<casefile::Option> options_between(const Cast& cast) {
  std::vector<std::pair<std::string, std::string>> sides;
  for (const auto& [id, party] : cast.parties) {
    if (casefile::needs_consent(party) && sides.size() < 2) sides.emplace_back(id, party.name);
  }
  if (sides.empty()) sides.emplace_back("one_side", "one side");
  if (sides.size() < 2) sides.emplace_back("others", "the others");
  Named<casefile::Option> options;
  const auto add = [&](const std::string& id, const std::string& title) {
    options.add(id).title = title;
  };
  add("as_" + sides[0].first, "As " + casefile::name_in_prose(sides[0].second) + " wants it");
  add("between", "In between");
  add("as_" + sides[1].first, "As " + casefile::name_in_prose(sides[1].second) + " wants it");
  return options;
}

// An issue that the catalogue lacks, begun from the reports' own words.
Issue own_issue(const Named<Text>& texts, const Cast& cast) {
  constexpr std::size_t kTelling = 4;  // letters of a word that tells the issue
  Issue issue;
  issue.title = find_subject(texts);
  for (const std::string_view word : record::internal::split(in_lower_case(issue.title), ' ')) {
    if (word.size() >= kTelling) issue.cues.emplace_back(word);
  }
  if (issue.title.empty()) issue.title = "Terms of a deal";
  if (issue.title[0] >= 'a' && issue.title[0] <= 'z')
    issue.title[0] = static_cast<char>(issue.title[0] - 'a' + 'A');
  issue.kind = casefile::IssueKind::ordered;
  issue.options = options_between(cast);
  issue.note = std::string(
      "Begun from what the reports say the talks are about; the catalogue has no such issue. Its "
      "options are only what each side wants: put what they name in their place.");
  return issue;
}

// Whether a stance is on an issue: said so, or its words tell an issue of the reports' own.
bool is_on(const record::Stance& stance, const std::string& id, const Issue& issue) {
  if (!issue.catalogue.empty() || !stance.issue.empty()) return stance.issue == id;
  const std::string lower = in_lower_case(stance.text);
  return std::any_of(issue.cues.begin(), issue.cues.end(),
                     [&](const std::string& cue) { return words_begun(lower, cue) > 0; });
}

}  // namespace

Named<Issue> find_issues(const record::Record& record, const Named<Text>& texts,
                         const Named<Issue>& catalogue, const Cast& cast) {
  std::set<std::string> met;
  for (const record::Stance& each : record.stances) {
    if (is_stand(each) && cast.party_of.contains(each.party)) met.insert(each.issue);
  }
  std::map<std::string, std::size_t> hits;
  for (const auto& [report, text] : texts) {
    const std::string lower = in_lower_case(text.utf8());
    for (const auto& [id, issue] : catalogue) {
      for (const std::string& cue : issue.cues) hits[id] += words_begun(lower, cue);
    }
  }
  const bool any_twice =
      std::any_of(hits.begin(), hits.end(), [](const auto& each) { return each.second >= 2; });
  Named<Issue> issues;
  const bool stands_on_any = std::any_of(
      met.begin(), met.end(), [&](const std::string& id) { return catalogue.contains(id); });
  if (!stands_on_any) {
    Issue own = own_issue(texts, cast);
    Names names("issue");
    // The name of an issue of the catalogue would stand for that one.
    for (const auto& [id, generic] : catalogue) names.take(id);
    std::string name = names.take(own.title);
    issues.add(std::move(name), std::move(own));
  }
  const std::size_t enough = any_twice || stands_on_any ? 2 : 1;
  for (const auto& [id, generic] : catalogue) {
    if (!met.contains(id) && hits[id] < enough) continue;
    Issue issue = generic;
    issue.catalogue = id;
    issue.note.clear();
    issues.add(id, std::move(issue));
  }
  return issues;
}

std::optional<std::string> named_option(const Issue& issue, std::string_view text) {
  const std::string lower = in_lower_case(text);
  std::optional<std::string> found;
  for (const auto& [id, option] : issue.options) {
    if (!names_option(lower, id)) continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

Named<Named<Position>> find_positions(const record::Record& record, const Sources& sources,
                                      const SpeechDays& days, const Named<Issue>& issues,
                                      const Cast& cast) {
  const PositionFinder finder(sources, days);
  Named<Named<Position>> positions;
  for (const auto& [party_id, party] : cast.parties) {
    Named<Position> own;
    for (const auto& [issue_id, issue] : issues) {
      Position position;
      std::vector<const record::Stance*> stands;
      for (const record::Stance& each : record.stances) {
        const auto owner = cast.party_of.find(each.party);
        if (owner == cast.party_of.end() || owner->second != party_id) continue;
        if (is_on(each, issue_id, issue) && is_stand(each)) stands.push_back(&each);
      }
      for (const record::Stance* each : stands) {
        const bool is_part = std::any_of(stands.begin(), stands.end(), [&](const auto* other) {
          return other->passage.report == each->passage.report &&
                 other->passage.span != each->passage.span &&
                 other->passage.span.contains(each->passage.span);
        });
        if (!is_part && each->stance != StanceKind::threatens) finder.note(*each, issue, position);
      }
      if (position.says.empty()) continue;
      tell_grounds(position);
      own.add(issue_id, std::move(position));
    }
    if (own.empty()) continue;
    positions.add(party_id, std::move(own));
  }
  return positions;
}

}  // namespace parley::drafting::internal
