#include <nlohmann/json.hpp>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// "crosses its red line on Donbas"; what only a reading of open text crosses is said as such.
std::string lines_in_words(const Material& material, const assess::View& view) {
  std::vector<std::string> certain;
  std::vector<std::string> possible;
  for (const assess::CrossedLine& line : view.crossed) {
    auto& lines = line.certain ? certain : possible;
    const std::string& title = material.source.issues[line.issue].second.title;
    if (lines.empty() || lines.back() != title) lines.push_back(title);
  }
  std::string text;
  if (!certain.empty()) text = "crosses its red line on " + joined(certain);
  if (!possible.empty()) {
    if (!text.empty()) text += "; ";
    text += possible.size() > 3 ? "open text may cross " + count_in_words(possible.size()) + " more"
                                : "open text may cross one on " + joined(possible);
  }
  return text;
}

Table draft_table(const Material& material) {
  Table table;
  table.caption =
      "The odds that each party prefers a draft to going on, first on its merits, then with red "
      "lines "
      "counted; a range where unknown text decides.";
  table.head = {"Draft"};
  for (const auto& [id, party] : material.source.parties) {
    table.head.push_back(party.name + (needs_consent(party) ? "" : " (view only)"));
  }
  table.head.push_back("All whose consent is needed");
  for (const assess::DraftAssessment& draft : material.assessment.drafts) {
    std::vector<Prose> row{Prose().link(draft_title(material.source, draft.draft), "changes")};
    for (const assess::View& view : draft.views) {
      Prose cell = Prose(odds_in_numbers(view.prefers) + " on merits");
      if (view.signs.low != view.prefers.low || view.signs.high != view.prefers.high) {
        cell.add("; ").strong(odds_in_numbers(view.signs)).add(" with red lines");
      }
      const std::string lines = lines_in_words(material, view);
      if (!lines.empty()) cell.add(" – " + lines);
      cell.add(". Confidence in the inputs: " + std::string(in_words(view.confidence)) + ".");
      row.push_back(std::move(cell));
    }
    row.push_back(Prose().strong(capitalised(odds_in_words(draft.joint_signs))));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Figure odds_figure(const Material& material) {
  Json rows = Json::array();
  for (const assess::DraftAssessment& draft : material.assessment.drafts) {
    for (const assess::View& view : draft.views) {
      const auto& party = material.source.parties[view.party].second;
      if (!needs_consent(party)) continue;
      rows.push_back({{"group", draft_title(material.source, draft.draft)},
                      {"label", party.name},
                      {"low", view.prefers.low},
                      {"high", view.prefers.high},
                      {"link", "changes"}});
    }
  }
  return {
      "odds",
      "The odds, on the merits alone, that each party whose consent is needed prefers a draft to "
      "going on. A long bar means that text nobody has seen decides.",
      {{"rows", rows}}};
}

}  // namespace

Chapter acceptance(Material material) {
  Chapter chapter{"acceptance", "Who would take which draft", {}};
  if (material.assessment.drafts.empty()) {
    chapter.blocks.push_back(Paragraph{"The case holds no draft."});
    return chapter;
  }
  chapter.blocks.push_back(Paragraph{
      "A party is taken to prefer a draft when, in its own values, the draft is worth at least "
      "what it "
      "gets by going on without a deal. A draft that crosses a red line is not signed whatever "
      "else it "
      "offers; one that crosses none and that all whose consent is needed prefer is called "
      "acceptable "
      "to them. Where a text is not known, the odds run from the reading that is worst for the "
      "party to the "
      "one that is best; for several parties together, each is given its own best reading, so the "
      "upper end is a bound."});
  chapter.blocks.push_back(odds_figure(material));
  chapter.blocks.push_back(draft_table(material));
  return chapter;
}

}  // namespace parley::brief
