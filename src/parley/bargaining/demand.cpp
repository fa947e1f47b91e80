#include "parley/bargaining/demand.hpp"

#include <fmt/format.h>

namespace parley::bargaining {
namespace {

std::string to_text(const Problem& problem, const std::vector<Condition>& conditions) {
  std::string text;
  for (const Condition& each : conditions) {
    const Issue& issue = problem.issues[each.issue];
    std::string options;
    for (const std::size_t option : each.options) {
      options += (options.empty() ? "“" : " or “") + issue.options[option].name + "”";
    }
    text += fmt::format("{}{} on {}", text.empty() ? "" : " and ", options, issue.name);
  }
  return text;
}

}  // namespace

std::vector<Demand> demands(const Problem& problem) {
  std::vector<Demand> all;
  for (std::size_t i = 0; i < problem.red_lines.size(); ++i) {
    if (binds(problem, problem.red_lines[i])) all.push_back({DemandKind::red_line, i});
  }
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    const Party& party = problem.parties[i];
    if (party.reservation && may_be_asked(problem, i)) all.push_back({DemandKind::reservation, i});
  }
  for (std::size_t i = 0; i < problem.linkages.size(); ++i) {
    const Linkage& linkage = problem.linkages[i];
    if (linkage.owner && binds(problem, linkage)) all.push_back({DemandKind::linkage, i});
  }
  return all;
}

std::size_t owner(const Problem& problem, Demand demand) {
  switch (demand.kind) {
    case DemandKind::red_line:
      return problem.red_lines[demand.index].party;
    case DemandKind::reservation:
      return demand.index;
    case DemandKind::linkage:
      return *problem.linkages[demand.index].owner;
  }
  return 0;
}

double firmness(const Problem& problem, Demand demand) {
  switch (demand.kind) {
    case DemandKind::red_line:
      return problem.red_lines[demand.index].firmness;
    case DemandKind::reservation:
      return problem.parties[demand.index].firmness;
    case DemandKind::linkage:
      return problem.linkages[demand.index].firmness;
  }
  return 0;
}

bool meets(const Problem& problem, Demand demand, const Deal& deal) {
  if (!consents_needed(problem, deal)[owner(problem, demand)]) return true;
  switch (demand.kind) {
    case DemandKind::red_line: {
      const RedLine& line = problem.red_lines[demand.index];
      return deal[line.issue] != line.option;
    }
    case DemandKind::reservation: {
      return utility(problem, demand.index, deal) >=
             *problem.parties[demand.index].reservation - tolerance(problem, demand.index);
    }
    case DemandKind::linkage:
      return keeps(problem.linkages[demand.index], deal);
  }
  return true;
}

std::string to_text(const Problem& problem, Demand demand) {
  const std::string& who = problem.parties[owner(problem, demand)].name;
  switch (demand.kind) {
    case DemandKind::red_line: {
      const RedLine& line = problem.red_lines[demand.index];
      const Issue& issue = problem.issues[line.issue];
      return fmt::format("{}: no “{}” on {}", who, issue.options[line.option].name, issue.name);
    }
    case DemandKind::reservation:
      return fmt::format("{}: at least {:.6g}, the value of no deal", who,
                         *problem.parties[demand.index].reservation);
    case DemandKind::linkage: {
      const Linkage& linkage = problem.linkages[demand.index];
      if (linkage.when.empty()) return fmt::format("{}: {}", who, to_text(problem, linkage.then));
      return fmt::format("{}: if {}, then {}", who, to_text(problem, linkage.when),
                         to_text(problem, linkage.then));
    }
  }
  return {};
}

}  // namespace parley::bargaining
