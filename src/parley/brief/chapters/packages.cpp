#include <fmt/format.h>

#include <algorithm>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/prose_name.hpp"

namespace parley::brief {
namespace {

using assess::Package;

// How many trades from each draft are told.
constexpr std::size_t kTradesShown = 3;

std::string_view best_at(assess::Principle principle) {
  switch (principle) {
    case assess::Principle::most_robust:
      return "Most likely to be signed by all.";
    case assess::Principle::within_red_lines:
      return "Most likely to be signed by all, if every red line and condition that is as likely "
             "meant as not must be kept.";
    case assess::Principle::fairest:
      return "Gives the side that is least willing to sign the best odds of signing.";
    case assess::Principle::most_valuable:
      return "The largest mean of all gains in sum, as if a point of every side counted the same.";
    case assess::Principle::best_for_the_weakest:
      return "The most for the side that gains least from the most robust one.";
  }
  return "";
}

// What was proved of it.
std::string proof(const Package& package) {
  if (package.proved) return "";
  const bool by_odds = package.principle == assess::Principle::most_robust ||
                       package.principle == assess::Principle::within_red_lines ||
                       package.principle == assess::Principle::fairest;
  return " Not proved: another may be better, by at most " +
         (by_odds ? fmt::format("{:.1f} % of the odds", 100 * package.gap)
                  : fmt::format("{:.1f} points", package.gap)) +
         ".";
}

std::string name_of(const Package& package) {
  return capitalised(std::string(in_words(package.principle)));
}

Prose crossed(const Material& material, const assess::View& view) {
  Prose prose;
  for (const assess::CrossedLine& line : view.crossed) {
    const std::string meant = percent(line.meant);
    prose.add(prose.empty() ? "\nCrosses its red line on " : " and on ")
        .append(linked(in_quotes(material.source.issues[line.issue].second.title) +
                           " (thought to be meant: " + meant + ")",
                       meant, issue_anchor(material.source, line.issue)));
  }
  return prose.empty() ? prose : prose.add(".");
}

Prose outcome(const Material& material, const assess::View& view) {
  const std::string to = no_deal_anchor(material.source, view.party);
  const std::string gain = gain_in_points(view.gain.middle);
  const std::string range = gain_in_points(view.gain.low) + " to " + gain_in_points(view.gain.high);
  const std::string merits = odds_in_numbers(view.prefers);
  const std::string signs = odds_in_numbers(view.signs);
  Prose cell = linked(gain + " (" + range + ")", gain, to)
                   .append(linked("; prefers it: " + merits, merits, to));
  if (signs != merits) cell.append(linked(", with red lines " + signs, signs, to));
  return cell.add(".").append(crossed(material, view));
}

// Whether a package takes an act of the party.
bool acts(const std::vector<assess::Package>& packages, std::size_t party) {
  return std::any_of(packages.begin(), packages.end(), [&](const assess::Package& each) {
    return std::find(each.needs.begin(), each.needs.end(), party) != each.needs.end();
  });
}

Table outcomes_of(const Material& material, const std::vector<Package>& packages) {
  Table table;
  table.caption =
      Prose(
          "What each package would bring, against no deal: the middle gain on the party’s own "
          "scale, with the range of nine in ten; and the odds that it prefers the "
          "package, on its merits, then with red lines counted where that differs. ")
          .link("Sampling alone", "method")
          .add(" may move odds by " + sampling_error(0.5, material.assessment.effective_worlds) +
               ".");
  table.head = {"Package", "Principle"};
  for (const auto& [id, party] : material.source.parties) {
    table.head.push_back(party.name + (needs_consent(party) ? ""
                                       : acts(packages, material.source.parties.index_of(id))
                                           ? " (asked where its act is needed)"
                                           : " (view only)"));
  }
  table.head.push_back("All whose consent is needed");
  for (std::size_t i = 0; i < packages.size(); ++i) {
    const Package& each = packages[i];
    Prose named = Prose().strong(each.title.empty() ? name_of(each) : each.title);
    if (!each.needs.empty()) {
      std::vector<std::string> names;
      for (const std::size_t party : each.needs) {
        names.push_back(casefile::name_in_prose(material.source.parties[party].second.name));
      }
      named.add(" (needs an act of " + joined(names) + ")");
    }
    std::vector<Prose> row{
        std::move(named),
        name_of(each) + ". " + std::string(best_at(each.principle)) + proof(each)};
    for (const assess::View& view : each.assessment.views) row.push_back(outcome(material, view));
    const assess::Odds joint = each.assessment.joint_signs;
    row.push_back(linked(capitalised(odds_in_words(joint)), percent(joint), "method"));
    table.rows.push_back(std::move(row));
    table.anchors.push_back(package_anchor(i));
  }
  return table;
}

// The terms: those on which the packages differ as a table, those that all share as a list.
void add_terms(const Material& material, const std::vector<Package>& packages, Chapter& chapter) {
  Table table;
  table.caption = "The terms on which the packages differ.";
  table.head = {"Issue"};
  for (const Package& each : packages) table.head.push_back(name_of(each));
  Prose shared;
  for (std::size_t issue = 0; issue < material.source.issues.size(); ++issue) {
    const casefile::Issue& entry = material.source.issues[issue].second;
    const auto title = [&](const Package& each) { return option_title(entry, each.deal[issue]); };
    const bool same = std::all_of(packages.begin(), packages.end(), [&](const Package& each) {
      return each.deal[issue] == packages.front().deal[issue];
    });
    if (same) {
      shared.add(shared.empty() ? "" : ", ")
          .link(in_quotes(title(packages.front())) + " (" + entry.title + ")",
                issue_anchor(material.source, issue));
      continue;
    }
    std::vector<Prose> row{Prose().link(entry.title, issue_anchor(material.source, issue))};
    for (const Package& each : packages) row.push_back(title(each));
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) chapter.blocks.push_back(std::move(table));
  if (shared.empty()) return;
  chapter.blocks.push_back(Paragraph{
      Prose(packages.size() == 1 ? "It says: " : "All of them say: ").append(shared).add(".")});
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
        steps.push_back(in_quotes(option_title(issue, step.to)) + " instead of " +
                        in_quotes(option_title(issue, step.from)) + " (" + issue.title + ")");
      }
      std::vector<std::string> gains;
      for (std::size_t party = 0; party < trade.gains.size(); ++party) {
        const casefile::Party& entry = material.source.parties[party].second;
        if (!needs_consent(entry)) continue;
        gains.push_back(
            fmt::format("{} +{:.1f}", entry.name, 100 * std::max(0.0, trade.gains[party])));
      }
      list.items.push_back(
          Prose()
              .link(draft_title(material.source, draft), draft_anchor(material.source, draft))
              .add(": " + joined(steps) + ". Mean gain in points: " + joined(gains) + "."));
    }
  }
  if (list.items.empty()) return;
  chapter.blocks.push_back(
      Paragraph{"Changes to the known terms of a draft that would leave no party whose consent is "
                "needed worse off, by their mean values, best joint gain first:"});
  chapter.blocks.push_back(std::move(list));
}

}  // namespace

std::string_view in_words(assess::Principle principle) {
  switch (principle) {
    case assess::Principle::most_robust:
      return "most robust";
    case assess::Principle::within_red_lines:
      return "most robust within the red lines";
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
    const auto& why = material.assessment.deals->analysis.explanation;
    chapter.blocks.push_back(Paragraph{
        why && why->impossible
            ? "Conditions that the case states as facts exclude every package, so none can be put "
              "forward."
            : "No package would be signed by all whose consent it needs, however the estimates of "
              "the case turn out, so none is put forward."});
    return chapter;
  }
  const bool proved =
      std::all_of(found.begin(), found.end(), [](const Package& each) { return each.proved; });
  chapter.blocks.push_back(Paragraph{
      std::string("Nobody at the table has proposed these packages; the program put them together "
                  "from the options of the case and chose among all of them") +
      (proved ? "; that each is the best by its principle is proved. " : ". ") +
      "The others trade something else than the most robust one and are signed at least half as "
      "often; a principle that finds no such package has none."});
  chapter.blocks.push_back(outcomes_of(material, found));
  add_terms(material, found, chapter);
  add_trades(material, chapter);
  return chapter;
}

}  // namespace parley::brief
