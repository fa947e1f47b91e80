#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "parley/brief/chapters/answer.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/prose_name.hpp"

namespace parley::brief {
namespace {

using assess::DraftAssessment;
using assess::View;

// Those whose consent every deal needs, and those whose act some draft takes.
std::vector<std::size_t> asked(const Material& material, Columns columns) {
  std::vector<std::size_t> parties;
  for (std::size_t i = 0; i < material.source.parties.size(); ++i) {
    const auto& drafts = material.assessment.drafts;
    const bool acts = std::any_of(drafts.begin(), drafts.end(), [&](const DraftAssessment& each) {
      return each.views[i].consent == assess::Consent::needed && !says_nothing(each.joint_signs);
    });
    const bool shown = acts && columns == Columns::asked;
    if (shown || needs_consent(material.source.parties[i].second)) parties.push_back(i);
  }
  return parties;
}

bool is_asked(const View& view) { return view.consent != assess::Consent::not_needed; }

std::string said(assess::Odds odds) {
  return says_nothing(odds) ? "Not known" : capitalised(odds_in_words(odds));
}

Json odds_json(assess::Odds odds) {
  return {{"low", odds.low}, {"high", odds.high}, {"said", said(odds)}};
}

// "Ukraine’s red lines on “Donbas” and “Army”", "four red lines of Ukraine"; empty for none.
std::string lines_of(const Material& material, const View& view) {
  std::vector<std::string> titles;
  for (const assess::CrossedLine& line : view.crossed) {
    const std::string title = in_quotes(material.source.issues[line.issue].second.title);
    if (line.certain && (titles.empty() || titles.back() != title)) titles.push_back(title);
  }
  if (titles.empty()) return {};
  const std::string name = casefile::name_in_prose(material.source.parties[view.party].second.name);
  if (titles.size() > 2) return count_in_words(titles.size()) + " red lines of " + name;
  return possessive(name) + (titles.size() == 1 ? " red line on " : " red lines on ") +
         joined(titles);
}

// What stands in the way of a draft for these parties: red lines that it crosses, and who would
// rather have no deal.
std::string in_the_way(const Material& material, const std::vector<std::size_t>& parties,
                       const DraftAssessment& draft) {
  std::vector<std::string> lines;
  std::vector<std::string> refuse;
  for (const std::size_t party : parties) {
    const View& view = draft.views[party];
    if (!is_asked(view)) continue;
    if (std::string text = lines_of(material, view); !text.empty()) {
      lines.push_back(std::move(text));
    } else if (view.prefers.high < kRefused) {
      refuse.push_back(casefile::name_in_prose(material.source.parties[party].second.name));
    }
  }
  std::string text;
  if (!lines.empty()) text = "Crosses " + joined(lines) + ".";
  if (!refuse.empty()) {
    // Without a verb that would have to agree with a name in the singular or the plural.
    text += (text.empty() ? "Worse than no deal for " : " Worse than no deal for ") +
            joined(refuse) + ".";
  }
  return text;
}

// One row of the picture and of its table.
struct Row {
  std::string name;
  std::string link;
  std::vector<std::optional<assess::Odds>> odds;  // of each party; nothing where it is not asked
  assess::Odds joint;
  std::string way;
};

// Whom the strip is about: `all` who are asked, and those `shown` of them, in the order of the
// case.
struct Parties {
  std::vector<std::size_t> all;
  std::vector<std::size_t> shown;
};

// In the order of the case.
std::vector<Row> rows_of(const Material& material, const Parties& parties, std::size_t most) {
  std::vector<const DraftAssessment*> shown = judged_drafts(material);
  if (shown.size() > most) shown.resize(most);
  std::vector<Row> rows;
  std::vector<std::string> unknown;
  for (const DraftAssessment& draft : material.assessment.drafts) {
    const std::string title = draft_title(material.source, draft.draft);
    if (says_nothing(draft.joint_signs)) {
      unknown.push_back(title);
      continue;
    }
    if (std::find(shown.begin(), shown.end(), &draft) == shown.end()) continue;
    Row row{title,
            odds_anchor(material.source, draft.draft),
            {},
            draft.joint_signs,
            in_the_way(material, parties.all, draft)};
    for (const std::size_t party : parties.shown) {
      const View& view = draft.views[party];
      row.odds.push_back(is_asked(view) ? std::optional(view.signs) : std::nullopt);
    }
    rows.push_back(std::move(row));
  }
  if (!unknown.empty()) {
    rows.push_back({joined(unknown),
                    "unknowns",
                    {parties.shown.size(), assess::Odds{0, 1}},
                    assess::Odds{0, 1},
                    "Too little of the text is known."});
  }
  return rows;
}

std::string finding(const Material& material, const std::vector<std::size_t>& parties,
                    const std::vector<Row>& rows) {
  const auto judged = judged_drafts(material);
  if (judged.empty()) return rows.empty() ? "" : "Too little of the drafts is known to judge them";
  const bool each_fails = std::all_of(judged.begin(), judged.end(), [&](const auto* draft) {
    return std::any_of(parties.begin(), parties.end(), [&](std::size_t party) {
      const View& view = draft->views[party];
      return is_asked(view) && view.signs.high < kRefused;
    });
  });
  const std::string best = in_quotes(draft_title(material.source, judged.front()->draft));
  if (judged.size() == 1) {
    return best + (each_fails ? " fails with at least one side" : ", and who would sign it");
  }
  return each_fails ? "Every draft whose text is known fails with at least one side"
                    : best + " comes nearest to what all would sign";
}

Table numbers_of(const Material& material, const std::vector<std::size_t>& parties,
                 const std::vector<Row>& rows) {
  const assess::DealsAssessment& deals = *material.assessment.deals;
  Table table;
  table.head = {"Would sign"};
  for (const std::size_t party : parties) {
    table.head.push_back(material.source.parties[party].second.name);
  }
  if (parties.size() > 1) table.head.push_back("All together");
  table.head.push_back("In the way");
  for (const Row& row : rows) {
    std::vector<Prose> cells{Prose().link(row.name, row.link)};
    for (const auto& odds : row.odds) cells.push_back(odds ? said(*odds) : "not asked");
    if (parties.size() > 1) cells.push_back(said(row.joint));
    cells.push_back(row.way);
    table.rows.push_back(std::move(cells));
  }
  const std::optional<Reach> ends = reach(material);
  std::vector<Prose> any{Prose().link("Some deal", "deal")};
  for (std::size_t i = 1; i < parties.size(); ++i) any.push_back("–");
  if (parties.size() > 1) any.push_back("–");
  any.push_back(capitalised(odds_in_words({deals.zone, deals.zone})));
  any.push_back(ends ? Prose("Anything from " + from_to(ends->odds) + ", by " +
                             what_decides(material.source, *ends) + ".")
                     : Prose());
  table.rows.push_back(std::move(any));
  return table;
}

// The key of the large picture: only of the kinds of dots that it has.
std::string key(assess::Odds span) {
  return span.low < 0.005 ? "Filled: as estimated; hatched: at the very most."
                          : "Dark: at the very least; paler: as estimated; hatched: at the most.";
}

}  // namespace

Figure strip(const Material& material, Columns columns, std::size_t most) {
  const casefile::Case& source = material.source;
  const assess::DealsAssessment& deals = *material.assessment.deals;
  const Parties parties{asked(material, Columns::asked), asked(material, columns)};
  const std::vector<Row> rows = rows_of(material, parties, most);
  Json names = Json::array();
  for (const std::size_t party : parties.shown) {
    names.push_back(source.parties[party].second.name);
  }
  Json drafts = Json::array();
  for (const Row& row : rows) {
    Json odds = Json::array();
    for (const auto& each : row.odds) odds.push_back(each ? odds_json(*each) : Json(nullptr));
    drafts.push_back({{"label", row.name},
                      {"link", row.link},
                      {"odds", odds},
                      {"joint", odds_json(row.joint)},
                      {"way", row.way}});
  }
  const std::optional<Reach> ends = reach(material);
  const assess::Odds span = ends ? ends->odds : assess::Odds{deals.zone, deals.zone};
  Json any{
      {"low", std::min(span.low, deals.zone)},
      {"at", deals.zone},
      {"high", std::max(span.high, deals.zone)},
      {"said", capitalised(odds_in_words({deals.zone, deals.zone}))},
      {"title",
       rows.empty() ? "A deal that all would sign" : "Some other deal that all would sign"},
      {"told", ends ? "Anything from " + from_to(span) + " fits what is known. " + key(span) : ""},
      {"link", "deal"}};
  Figure figure(
      "strip",
      Prose("Each dot is one in a hundred of the ")
          .link("versions of the situation that agree with the sources", "method")
          .add(". In a filled one the party would sign; hatched dots depend on what is not "
               "known."),
      {{"parties", names}, {"rows", drafts}, {"any", any}},
      numbers_of(material, parties.shown, rows));
  figure.title = finding(material, parties.all, rows);
  return figure;
}

}  // namespace parley::brief
