#include "deals_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "parley/bargaining/demand.hpp"
#include "parley/base/text.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"
#include "terminal.hpp"

namespace parley::app {
namespace {

using bargaining::Analysis;
using bargaining::Concept;
using bargaining::Deal;
using bargaining::Problem;
using bargaining::Solution;

constexpr std::size_t kMostListed = 5;  // conflicts, openings, trades of a draft

// The words of a text in lines as wide as the terminal, those after the first begun with `indent`
// blanks.
std::string wrapped(const std::string& text, std::size_t indent) {
  const std::size_t columns = terminal_width();
  std::string lines;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    const std::size_t width = count_code_points(word);
    if (column > indent && column + 1 + width > columns) {
      lines += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (at > 0) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += width;
    at = end + 1;
  }
  return lines + "\n";
}

// A utility in points of the party's scale, from 0 to 100, to one decimal.
std::string points(double utility) {
  const std::string text = fmt::format("{:.1f}", 100 * utility);
  return text == "-0.0" ? "0.0" : text;
}

std::string title(Concept concept_) {
  switch (concept_) {
    case Concept::nash:
      return "Nash";
    case Concept::kalai_smorodinsky:
      return "Kalai–Smorodinsky";
    case Concept::egalitarian:
      return "egalitarian";
    case Concept::utilitarian:
      return "utilitarian";
  }
  return {};
}

std::string in_words(const Problem& problem, const Deal& deal) {
  std::vector<std::string> terms;
  for (std::size_t k = 0; k < deal.size(); ++k) {
    terms.push_back(problem.issues[k].name + ": " + problem.issues[k].options[deal[k]].name);
  }
  return brief::joined(terms, "; ");
}

// Left-aligned, filled up to a width in code points.
std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  return text + std::string(width - std::min(width, length), ' ');
}

// "1 deal", "15,625 deals".
std::string counted(const std::string& digits, const std::string& what) {
  return brief::with_separators(digits) + " " + what + (digits == "1" ? "" : "s");
}

// Whose value of no deal nobody has estimated, so that the counts say nothing for it.
std::string not_known(const Problem& problem) {
  std::vector<std::string> parties;
  for (const bargaining::Party& each : problem.parties) {
    if (each.consents && !each.reservation) parties.push_back(each.name);
  }
  if (parties.empty()) return {};
  return " What " + brief::joined(parties) + (parties.size() == 1 ? " has" : " have") +
         " without a deal is not known; any deal is counted as good enough for " +
         (parties.size() == 1 ? "it." : "them.");
}

std::string counts(const Problem& problem, const Analysis& analysis) {
  const auto& zone = analysis.zone;
  std::string text = counted(analysis.outcomes.to_string(), "possible deal") + " on " +
                     counted(std::to_string(problem.issues.size()), "issue") + ". ";
  if (!zone.exists) {
    text += "None of them is better than no deal for every party that must consent.";
    for (const std::size_t party : zone.out_of_reach) {
      text += " No deal at all gives “" + problem.parties[party].name + "” what it has without.";
    }
    return wrapped(text, 0);
  }
  text += zone.outcomes ? brief::with_separators(zone.outcomes->to_string())
                        : std::string("Some, too many to count,");
  text += zone.outcomes && zone.outcomes->to_string() == "1" ? " is" : " are";
  text += " at least as good as no deal for every party that must consent.";
  text = wrapped(text + not_known(problem), 0);
  const auto& frontier = analysis.frontier;
  std::string bettered = "Nobody can do better without somebody's loss at " +
                         counted(std::to_string(frontier.points.size()), "point") + " (" +
                         counted(frontier.outcomes.to_string(), "deal") + ").";
  if (!frontier.exact) {
    bettered = "The frontier is covered by " + brief::with_separators(frontier.points.size()) +
               " points; no deal betters the nearest of them by more than " + points(frontier.gap) +
               " points.";
  }
  if (analysis.opposition) bettered += " Opposition " + points(*analysis.opposition) + ".";
  return text + wrapped(bettered, 0);
}

// A row a party: what it has without a deal and under each solution, in points.
std::string utilities_table(const Problem& problem, const Analysis& analysis) {
  constexpr std::size_t kWidest = 28;
  const std::size_t wide = terminal_width();
  const std::size_t column = std::clamp<std::size_t>((wide - wide / 4) / 5, 6, 14);
  const std::size_t first = std::min(kWidest, wide - 5 * column);
  const auto heading = [&](const std::string& text) {
    return padded(brief::shortened(text, column - 1), column);
  };
  std::string header = padded("points, 0 to 100", first) + heading("no deal");
  for (const Solution& each : analysis.solutions) {
    header +=
        heading(each.concept_ == Concept::kalai_smorodinsky ? "Kalai–Smor." : title(each.concept_));
  }
  header.erase(header.find_last_not_of(' ') + 1);
  std::string table = header + "\n";
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    const bargaining::Party& party = problem.parties[i];
    const std::string name = party.name + (party.consents ? "" : " (no veto)");
    std::string row = padded(brief::shortened(name, first - 2), first);
    row += heading(party.reservation ? points(*party.reservation) : "not known");
    for (const Solution& each : analysis.solutions) {
      row += padded(points(each.maximisers.front().utilities[i]), column);
    }
    row.erase(row.find_last_not_of(' ') + 1);
    table += row + "\n";
  }
  return table;
}

std::string ties(const Solution& solution) {
  bargaining::Count count = 0;
  for (const bargaining::Point& each : solution.maximisers) count += each.outcomes;
  if (count == bargaining::Count(1)) return {};
  return " (one of " + brief::with_separators(count.to_string()) + " that tie)";
}

std::string solutions(const Problem& problem, const Analysis& analysis) {
  std::string text = utilities_table(problem, analysis) + "\n";
  std::vector<Deal> told;
  std::vector<std::string> told_as;
  for (const Solution& each : analysis.solutions) {
    const Deal& deal = each.maximisers.front().deals.front();
    const auto before = std::ranges::find(told, deal);
    std::string line = brief::capitalised(title(each.concept_)) + ties(each) + ": ";
    line += before != told.end()
                ? "as " + told_as[static_cast<std::size_t>(before - told.begin())] + "."
                : in_words(problem, deal) + ".";
    if (!each.exact) {
      line += " The best of all is better by at most " + points(each.gap) + " points.";
    }
    if (!each.note.empty()) line += " " + brief::capitalised(each.note);
    text += wrapped(line, 2);
    told.push_back(deal);
    told_as.push_back(title(each.concept_));
  }
  return text;
}

// A demand in the problem's names; what a side has without a deal in points.
std::string in_words(const Problem& problem, bargaining::Demand demand) {
  if (demand.kind != bargaining::DemandKind::reservation) return to_text(problem, demand);
  const bargaining::Party& party = problem.parties[demand.index];
  return party.name + ": at least " + points(*party.reservation) +
         " points, what it has without a deal";
}

std::string demands(const Problem& problem, const std::vector<bargaining::Demand>& all) {
  std::vector<std::string> texts;
  for (const bargaining::Demand each : all) texts.push_back(in_words(problem, each));
  return brief::joined(texts, "; ");
}

template <class Each>
std::string listed(const std::string& heading, std::size_t count, Each each) {
  if (count == 0) return {};
  std::string text = "\n" + heading + "\n";
  for (std::size_t i = 0; i < std::min(count, kMostListed); ++i)
    text += wrapped("  - " + each(i), 4);
  if (count > kMostListed) text += fmt::format("  and {} more\n", count - kMostListed);
  return text;
}

std::string explanation(const Problem& problem, const bargaining::Explanation& why) {
  if (why.impossible) {
    return "\nThe linkages that are facts exclude every deal; no softening helps.\n";
  }
  return listed("What cannot stand together:", why.conflicts.size(),
                [&](std::size_t i) { return demands(problem, why.conflicts[i].demands); }) +
         listed("What would open a zone, the least firm first:", why.openings.size(),
                [&](std::size_t i) {
                  const bargaining::Opening& opening = why.openings[i];
                  std::vector<std::string> texts;
                  for (std::size_t d = 0; d < opening.demands.size(); ++d) {
                    std::string text = in_words(problem, opening.demands[d]);
                    if (opening.shortfall[d] > 0) {
                      text += " (lower by " + points(opening.shortfall[d]) + " points)";
                    }
                    texts.push_back(std::move(text));
                  }
                  return brief::joined(texts, "; ");
                });
}

std::string in_words(const Problem& problem, const bargaining::Trade& trade) {
  std::vector<std::string> steps;
  for (const bargaining::TradeStep& each : trade.steps) {
    const bargaining::Issue& issue = problem.issues[each.issue];
    steps.push_back(issue.name + ": " + issue.options[each.from].name + " → " +
                    issue.options[each.to].name);
  }
  std::vector<std::string> gains;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    const std::string gain = points(trade.gains[i]);
    gains.push_back(problem.parties[i].name + (gain.starts_with('-') ? " " : " +") + gain);
  }
  return brief::joined(steps, "; ") + " (" + brief::joined(gains, ", ") + ")";
}

}  // namespace

std::string deals_summary(const Problem& problem, const Analysis& analysis) {
  std::string text = counts(problem, analysis);
  if (analysis.zone.exists) text += "\n" + solutions(problem, analysis);
  if (analysis.explanation) text += explanation(problem, *analysis.explanation);
  for (const bargaining::DraftTrades& draft : analysis.trades) {
    text +=
        listed("Trades from “" + draft.draft + "” that leave no party that must consent worse off:",
               draft.trades.trades.size(),
               [&](std::size_t i) { return in_words(problem, draft.trades.trades[i]); });
  }
  return text;
}

Analysis with_titles(Analysis analysis, const casefile::Case& source) {
  for (bargaining::DraftTrades& each : analysis.trades) {
    const casefile::Draft* draft = source.drafts.find(each.draft);
    if (draft != nullptr && !draft->title.empty()) each.draft = draft->title;
  }
  return analysis;
}

Problem with_titles(Problem problem, const casefile::Case& source) {
  const auto titled = [](const std::string& title, const std::string& id) {
    return title.empty() ? id : title;
  };
  for (bargaining::Party& each : problem.parties)
    each.name = titled(source.parties.at(each.name).name, each.name);
  for (bargaining::Issue& each : problem.issues) {
    const casefile::Issue& issue = source.issues.at(each.name);
    for (bargaining::Option& option : each.options)
      option.name = titled(issue.options.at(option.name).title, option.name);
    each.name = titled(issue.title, each.name);
  }
  return problem;
}

std::string untold_summary(const Problem& titled, const Analysis& analysis,
                           const std::string& missing) {
  return wrapped(counted(analysis.outcomes.to_string(), "possible deal") + " on " +
                     counted(std::to_string(titled.issues.size()), "issue") +
                     ". Which of them anybody would take is not known: the case does not say " +
                     missing + ".",
                 0);
}

std::string worlds_summary(const Problem& titled, const assess::DealsAssessment& deals) {
  const std::string text =
      "\n" + wrapped("Over the worlds that agree with the case " +
                         brief::odds_clause({deals.zone, deals.zone},
                                            "a deal exists that all would sign") +
                         ".",
                     0);
  return text + listed("Packages put together here:", deals.packages.size(), [&](std::size_t i) {
           const assess::Package& each = deals.packages[i];
           return std::string(brief::in_words(each.principle)) + " (" + each.title + "), " +
                  brief::odds_in_numbers(each.assessment.joint_signs) + " that all sign" +
                  (each.proved ? "" : ", not proved the best") + ": " + in_words(titled, each.deal);
         });
}

}  // namespace parley::app
