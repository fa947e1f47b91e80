#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// "Crosses its red line on “Donbas”"; what only a reading of open text crosses is said as such.
std::string lines_in_words(const Material& material, const assess::View& view) {
  std::vector<std::string> certain;
  std::vector<std::string> possible;
  for (const assess::CrossedLine& line : view.crossed) {
    auto& lines = line.certain ? certain : possible;
    const std::string& title = material.source.issues[line.issue].second.title;
    if (lines.empty() || lines.back() != title) lines.push_back(title);
  }
  std::string text;
  if (!certain.empty())
    text = (certain.size() == 1 ? " Crosses its red line on " : " Crosses its red lines on ") +
           in_quotes(certain) + ".";
  if (!possible.empty()) {
    text += " Open text may cross " +
            (possible.size() > 3 ? count_in_words(possible.size()) +
                                       (certain.empty() ? "" : " more") + " of its red lines."
                                 : (certain.empty() ? "its red line on " : "also that on ") +
                                       in_quotes(possible) + ".");
  }
  return text;
}

Prose odds_cell(const Material& material, const assess::View& view) {
  const std::string merits = odds_in_numbers(view.prefers);
  const std::string signs = odds_in_numbers(view.signs);
  const std::string to = no_deal_anchor(material.source, view.party);
  Prose cell = linked(merits + " on its merits", merits, to);
  if (signs != merits) cell.append(linked("; " + signs + " with red lines", signs, to));
  return cell.add("." + lines_in_words(material, view) +
                  " Inputs: " + std::string(in_words(view.confidence)) + ".");
}

Table draft_table(const Material& material) {
  Table table;
  table.caption =
      "The odds that each party prefers a draft to having no deal, first on its merits, then with "
      "red "
      "lines counted where that differs; a range where unknown text decides. Last the confidence "
      "in what this rests on.";
  table.head = {"Draft"};
  for (const auto& [id, party] : material.source.parties) {
    table.head.push_back(party.name + (needs_consent(party) ? "" : " (view only)"));
  }
  table.head.push_back("All whose consent is needed");
  for (const assess::DraftAssessment& draft : material.assessment.drafts) {
    std::vector<Prose> row{Prose().link(draft_title(material.source, draft.draft),
                                        draft_anchor(material.source, draft.draft))};
    for (const assess::View& view : draft.views) row.push_back(odds_cell(material, view));
    row.push_back(linked(capitalised(odds_in_words(draft.joint_signs)), percent(draft.joint_signs),
                         "method"));
    table.rows.push_back(std::move(row));
    table.anchors.push_back(odds_anchor(material.source, draft.draft));
  }
  return table;
}

// Red lines need no estimate of what going on gets; where that is not known they are all there is.
List red_lines_alone(const Material& material) {
  List list;
  for (const assess::DraftAssessment& draft : material.assessment.drafts) {
    for (const assess::View& view : draft.views) {
      const auto& party = material.source.parties[view.party].second;
      const std::string lines = lines_in_words(material, view);
      if (!needs_consent(party) || lines.empty()) continue;
      list.items.push_back(Prose()
                               .link(draft_title(material.source, draft.draft),
                                     draft_anchor(material.source, draft.draft))
                               .add(", " + party.name + ":" + lines));
    }
  }
  return list;
}

}  // namespace

Chapter acceptance(Material material) {
  Chapter chapter{"acceptance", "Who would take which draft", {}};
  if (material.assessment.drafts.empty()) {
    chapter.blocks.push_back(Paragraph{"The case holds no draft."});
    return chapter;
  }
  if (!tells_odds(material.assessment)) {
    chapter.blocks.push_back(Paragraph{
        "This cannot be told yet: a party signs a draft that is worth more to it than "
        "having no deal" +
        (material.assessment.deals
             ? ", and nobody has said " + what_is_missing(material.source, material.assessment)
             : std::string(", and no party is known whose consent a deal needs")) +
        ". Odds made from nothing would mean nothing, so none are given."});
    if (List lines = red_lines_alone(material); !lines.items.empty()) {
      chapter.blocks.push_back(Paragraph{"What can be told is which red lines a draft crosses:"});
      chapter.blocks.push_back(std::move(lines));
    }
    return chapter;
  }
  chapter.blocks.push_back(Paragraph{
      "A party is taken to sign a draft when the draft is worth at least as much to it as having "
      "no "
      "deal, and crosses none of its red lines. Where a text is not known, the odds run from the "
      "reading that is worst for the party to the one that is best; for several parties together "
      "each is given its own best reading, so the upper end is a bound."});
  chapter.blocks.push_back(draft_table(material));
  return chapter;
}

}  // namespace parley::brief
