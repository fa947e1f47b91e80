#include "talks_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parley/brief/words.hpp"

namespace parley::app {
namespace {

using brief::percent;
using talks::Summary;

std::string interval(const talks::Odds& odds) {
  return fmt::format("{} ({} to {})", percent(odds.probability), percent(odds.low),
                     percent(odds.high));
}

std::string rounds(const Summary& summary) {
  std::string text = fmt::format("{:>7}  {:<38}  broken off by then\n", "round", "agreed by then");
  for (std::size_t r = 0; r < summary.by_round.size(); ++r) {
    const Summary::Round& each = summary.by_round[r];
    text += fmt::format("{:>7}  {:<38}  {}\n", r + 1, interval(each.agreement),
                        percent(each.breakdown));
  }
  return text;
}

std::string terms(const Summary& summary, const casefile::Case& source) {
  if (summary.terms.empty()) return {};
  std::string text = fmt::format("\nWhere they agree, in {} of the worlds, most often on:\n",
                                 percent(summary.agreement.probability));
  for (std::size_t k = 0; k < summary.terms.size(); ++k) {
    const auto& issue = source.issues[k].second;
    const auto most = std::ranges::max_element(summary.terms[k]);
    const auto option = static_cast<std::size_t>(most - summary.terms[k].begin());
    text += fmt::format("  {}: {} ({})\n", issue.title, issue.options[option].second.title,
                        percent(*most));
  }
  return text;
}

std::string gains(const assess::TalksAssessment& talks, const casefile::Case& source) {
  std::string text = "\nWhat each gains over going on, in points, whether they agree or not:\n";
  for (const std::size_t party : talks.seats) {
    const talks::Spread& gain = talks.summary.gains[party];
    text += fmt::format("  {}: {:.0f} on average, {:.0f} to {:.0f} in nine worlds of ten\n",
                        source.parties[party].second.name, gain.mean, gain.low, gain.high);
  }
  return text;
}

}  // namespace

std::string talks_summary(const assess::TalksAssessment& talks, const casefile::Case& source) {
  const Summary& summary = talks.summary;
  std::vector<std::string> names;
  for (const std::size_t party : talks.seats) names.push_back(source.parties[party].second.name);
  std::string text = fmt::format(
      "Talks of {} over {} rounds of {} days, in {} worlds.\n\n"
      "Agreement: {}. Broken off: {}. No agreement by the last round: {}.\n\n",
      brief::joined(names), talks.rounds, source.round.days_per_round,
      brief::with_separators(summary.talks), interval(summary.agreement),
      percent(summary.breakdown), percent(summary.stalemate));
  text += rounds(summary) + terms(summary, source) + gains(talks, source);
  text += "\nNobody estimated these, so they were drawn in each world:\n";
  for (const assess::Assumed& each : talks.assumed) {
    text += "  " + each.what + ": " + each.drawn_from + "\n";
  }
  return text;
}

std::string tournament_table(const std::vector<talks::TournamentRow>& rows) {
  std::size_t width = std::string_view("strategy").size();
  for (const auto& each : rows) width = std::max(width, each.strategy.size());
  std::string text = fmt::format("{:<{}}  {:>9}  {:>22}  {:>8}  {:>8}  {:>8}\n", "strategy", width,
                                 "agreement", "utility (95 %)", "Nash", "frontier", "welfare");
  for (const auto& each : rows) {
    const std::string utility = fmt::format("{:.3f} ({:.3f} to {:.3f})", each.utility.mean,
                                            each.utility.low, each.utility.high);
    text += fmt::format("{:<{}}  {:>9.3f}  {:>22}  {:>8.3f}  {:>8.3f}  {:>8.3f}\n", each.strategy,
                        width, each.agreement.mean, utility, each.nash.mean, each.frontier.mean,
                        each.welfare.mean);
  }
  return text +
         "\nAgreement: share of talks. Nash: product of gains as a share of the largest. Frontier: "
         "distance to it.\nWelfare: sum of utilities as a share of the largest.\n";
}

}  // namespace parley::app
