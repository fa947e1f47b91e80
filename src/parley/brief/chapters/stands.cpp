#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/prose_name.hpp"

namespace parley::brief {
namespace {

using record::Record;
using record::Stance;
using record::StanceKind;

std::string name_of(const Record& record, const std::string& actor) {
  for (const record::Actor& each : record.actors) {
    if (each.id == actor) return each.name;
  }
  return {};
}

std::string issue_of(const casefile::Case& source, const Stance& stance) {
  const casefile::Issue* issue = source.issues.find(stance.issue);
  return issue == nullptr || issue->title.empty() ? stance.issue : issue->title;
}

std::string stand(const Stance& stance) {
  std::string word(name(stance.stance));
  std::replace(word.begin(), word.end(), '_', ' ');
  if (stance.stance == StanceKind::conditional) return "accepts on a condition";
  if (stance.stance == StanceKind::open) return "is open";
  if (stance.stance == StanceKind::accepts_partly) return "accepts in part";
  return stance.condition ? word + ", on a condition" : word;
}

// How the bottom line calls stands of one kind, as in "demands on “Control of land”".
constexpr std::pair<StanceKind, const char*> kInShort[] = {
    {StanceKind::demands, "demands"},
    {StanceKind::rejects, "refusals"},
    {StanceKind::accepts, "acceptance"},
    {StanceKind::accepts_partly, "acceptance in part"},
    {StanceKind::conditional, "conditional acceptance"},
    {StanceKind::offers, "offers"},
    {StanceKind::threatens, "threats"},
};

std::vector<std::string> stands_of(const casefile::Case& source, const Record& record,
                                   const std::string& party) {
  std::vector<std::string> parts;
  for (const auto& [kind, noun] : kInShort) {
    std::vector<std::string> issues;
    bool any = false;
    for (const Stance& each : record.stances) {
      if (each.stance != kind || name_of(record, each.party) != party) continue;
      any = true;
      if (each.issue.empty()) continue;
      const std::string issue = issue_of(source, each);
      if (std::find(issues.begin(), issues.end(), issue) == issues.end()) issues.push_back(issue);
    }
    // A stand on no issue that is known says little, but a threat is one.
    if (!any || (issues.empty() && kind != StanceKind::threatens)) continue;
    parts.push_back(noun + (issues.empty() ? "" : " on " + in_quotes(issues)));
  }
  return parts;
}

}  // namespace

Prose stands_in_short(const Material& material) {
  std::vector<std::string> clauses;
  for (const auto& [id, party] : material.source.parties) {
    if (!needs_consent(party)) continue;
    const auto parts = stands_of(material.source, *material.record, party.name);
    if (!parts.empty())
      clauses.push_back(casefile::name_in_prose(party.name) + " with " + joined(parts));
  }
  if (clauses.empty()) return {};
  return Prose().link("The reports show", "stands").add(" " + joined(clauses, "; "));
}

Chapter stands(Material material) {
  Chapter chapter{"stands", "What each side demands, offers, refuses and threatens", {}};
  const Record& record = *material.record;
  if (record.stances.empty()) {
    chapter.blocks.push_back(Paragraph{"No stand of anybody was found in the reports."});
    return chapter;
  }
  std::vector<std::string> parties;  // in the order of their first stand
  for (const Stance& each : record.stances) {
    if (std::find(parties.begin(), parties.end(), each.party) == parties.end())
      parties.push_back(each.party);
  }
  Table table;
  table.caption =
      "What the reports tell of where each side stands, as Parley read it, clause by clause; a "
      "number in brackets opens the passage, which decides.";
  table.head = {"Party", "Stand", "On", "In the words of the report", "Read with confidence"};
  for (const std::string& party : parties) {
    for (const Stance& each : record.stances) {
      if (each.party != party) continue;
      casefile::Evidence evidence;
      evidence.report.id = each.passage.report;
      evidence.span = each.passage.span;
      const std::string target = name_of(record, each.target);
      table.rows.push_back(
          {Prose().strong(name_of(record, party)),
           stand(each) + (target.empty() ? "" : " (towards " + target + ")"),
           each.issue.empty() ? "no single issue" : issue_of(material.source, each),
           Prose(in_quotes(shortened(each.text, 300)))
               .append(material.exhibits.references({evidence})),
           std::string(name(each.confidence))});
    }
  }
  chapter.blocks.push_back(std::move(table));
  return chapter;
}

}  // namespace parley::brief
