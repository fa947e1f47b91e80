#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

Chapter disagreements(Material material) {
  Chapter chapter{"disagreements", "Where sources differ", {}};
  if (material.source.claims.empty()) {
    chapter.blocks.push_back(Paragraph{"The case records no rival claims."});
    return chapter;
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
  return chapter;
}

}  // namespace parley::brief
