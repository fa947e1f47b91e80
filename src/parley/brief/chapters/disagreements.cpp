#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

using record::Relation;
using record::RelationKind;

// Whether a relation shows where reports differ, rather than that they agree.
bool tells_a_difference(RelationKind kind) {
  switch (kind) {
    case RelationKind::contradiction:
    case RelationKind::wording:
    case RelationKind::attribution:
    case RelationKind::version_chain:
    case RelationKind::near_agreement:
      return true;
    case RelationKind::agreement:
    case RelationKind::name_variant:
      return false;
  }
  return false;
}

std::string_view in_words(RelationKind kind) {
  switch (kind) {
    case RelationKind::contradiction:
      return "cannot both hold";
    case RelationKind::wording:
      return "the same in other words";
    case RelationKind::attribution:
      return "said by others";
    case RelationKind::version_chain:
      return "one version after another";
    case RelationKind::near_agreement:
      return "agree within their margins";
    case RelationKind::agreement:
      return "agree";
    case RelationKind::name_variant:
      return "one name in two spellings";
  }
  return "";
}

// One of the two passages with the text around it, in which it is marked.
Json account(const Material& material, const record::Passage& passage) {
  casefile::Evidence evidence;
  evidence.report.id = passage.report;
  evidence.span = passage.span;
  const Exhibit& exhibit = material.exhibits.exhibit(evidence);
  const std::size_t start = count_code_points(exhibit.before);
  return {{"origin", exhibit.origin},
          {"text", exhibit.before + exhibit.passage + exhibit.after},
          {"marks", {{start, start + count_code_points(exhibit.passage)}}},
          {"link", exhibit.anchor}};
}

std::string sentence(const std::string& text) {
  return text.empty() || text.ends_with('.') ? text : text + ".";
}

Prose in_short(const Material& material, const Relation& relation) {
  casefile::Evidence a;
  a.report.id = relation.a.report;
  a.span = relation.a.span;
  casefile::Evidence b;
  b.report.id = relation.b.report;
  b.span = relation.b.span;
  return Prose()
      .strong(capitalised(relation.topic))
      .add(": " + std::string(in_words(relation.kind)) + ". " + sentence(relation.explanation))
      .append(material.exhibits.references({a, b}));
}

Figure side_by_side(const Material& material, const Relation& relation) {
  return {"side_by_side",
          in_short(material, relation),
          {{"a", account(material, relation.a)}, {"b", account(material, relation.b)}}};
}

// What the analyst wrote down.
void add_rival_claims(const Material& material, Chapter& chapter) {
  if (material.source.claims.empty()) {
    chapter.blocks.push_back(Paragraph{"The case records no rival claims."});
    return;
  }
  chapter.blocks.push_back(
      Paragraph{"Rival claims stand side by side; none is preferred here, and none is averaged "
                "into another."});
  Table table;
  table.head = {"On", "What the sources say", "How to read it"};
  for (const casefile::RivalClaims& rivals : material.source.claims) {
    Prose says;
    for (const casefile::Claim& claim : rivals.claims) {
      if (!says.empty()) says.add(" / ");
      says.add(claim.says);
      if (!claim.by.empty()) says.add(" (" + claim.by + ")");
      says.append(material.exhibits.references(claim.evidence));
    }
    table.rows.push_back(
        {Prose().strong(capitalised(rivals.topic)), std::move(says), Prose(rivals.note)});
  }
  chapter.blocks.push_back(std::move(table));
}

bool cites(const casefile::RivalClaims& rivals, const record::Passage& passage) {
  for (const casefile::Claim& claim : rivals.claims) {
    for (const casefile::Evidence& each : claim.evidence) {
      if (each.report.id != passage.report || !each.span) continue;
      if (each.span->start < passage.span.end && passage.span.start < each.span->end) return true;
    }
  }
  return false;
}

// Whether the analyst has written down this difference, with both passages.
bool is_written_down(const casefile::Case& source, const Relation& relation) {
  return std::any_of(source.claims.begin(), source.claims.end(), [&](const auto& rivals) {
    return cites(rivals, relation.a) && cites(rivals, relation.b);
  });
}

// What the comparison of the reports found beyond that. Several pairs of passages may show one
// difference; the first stands for it. The first difference on a topic is shown side by side, more
// of them as a list.
void add_comparison(const Material& material, Chapter& chapter) {
  if (material.record == nullptr) return;
  std::set<std::string> told;
  std::vector<std::pair<std::string, std::vector<const Relation*>>> topics;
  for (const Relation& each : material.record->relations) {
    if (!tells_a_difference(each.kind) || is_written_down(material.source, each)) continue;
    if (!told.insert(each.topic + '\n' + each.explanation).second) continue;
    auto topic = std::find_if(topics.begin(), topics.end(),
                              [&](const auto& known) { return known.first == each.topic; });
    if (topic == topics.end()) topic = topics.insert(topics.end(), {each.topic, {}});
    topic->second.push_back(&each);
  }
  if (topics.empty()) return;
  chapter.blocks.push_back(
      Paragraph{"Passages of the reports next to each other, as Parley compared them. That two "
                "accounts differ is no sign of which is right."});
  for (const auto& [topic, relations] : topics) {
    chapter.blocks.push_back(side_by_side(material, *relations.front()));
    List more;
    for (std::size_t i = 1; i < relations.size(); ++i) {
      more.items.push_back(in_short(material, *relations[i]));
    }
    if (!more.items.empty()) chapter.blocks.push_back(std::move(more));
  }
}

}  // namespace

Chapter disagreements(Material material) {
  Chapter chapter{"disagreements", "Where sources differ", {}};
  add_rival_claims(material, chapter);
  add_comparison(material, chapter);
  return chapter;
}

}  // namespace parley::brief
