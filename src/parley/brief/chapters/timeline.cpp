#include <algorithm>
#include <nlohmann/json.hpp>

#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

struct Entry {
  casefile::Date date;
  std::string kind;
  std::string label;  // for the picture
  Prose told;         // for the text
};

std::string answer_in_words(casefile::AnswerKind answer) {
  switch (answer) {
    case casefile::AnswerKind::accepted:
      return "accepted";
    case casefile::AnswerKind::accepted_as_basis:
      return "took as a basis for talks";
    case casefile::AnswerKind::conditional:
      return "answered with conditions on";
    case casefile::AnswerKind::undecided:
      return "did not decide on";
    case casefile::AnswerKind::rejected:
      return "rejected";
  }
  return "";
}

std::string status_in_words(casefile::RoundStatus status) {
  switch (status) {
    case casefile::RoundStatus::held:
      return "";
    case casefile::RoundStatus::planned:
      return " (planned)";
    case casefile::RoundStatus::possible:
      return " (possible)";
    case casefile::RoundStatus::cancelled:
      return " (cancelled)";
  }
  return "";
}

std::string round_in_words(const casefile::Case& source, const casefile::Round& round) {
  std::vector<std::string> names;
  for (const casefile::Reference& each : round.parties) {
    names.push_back(source.parties.at(each.id).name);
  }
  const std::string label =
      (round.where.empty() ? "Talks" : round.where) + status_in_words(round.status);
  return names.empty() ? label : label + ": " + joined(names);
}

Prose told_of(const Material& material, const casefile::Round& round) {
  Prose told(round_in_words(material.source, round));
  if (!round.duration.empty()) told.add(", " + round.duration);
  if (!round.outcome.empty()) told.add(". Outcome: " + round.outcome);
  return told.add(".").append(material.exhibits.references(round.grounds.evidence));
}

std::vector<Entry> entries_of(const Material& material) {
  std::vector<Entry> entries;
  const casefile::Case& source = material.source;
  for (const casefile::Round& round : source.rounds) {
    if (!round.date) continue;
    const std::string label = round_in_words(source, round);
    entries.push_back({*round.date,
                       round.status == casefile::RoundStatus::held ? "round" : "planned", label,
                       told_of(material, round)});
  }
  for (const auto& [id, draft] : source.drafts) {
    if (!draft.date) continue;
    const std::string label = draft.title.empty() ? id : draft.title;
    entries.push_back({*draft.date, "draft", label,
                       Prose("Draft: " + label + ".")
                           .append(material.exhibits.references(draft.grounds.evidence))});
  }
  for (const casefile::Answer& answer : source.answers) {
    if (!answer.date) continue;
    const casefile::Draft& draft = source.drafts.at(answer.draft.id);
    const std::string label = source.parties.at(answer.party.id).name + " " +
                              answer_in_words(answer.answer) + " the " +
                              (draft.title.empty() ? answer.draft.id : draft.title);
    entries.push_back(
        {*answer.date, "answer", label,
         Prose(label + ".").append(material.exhibits.references(answer.grounds.evidence))});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.date < b.date; });
  return entries;
}

}  // namespace

Chapter timeline(Material material) {
  Chapter chapter{"timeline", "Rounds, drafts and answers in order of time", {}};
  const std::vector<Entry> entries = entries_of(material);
  if (entries.empty()) {
    chapter.blocks.push_back(Paragraph{"The case dates no round, draft or answer."});
    return chapter;
  }
  Json items = Json::array();
  Table table;
  table.head = {"Date", "What happened"};
  for (const Entry& each : entries) {
    items.push_back({{"date", each.date.iso()}, {"label", each.label}, {"kind", each.kind}});
    table.rows.push_back({in_words(each.date), each.told});
  }
  chapter.blocks.push_back(Figure("timeline", "", {{"items", items}}));
  chapter.blocks.push_back(std::move(table));
  List undated;
  for (const casefile::Round& round : material.source.rounds) {
    if (!round.date) undated.items.push_back(told_of(material, round));
  }
  if (!undated.items.empty()) {
    chapter.blocks.push_back(Paragraph{"Rounds of which no date is known:"});
    chapter.blocks.push_back(std::move(undated));
  }
  return chapter;
}

}  // namespace parley::brief
