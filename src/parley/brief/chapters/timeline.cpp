#include <algorithm>
#include <nlohmann/json.hpp>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

struct Entry {
  casefile::Date date;
  std::string kind;
  std::string label;  // for the picture
  std::string link;   // of its mark there
  Prose told;         // for the text
};

std::string answer_in_words(const std::string& party, casefile::AnswerKind answer,
                            const std::string& draft) {
  switch (answer) {
    case casefile::AnswerKind::accepted:
      return party + " accepted " + draft;
    case casefile::AnswerKind::accepted_as_basis:
      return party + " took " + draft + " as a basis for talks";
    case casefile::AnswerKind::conditional:
      return party + " answered " + draft + " with conditions";
    case casefile::AnswerKind::undecided:
      return party + " did not decide on " + draft;
    case casefile::AnswerKind::rejected:
      return party + " rejected " + draft;
  }
  return "";
}

Prose told_of(const Material& material, const casefile::Round& round) {
  Prose told(round_title(material.source, round));
  if (!round.duration.empty()) told.add(", " + round.duration);
  if (!round.outcome.empty()) told.add(". Outcome: " + round.outcome);
  if (!told.text().ends_with('.')) told.add(".");
  return told.append(material.exhibits.references(round.grounds));
}

std::vector<Entry> entries_of(const Material& material) {
  std::vector<Entry> entries;
  const casefile::Case& source = material.source;
  const auto add = [&](const std::optional<casefile::Date>& date, const char* kind,
                       const std::string& label, const casefile::Grounds& grounds, Prose told) {
    if (!date) return;
    entries.push_back({*date, kind, label, material.exhibits.first(grounds), std::move(told)});
  };
  for (const casefile::Round& round : source.rounds) {
    add(round.date, round.status == casefile::RoundStatus::held ? "round" : "planned",
        round_title(source, round), round.grounds, told_of(material, round));
  }
  for (std::size_t i = 0; i < source.drafts.size(); ++i) {
    const casefile::Draft& draft = source.drafts[i].second;
    const std::string label = draft_title(source, i);
    add(draft.date, "draft", label, draft.grounds,
        Prose("Draft: ")
            .link(label, draft_anchor(source, i))
            .add(".")
            .append(material.exhibits.references(draft.grounds)));
  }
  for (const casefile::Answer& answer : source.answers) {
    const std::string label =
        answer_in_words(source.parties.at(answer.party.id).name, answer.answer,
                        in_quotes(draft_title(source, source.drafts.index_of(answer.draft.id))));
    add(answer.date, "answer", label, answer.grounds,
        Prose(label + ".").append(material.exhibits.references(answer.grounds)));
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.date < b.date; });
  return entries;
}

}  // namespace

Chapter timeline(Material material) {
  Chapter chapter{"timeline", "Rounds, drafts and answers in order of time", {}};
  const std::vector<Entry> entries = entries_of(material);
  Json items = Json::array();
  Table table;
  table.head = {"Date", "What happened"};
  for (const Entry& each : entries) {
    items.push_back({{"date", each.date.iso()},
                     {"day", in_words(each.date)},
                     {"label", each.label},
                     {"kind", each.kind},
                     {"link", each.link},
                     {"told", to_json(each.told)}});
    table.rows.push_back({in_words(each.date), each.told});
  }
  if (entries.empty()) {
    chapter.blocks.push_back(Paragraph{"The case dates no round, draft or answer."});
  } else {
    chapter.blocks.push_back(Figure("timeline", {}, {{"items", items}}, std::move(table)));
  }
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
