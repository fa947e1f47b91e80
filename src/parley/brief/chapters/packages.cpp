#include <fmt/format.h>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

using assess::Package;

// How many trades from each draft are told.
constexpr std::size_t kTradesShown = 3;

std::string points(const assess::Spread& spread) {
  return fmt::format("{:+.0f} ({:+.0f} to {:+.0f})", spread.middle, spread.low, spread.high);
}

Table terms_of(const Material& material, const std::vector<Package>& packages) {
  Table table;
  table.caption = "What each package says.";
  table.head = {"Issue"};
  for (const Package& each : packages) {
    table.head.push_back(capitalised(std::string(in_words(each.principle))));
  }
  for (std::size_t issue = 0; issue < material.source.issues.size(); ++issue) {
    const casefile::Issue& entry = material.source.issues[issue].second;
    std::vector<Prose> row{Prose().strong(entry.title)};
    for (const Package& each : packages) row.push_back(option_title(entry, each.deal[issue]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Prose crossed(const Material& material, const assess::View& view) {
  std::vector<std::string> lines;
  for (const assess::CrossedLine& line : view.crossed) {
    lines.push_back(fmt::format("{} (meant: {})", material.source.issues[line.issue].second.title,
                                percent(line.meant)));
  }
  return lines.empty() ? Prose() : Prose("crosses its red line on " + joined(lines));
}

Table outcomes_of(const Material& material, const std::vector<Package>& packages) {
  Table table;
  table.caption =
      "What each package would bring, against going on: the median gain in points of the party's "
      "own "
      "scale, with the range that holds nine worlds in ten; and the odds that it prefers the "
      "package, "
      "first on its merits, then with red lines counted.";
  table.head = {"Party"};
  for (const Package& each : packages) {
    table.head.push_back(capitalised(std::string(in_words(each.principle))));
  }
  for (std::size_t party = 0; party < material.source.parties.size(); ++party) {
    const casefile::Party& entry = material.source.parties[party].second;
    std::vector<Prose> row{
        Prose().strong(entry.name).add(needs_consent(entry) ? "" : " (view only)")};
    for (const Package& each : packages) {
      const assess::View& view = each.assessment.views[party];
      Prose cell(points(view.gain) + "; prefers it: " + odds_in_numbers(view.prefers) +
                 ", with red lines " + odds_in_numbers(view.signs));
      if (const Prose lines = crossed(material, view); !lines.empty()) cell.add("; ").append(lines);
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  std::vector<Prose> all{Prose().strong("All whose consent is needed")};
  for (const Package& each : packages) {
    all.push_back(capitalised(odds_in_words(each.assessment.joint_signs)));
  }
  table.rows.push_back(std::move(all));
  return table;
}

void add_trades(const Material& material, Chapter& chapter) {
  const assess::DealsAssessment& deals = *material.assessment.deals;
  List list;
  for (std::size_t draft = 0; draft < deals.analysis.trades.size(); ++draft) {
    const bargaining::Trades& trades = deals.analysis.trades[draft].trades;
    for (std::size_t i = 0; i < std::min(kTradesShown, trades.trades.size()); ++i) {
      const bargaining::Trade& trade = trades.trades[i];
      std::vector<std::string> steps;
      for (const bargaining::TradeStep& step : trade.steps) {
        const casefile::Issue& issue = material.source.issues[step.issue].second;
        steps.push_back("on " + issue.title + ", “" + option_title(issue, step.to) + "” for “" +
                        option_title(issue, step.from) + "”");
      }
      std::vector<std::string> gains;
      for (std::size_t party = 0; party < trade.gains.size(); ++party) {
        const casefile::Party& entry = material.source.parties[party].second;
        if (!needs_consent(entry)) continue;
        gains.push_back(fmt::format("{} {:+.1f}", entry.name, 100 * trade.gains[party]));
      }
      list.items.push_back(
          Prose()
              .strong(draft_title(material.source, draft))
              .add(": " + joined(steps) + ". Mean gain in points: " + joined(gains) + "."));
    }
  }
  if (list.items.empty()) return;
  chapter.blocks.push_back(
      Paragraph{"Changes to the known terms of a draft that would leave no party whose consent is "
                "needed worse off, "
                "by their mean values, best joint gain first:"});
  chapter.blocks.push_back(std::move(list));
}

}  // namespace

std::string_view in_words(assess::Principle principle) {
  switch (principle) {
    case assess::Principle::most_robust:
      return "most robust";
    case assess::Principle::fairest:
      return "fairest";
    case assess::Principle::most_valuable:
      return "most valuable in sum";
    case assess::Principle::best_for_the_weakest:
      return "best for the weakest";
  }
  return "";
}

Chapter packages(Material material) {
  Chapter chapter{"packages", "Packages to compare", {}};
  const std::vector<Package>& found = material.assessment.deals->packages;
  if (found.empty()) {
    chapter.blocks.push_back(Paragraph{"No package was found."});
    return chapter;
  }
  chapter.blocks.push_back(
      Paragraph{"Nobody at the table has proposed these packages; the program put them together, "
                "each on another "
                "principle. The most robust is signed in most worlds; the fairest has the largest "
                "mean of the "
                "smallest gain; the most valuable the largest mean of all gains in sum, on the "
                "sides' own scales; the "
                "best for the weakest favours the side that gains least from the most robust one. "
                "All keep the red "
                "lines and conditions that are meant in at least half of the worlds, as far as any "
                "package can. "
                "Each is a local best: no change of one issue improves it."});
  chapter.blocks.push_back(outcomes_of(material, found));
  chapter.blocks.push_back(terms_of(material, found));
  add_trades(material, chapter);
  return chapter;
}

}  // namespace parley::brief
