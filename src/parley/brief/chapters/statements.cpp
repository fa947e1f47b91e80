#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"
#include "parley/record/lexicon.hpp"
#include "parley/record/table.hpp"

namespace parley::brief {
namespace {

using record::Record;
using record::Statement;
using record::StatementKind;

// The brief shows so many of one speaker; the record holds them all.
constexpr std::size_t kOfOne = 8;

std::string name_of(const Record& record, const std::string& actor) {
  for (const record::Actor& each : record.actors) {
    if (each.id == actor) return each.name;
  }
  return {};
}

std::string speaker_of(const Record& record, const Statement& statement) {
  const std::string name = name_of(record, statement.speaker);
  return name.empty() ? statement.speaker_name : name;
}

// A comma before the reporter's own words leads nowhere here.
std::string without_comma(std::string text) {
  for (const std::string_view end : {",”", ",\"", ",'", ","}) {
    if (text.ends_with(end)) text.erase(text.size() - end.size(), 1);
  }
  return text;
}

// What is wholly quoted stands in quotation marks, as the other kinds bring their own.
std::string words_of(const Statement& statement) {
  const std::string text = without_comma(shortened(statement.text, 300));
  const bool marked = text.starts_with("“") || text.starts_with("\"");
  return statement.kind == StatementKind::direct && !marked ? in_quotes(text) : text;
}

// A colon, a dash or "to" brings in a statement too, but reads as nothing before it.
bool is_verb_of_saying(const std::string& cue) {
  return cue == "according to" ||
         record::internal::lexicon().cue(record::internal::to_lower(cue)).has_value();
}

Prose told(const Material& material, const Statement& statement) {
  casefile::Evidence evidence;
  evidence.report.id = statement.passage.report;
  evidence.span = statement.passage.span;
  std::vector<std::string> relayed;
  for (const std::string& each : statement.said_by) {
    if (const std::string name = name_of(*material.record, each); !name.empty())
      relayed.push_back(name);
  }
  std::string lead = is_verb_of_saying(statement.cue) ? statement.cue : std::string();
  if (!relayed.empty()) lead += (lead.empty() ? "" : ", ") + ("as passed on by " + joined(relayed));
  Prose prose;
  if (!lead.empty()) prose.emphasis(lead).add(": ");
  return prose.add(words_of(statement)).append(material.exhibits.references({evidence}));
}

}  // namespace

Chapter statements(Material material) {
  Chapter chapter{"statements", "Who said what", {}};
  const Record& record = *material.record;
  std::vector<std::string> speakers;  // in the order of their first statement
  std::map<std::string, std::vector<const Statement*>> said;
  std::size_t unnamed = 0;
  for (const Statement& each : record.statements) {
    const std::string speaker = speaker_of(record, each);
    if (speaker.empty()) {
      ++unnamed;
      continue;
    }
    auto& list = said[speaker];
    if (list.empty()) speakers.push_back(speaker);
    list.push_back(&each);
  }
  if (speakers.empty()) {
    chapter.blocks.push_back(Paragraph{"The reports pass on no statement of a named speaker."});
    return chapter;
  }
  Table table;
  table.caption =
      "What the reports say that somebody said, after the verb that brings it in, as Parley read "
      "it; a number in brackets opens the passage. Words without quotation marks are the report's "
      "own. That a statement is reported does not mean that it was made so, or that it is true.";
  table.head = {"Speaker", "What is reported"};
  for (const std::string& speaker : speakers) {
    Prose cell;
    const auto& list = said[speaker];
    for (std::size_t i = 0; i < std::min(kOfOne, list.size()); ++i) {
      cell.add(i == 0 ? "" : "\n").append(told(material, *list[i]));
    }
    if (list.size() > kOfOne) {
      cell.add("\n" + capitalised(count_in_words(list.size() - kOfOne)) +
               (list.size() == kOfOne + 1 ? " more stands" : " more stand") + " in record.json.");
    }
    table.rows.push_back({Prose().strong(capitalised(speaker)), std::move(cell)});
  }
  chapter.blocks.push_back(std::move(table));
  if (unnamed > 0) {
    chapter.blocks.push_back(Paragraph{
        capitalised(count_in_words(unnamed)) +
        (unnamed == 1 ? " more statement has" : " more statements have") +
        " no speaker that could be named; record.json holds " + (unnamed == 1 ? "it." : "them.")});
  }
  return chapter;
}

}  // namespace parley::brief
