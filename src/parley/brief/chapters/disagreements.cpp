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

Figure side_by_side(const Material& material, const Relation& relation) {
  const Json a = account(material, relation.a);
  const Json b = account(material, relation.b);
  Prose caption;
  caption.strong(capitalised(relation.topic))
      .add(": " + std::string(in_words(relation.kind)) + ". " + relation.explanation + " ")
      .link("[" + a["link"].get<std::string>().substr(7) + "]", a["link"])
      .add(" ")
      .link("[" + b["link"].get<std::string>().substr(7) + "]", b["link"]);
  return {"side_by_side",
          std::move(caption),
          {{"a", a}, {"b", b}, {"explanation", relation.explanation}}};
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
    table.rows.push_back({Prose().strong(rivals.topic), std::move(says), Prose(rivals.note)});
  }
  chapter.blocks.push_back(std::move(table));
}

// What the comparison of the reports found.
void add_comparison(const Material& material, Chapter& chapter) {
  if (material.record == nullptr) return;
  // Several pairs of passages may show one difference; the first stands for it.
  std::set<std::string> told;
  for (const Relation& each : material.record->relations) {
    if (!tells_a_difference(each.kind)) continue;
    if (!told.insert(each.topic + '\n' + each.explanation).second) continue;
    if (told.size() == 1) {
      chapter.blocks.push_back(
          Paragraph{"Passages of the reports next to each other, as Parley compared them. That two "
                    "accounts differ is no sign of which is right."});
    }
    chapter.blocks.push_back(side_by_side(material, each));
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
