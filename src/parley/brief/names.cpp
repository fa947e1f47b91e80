#include "parley/brief/names.hpp"

#include "parley/casefile/prose_name.hpp"

#include <algorithm>

#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

std::string condition_in_words(const casefile::Case& source,
                               const std::vector<bargaining::Condition>& conditions) {
  std::vector<std::string> parts;
  for (const bargaining::Condition& each : conditions) {
    const casefile::Issue& issue = source.issues[each.issue].second;
    std::vector<std::string> options;
    for (const std::size_t option : each.options) {
      options.push_back(in_quotes(option_title(issue, option)));
    }
    parts.push_back(joined(options, " or ") + " (" + issue.title + ")");
  }
  return joined(parts);
}

std::string status_in_words(casefile::RoundStatus status) {
  switch (status) {
    case casefile::RoundStatus::held:
      return "";
    case casefile::RoundStatus::planned:
      return " (planned)";
    case casefile::RoundStatus::possible:
      return " (possible)";
    case casefile::RoundStatus::cancelled:
      return " (cancelled)";
  }
  return "";
}

}  // namespace

std::string draft_title(const casefile::Case& source, std::size_t draft) {
  const auto& [id, entry] = source.drafts[draft];
  return entry.title.empty() ? id : entry.title;
}

std::string round_title(const casefile::Case& source, const casefile::Round& round) {
  std::vector<std::string> names;
  for (const casefile::Reference& each : round.parties) {
    names.push_back(source.parties.at(each.id).name);
  }
  const std::string label =
      (round.where.empty() ? "Talks" : round.where) + status_in_words(round.status);
  return names.empty() ? label : label + ": " + joined(names);
}

std::string option_title(const casefile::Issue& issue, std::size_t option) {
  const auto& [id, entry] = issue.options[option];
  return entry.title.empty() ? id : entry.title;
}

std::string consenting_parties(const casefile::Case& source) {
  std::vector<std::string> names;
  for (const auto& [id, party] : source.parties) {
    if (needs_consent(party)) names.push_back(casefile::name_in_prose(party.name));
  }
  return joined(names);
}

std::size_t consenting_count(const casefile::Case& source) {
  return static_cast<std::size_t>(
      std::count_if(source.parties.begin(), source.parties.end(),
                    [](const auto& each) { return needs_consent(each.second); }));
}

bool tells_odds(const assess::Assessment& assessment) {
  return assessment.deals && assessment.deals->missing.empty();
}

std::string what_is_missing(const casefile::Case& source, const assess::Assessment& assessment) {
  std::vector<std::string> silent;
  bool no_deal = false;
  for (const assess::Missing& each : assessment.deals->missing) {
    if (each.what == assess::Missing::What::no_deal) no_deal = true;
    if (each.what == assess::Missing::What::stand && each.party) {
      silent.push_back(casefile::name_in_prose(source.parties[*each.party].second.name));
    }
  }
  std::string text;
  if (!silent.empty()) text = "what " + joined(silent) + (silent.size() == 1 ? " wants" : " want");
  if (!no_deal) return text;
  return text + (text.empty() ? "" : ", and ") + "what " + consenting_parties(source) +
         (consenting_count(source) > 1 ? " get" : " gets") + " without a deal";
}

std::string demand_in_words(const casefile::Case& source, const bargaining::Problem& problem,
                            const bargaining::Demand& demand) {
  const std::string& owner = source.parties[bargaining::owner(problem, demand)].second.name;
  switch (demand.kind) {
    case bargaining::DemandKind::red_line: {
      const bargaining::RedLine& line = problem.red_lines[demand.index];
      const casefile::Issue& issue = source.issues[line.issue].second;
      return possessive(owner) + " red line against " +
             in_quotes(option_title(issue, line.option)) + " (" + issue.title + ")";
    }
    case bargaining::DemandKind::reservation:
      return possessive(owner) + " demand for at least what it gets without a deal";
    case bargaining::DemandKind::linkage: {
      const bargaining::Linkage& linkage = problem.linkages[demand.index];
      return possessive(owner) + " condition that " + condition_in_words(source, linkage.when) +
             " comes only with " + condition_in_words(source, linkage.then);
    }
  }
  return {};
}

std::string issue_anchor(const casefile::Case& source, std::size_t issue) {
  return "issue-" + source.issues[issue].first;
}

std::string no_deal_anchor(const casefile::Case& source, std::size_t party) {
  return "no-deal-" + source.parties[party].first;
}

std::string draft_anchor(const casefile::Case& source, std::size_t draft) {
  return "draft-" + source.drafts[draft].first;
}

std::string odds_anchor(const casefile::Case& source, std::size_t draft) {
  return "odds-" + source.drafts[draft].first;
}

std::string package_anchor(std::size_t package) { return "package-" + std::to_string(package + 1); }

std::string driver_anchor(std::size_t driver) { return "driver-" + std::to_string(driver + 1); }

std::string demand_anchor(const casefile::Case& source, const bargaining::Problem& problem,
                          const bargaining::Demand& demand) {
  switch (demand.kind) {
    case bargaining::DemandKind::red_line:
      return issue_anchor(source, problem.red_lines[demand.index].issue);
    case bargaining::DemandKind::reservation:
      return no_deal_anchor(source, bargaining::owner(problem, demand));
    case bargaining::DemandKind::linkage:
      return "positions";
  }
  return {};
}

}  // namespace parley::brief
