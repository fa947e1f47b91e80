#include <fmt/format.h>

#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

using casefile::Issue;
using casefile::Position;
using casefile::Reference;

std::string option_title(const Issue& issue, const Reference& option) {
  const casefile::Option* entry = issue.options.find(option.id);
  return entry == nullptr || entry->title.empty() ? option.id : entry->title;
}

// What the analyst thinks the party wants first, from whichever way the position is written.
std::string first_choice(const Issue& issue, const Position& position) {
  if (!position.prefers.empty()) {
    std::vector<std::string> titles;
    for (const Reference& each : position.prefers.front()) {
      titles.push_back(option_title(issue, each));
    }
    return joined(titles);
  }
  if (position.ideal) return option_title(issue, *position.ideal);
  const std::pair<std::string, Estimate>* best = nullptr;
  for (const auto& each : position.values) {
    if (best == nullptr || each.second.mode > best->second.mode) best = &each;
  }
  return best == nullptr ? std::string() : option_title(issue, {best->first, {}});
}

std::string priority_in_words(const Estimate& priority) {
  if (!priority.word.empty()) return priority.word;
  if (priority.is_fixed()) return fmt::format("{:g} points", priority.mode);
  return fmt::format("{:g} to {:g} points", priority.low, priority.high);
}

Prose cell(const Material& material, const Issue& issue, const Position& position) {
  Prose prose;
  const std::string wants = first_choice(issue, position);
  if (wants.empty()) {
    prose.add("No ranking known.");
  } else {
    prose.add("Wants: ").strong(wants).add(".");
  }
  if (!position.red_lines.empty()) {
    std::vector<std::string> lines;
    for (const casefile::RedLine& line : position.red_lines) {
      std::string title = option_title(issue, line.option);
      if (line.firmness && !line.firmness->word.empty()) title += " (" + line.firmness->word + ")";
      lines.push_back(std::move(title));
    }
    prose.add("\nRed line: " + joined(lines, "; ") + ".");
  }
  for (const casefile::Statement& said : position.says) {
    prose.add("\nSays");
    if (said.date) prose.add(", " + in_words(*said.date));
    prose.add(": " + said.text);
    if (!said.text.ends_with('.')) prose.add(".");
    prose.append(material.exhibits.references(said.evidence));
  }
  if (position.priority) prose.add("\nPriority: " + priority_in_words(*position.priority) + ".");
  if (position.grounds.confidence) {
    prose.add("\nConfidence: " + std::string(in_words(*position.grounds.confidence)) + ".");
  }
  prose.append(material.exhibits.references(position.grounds));
  return prose;
}

}  // namespace

Chapter positions(Material material) {
  Chapter chapter{"positions", "Where each party stands", {}};
  Table table;
  table.caption =
      "What each party wants is the analyst's estimate; what it says is taken from reports. The "
      "word "
      "after a red line tells how likely it is meant. A number in brackets opens the passage of "
      "the "
      "report; a judgement, its reason.";
  table.head = {"Issue"};
  for (const auto& [id, party] : material.source.parties) table.head.push_back(party.name);
  for (const auto& [issue_id, issue] : material.source.issues) {
    std::vector<Prose> row{Prose().strong(issue.title)};
    for (const auto& [party_id, party] : material.source.parties) {
      const auto* stands = material.source.positions.find(party_id);
      const Position* position = stands == nullptr ? nullptr : stands->find(issue_id);
      row.push_back(position == nullptr ? Prose().emphasis("no position known")
                                        : cell(material, issue, *position));
    }
    table.rows.push_back(std::move(row));
  }
  chapter.blocks.push_back(std::move(table));

  if (!material.source.linkages.empty()) {
    const auto condition = [&](const casefile::Condition& written) {
      std::vector<std::string> parts;
      for (const auto& [issue_id, options] : written) {
        const Issue& issue = material.source.issues.at(issue_id);
        std::vector<std::string> titles;
        for (const Reference& each : options) titles.push_back(option_title(issue, each));
        std::string part = issue.title + ": ";
        for (std::size_t i = 0; i < titles.size(); ++i) part += (i > 0 ? " or " : "") + titles[i];
        parts.push_back(std::move(part));
      }
      return joined(parts);
    };
    List list;
    for (const casefile::Linkage& each : material.source.linkages) {
      Prose item;
      const casefile::Party* owner = each.by ? material.source.parties.find(each.by->id) : nullptr;
      if (owner != nullptr) item.strong(owner->name).add(" ties ");
      item.add((owner == nullptr ? "Tied: " : "") + condition(each.when) + " – only with " +
               condition(each.then) + ".");
      item.append(material.exhibits.references(each.grounds));
      list.items.push_back(std::move(item));
    }
    chapter.blocks.push_back(Paragraph{"Conditions that tie one issue to another:"});
    chapter.blocks.push_back(std::move(list));
  }
  return chapter;
}

}  // namespace parley::brief
