#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/scales.hpp"

namespace parley::brief {
namespace {

using casefile::Issue;
using casefile::Position;
using casefile::Reference;

std::string option_title(const Issue& issue, const Reference& option) {
  const casefile::Option* entry = issue.options.find(option.id);
  return entry == nullptr || entry->title.empty() ? option.id : entry->title;
}

std::string options_in_words(const Issue& issue) {
  std::vector<std::string> titles;
  for (const auto& [id, option] : issue.options) titles.push_back(option.title);
  return joined(titles, "; ");
}

// What the analyst thinks the party wants first, from whichever way the position is written.
std::string first_choice(const Issue& issue, const Position& position) {
  if (!position.prefers.empty()) {
    std::vector<std::string> titles;
    for (const Reference& each : position.prefers.front()) {
      titles.push_back(option_title(issue, each));
    }
    if (titles.size() == 1) return titles.front();
    for (std::string& each : titles) each = in_quotes(each);
    return joined(titles, " or ");
  }
  if (position.ideal) return option_title(issue, *position.ideal);
  const std::pair<std::string, Estimate>* best = nullptr;
  for (const auto& each : position.values) {
    if (best == nullptr || each.second.mode > best->second.mode) best = &each;
  }
  return best == nullptr ? std::string() : option_title(issue, {best->first, {}});
}

std::string in_points(const Estimate& estimate) {
  if (!estimate.word.empty()) return estimate.word;
  const auto number = [](double value) {
    return fmt::format("{}{:g}", value < 0 ? "−" : "", std::abs(value));
  };
  if (estimate.is_fixed()) return number(estimate.mode) + " points";
  return number(estimate.low) + " to " + number(estimate.high) + " points";
}

// The words of the published scale that a range of weights spans: "medium to high".
std::string priority_in_words(const Estimate& priority) {
  if (!priority.word.empty()) return priority.word;
  const auto& words = casefile::scales().at("priority").words;  // from vital to marginal
  const auto least = std::find_if(words.begin(), words.end() - 1,
                                  [&](const auto& each) { return each.low <= priority.low; });
  const auto most = std::find_if(words.begin(), words.end() - 1,
                                 [&](const auto& each) { return each.low < priority.high; });
  return least <= most ? least->word : least->word + " to " + most->word;
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
      if (line.firmness) title += " (" + likelihood_in_words(*line.firmness) + ")";
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
  prose.add("\nPriority: " +
            (position.priority ? priority_in_words(*position.priority) : "not estimated") + ".");
  if (position.grounds.confidence) {
    prose.add(" Confidence: " + std::string(in_words(*position.grounds.confidence)) + ".");
  }
  return prose.append(material.exhibits.references(position.grounds));
}

// How much of five marks a priority fills: the bands of the published words, vital to marginal.
int level_of(const Estimate& priority) {
  constexpr std::array<double, 4> kFrom{6, 12, 20, 35};
  return 1 + static_cast<int>(std::count_if(kFrom.begin(), kFrom.end(),
                                            [&](double from) { return priority.mode >= from; }));
}

// The first choices of a party: their places among the options.
std::vector<std::size_t> wanted(const Issue& issue, const Position& position) {
  std::vector<std::size_t> places;
  if (!position.prefers.empty()) {
    for (const Reference& each : position.prefers.front()) {
      places.push_back(issue.options.index_of(each.id));
    }
  } else if (position.ideal) {
    places.push_back(issue.options.index_of(position.ideal->id));
  } else if (!position.values.empty()) {
    const auto best = std::max_element(
        position.values.begin(), position.values.end(),
        [](const auto& a, const auto& b) { return a.second.mode < b.second.mode; });
    places.push_back(issue.options.index_of(best->first));
  }
  return places;
}

// What a party says, and what its entry rests on: shown when a cell is opened.
Json told_at_length(const Material& material, const Position& position) {
  Json more = Json::array();
  for (const casefile::Statement& said : position.says) {
    Prose prose("Says");
    if (said.date) prose.add(", " + in_words(*said.date));
    prose.add(": " + said.text + (said.text.ends_with('.') ? "" : "."));
    more.push_back(to_json(prose.append(material.exhibits.references(said.evidence))));
  }
  Prose rests("Rests on");
  rests.append(material.exhibits.references(position.grounds)).add(".");
  if (position.grounds.confidence) {
    rests.add(" Confidence: " + std::string(in_words(*position.grounds.confidence)) + ".");
  }
  more.push_back(to_json(rests));
  return more;
}

Json cell_data(const Material& material, const Issue& issue, const Position& position) {
  Json lines = Json::array();
  for (const casefile::RedLine& line : position.red_lines) {
    lines.push_back({{"option", issue.options.index_of(line.option.id)},
                     {"firmness", line.firmness ? likelihood_in_words(*line.firmness) : ""}});
  }
  Json json{{"wants", wanted(issue, position)},
            {"lines", lines},
            {"more", told_at_length(material, position)}};
  if (position.priority) {
    json["priority"] = {{"level", level_of(*position.priority)},
                        {"said", priority_in_words(*position.priority)}};
  }
  return json;
}

// The same as the table, for the picture; parties by their ids.
Json grid_data(const Material& material, const std::vector<std::string>& parties) {
  Json names = Json::array();
  for (const std::string& each : parties) names.push_back(material.source.parties.at(each).name);
  Json issues = Json::array();
  for (std::size_t i = 0; i < material.source.issues.size(); ++i) {
    const auto& [id, issue] = material.source.issues[i];
    Json options = Json::array();
    for (std::size_t option = 0; option < issue.options.size(); ++option) {
      options.push_back(brief::option_title(issue, option));
    }
    Json cells = Json::array();
    for (const std::string& party : parties) {
      const Position* position = material.source.positions.at(party).find(id);
      cells.push_back(position == nullptr ? Json(nullptr) : cell_data(material, issue, *position));
    }
    issues.push_back({{"title", issue.title},
                      {"anchor", issue_anchor(material.source, i)},
                      {"options", options},
                      {"cells", cells}});
  }
  return {{"parties", names}, {"issues", issues}};
}

// What going on is worth to a party, as the case says it.
Prose going_on(const Material& material, const casefile::NoDeal& alternative) {
  const casefile::Case& source = material.source;
  Prose prose;
  if (alternative.value) {
    prose.add(capitalised(in_points(*alternative.value)) + " of its own scale.");
  }
  const auto compared = [&](const std::optional<Reference>& draft, const std::string& how) {
    if (!draft) return;
    prose.add((prose.empty() ? "" : " ") + how)
        .add(in_quotes(draft_title(source, source.drafts.index_of(draft->id))) + ".");
  };
  compared(alternative.above, "More than ");
  compared(alternative.below, "Less than ");
  if (alternative.trend) {
    prose.add((prose.empty() ? "" : " ") + std::string("Changes by ") +
              in_points(*alternative.trend) + " a round.");
  }
  return prose.append(material.exhibits.references(alternative.grounds));
}

Table going_on_table(const Material& material) {
  Table table;
  table.caption = Prose("What each party gets without a deal, on a ")
                      .link("scale of its own from 0 to 100", "method")
                      .add(
                          ": 0 is the worst option on every issue, 100 the best. A draft has to "
                          "pass this to be "
                          "signed.");
  table.head = {"Party", "As the case has it", "Middle value, and the range of nine in ten"};
  for (std::size_t party = 0; party < material.source.parties.size(); ++party) {
    const auto& [id, entry] = material.source.parties[party];
    const casefile::NoDeal* alternative = material.source.no_deal.find(id);
    const bool known =
        alternative != nullptr && (alternative->value || alternative->above || alternative->below);
    Prose worlds("–");
    if (known && material.assessment.deals) {
      const assess::Spread& spread = material.assessment.deals->no_deal[party];
      const std::string median = fmt::format("{:.0f}", spread.middle);
      worlds = linked(fmt::format("{} ({:.0f} to {:.0f})", median, spread.low, spread.high), median,
                      "method");
    }
    table.rows.push_back(
        {Prose().strong(entry.name),
         known ? going_on(material, *alternative) : Prose().emphasis("nobody has estimated it"),
         std::move(worlds)});
    table.anchors.push_back(no_deal_anchor(material.source, party));
  }
  return table;
}

std::string condition_in_words(const casefile::Case& source, const casefile::Condition& written) {
  std::vector<std::string> parts;
  for (const auto& [issue_id, options] : written) {
    const Issue& issue = source.issues.at(issue_id);
    std::vector<std::string> titles;
    for (const Reference& each : options) titles.push_back(in_quotes(option_title(issue, each)));
    parts.push_back(joined(titles, " or ") + " (" + issue.title + ")");
  }
  return joined(parts);
}

// "Ostria takes “Shared” (The harbour) only with “Low” (Tolls)."
List conditions(const Material& material) {
  List list;
  for (const casefile::Linkage& each : material.source.linkages) {
    const casefile::Party* owner = each.by ? material.source.parties.find(each.by->id) : nullptr;
    const std::string when = condition_in_words(material.source, each.when);
    const std::string then = condition_in_words(material.source, each.then);
    Prose item;
    if (owner != nullptr) {
      item.strong(owner->name).add(" takes " + when + " only with " + then);
    } else {
      item.add(when + " comes only with " + then);
    }
    if (each.firmness) {
      item.add(", which is " + (each.firmness->word.empty()
                                    ? "meant with " + percent(each.firmness->mode)
                                    : each.firmness->word + " to be meant"));
    }
    list.items.push_back(item.add(".").append(material.exhibits.references(each.grounds)));
  }
  return list;
}

}  // namespace

Chapter positions(Material material) {
  Chapter chapter{"positions", "Where each party stands", {}};
  Table table;
  table.head = {"Issue"};
  std::vector<std::string> without;  // parties of which no position is known stand in a sentence
  std::vector<std::string> shown;
  for (const auto& [id, party] : material.source.parties) {
    const auto* stands = material.source.positions.find(id);
    if (stands == nullptr || stands->empty()) {
      without.push_back(party.name);
      continue;
    }
    shown.push_back(id);
    table.head.push_back(party.name);
  }
  if (shown.empty()) table.head.push_back("Options");
  for (std::size_t i = 0; i < material.source.issues.size(); ++i) {
    const auto& [issue_id, issue] = material.source.issues[i];
    std::vector<Prose> row{Prose().strong(issue.title)};
    if (shown.empty()) row.push_back(options_in_words(issue));
    for (const std::string& party : shown) {
      const Position* position = material.source.positions.at(party).find(issue_id);
      row.push_back(position == nullptr ? Prose().emphasis("no position known")
                                        : cell(material, issue, *position));
    }
    table.rows.push_back(std::move(row));
    table.anchors.push_back(issue_anchor(material.source, i));
  }
  const Prose caption =
      "What each party wants is the analyst’s estimate; what it says is taken from reports. The "
      "word after a red line tells how likely it is meant.";
  if (shown.empty()) {
    table.caption = caption;
    chapter.blocks.push_back(std::move(table));
  } else {
    chapter.blocks.push_back(Figure("grid", caption, grid_data(material, shown), std::move(table)));
  }
  if (!without.empty()) {
    chapter.blocks.push_back(
        Paragraph{"No position on any issue is known of " + joined(without) + "."});
  }
  if (List ties = conditions(material); !ties.items.empty()) {
    chapter.blocks.push_back(Paragraph{"Conditions that tie one issue to another:"});
    chapter.blocks.push_back(std::move(ties));
  }
  if (!material.source.no_deal.empty()) {
    chapter.blocks.push_back(going_on_table(material));
  }
  return chapter;
}

}  // namespace parley::brief
