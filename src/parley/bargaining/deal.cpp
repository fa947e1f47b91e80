#include "parley/bargaining/deal.hpp"

#include <algorithm>
#include <cmath>

namespace parley::bargaining {

Count count_outcomes(const Problem& problem) {
  Count count = 1;
  for (const Issue& each : problem.issues) count *= each.options.size();
  return count;
}

bool holds(const Condition& condition, const Deal& deal) {
  return std::ranges::find(condition.options, deal[condition.issue]) != condition.options.end();
}

namespace {

bool all_hold(const std::vector<Condition>& conditions, const Deal& deal) {
  return std::ranges::all_of(conditions, [&](const Condition& each) { return holds(each, deal); });
}

}  // namespace

bool may_be_asked(const Problem& problem, std::size_t party) {
  return problem.parties[party].consents ||
         std::ranges::any_of(problem.acts, [&](const Act& act) { return act.party == party; });
}

bool binds(const Problem& problem, const Linkage& linkage) {
  return !linkage.owner || may_be_asked(problem, *linkage.owner);
}

bool binds(const Problem& problem, const RedLine& line) {
  return may_be_asked(problem, line.party);
}

std::vector<bool> consents_needed(const Problem& problem, const Deal& deal) {
  std::vector<bool> needed;
  for (const Party& each : problem.parties) needed.push_back(each.consents);
  for (const Act& act : problem.acts) {
    if (deal[act.issue] == act.option) needed[act.party] = true;
  }
  return needed;
}

bool keeps(const Linkage& linkage, const Deal& deal) {
  return !all_hold(linkage.when, deal) || all_hold(linkage.then, deal);
}

double tolerance(const Problem& problem, std::size_t party) {
  const Party& who = problem.parties[party];
  double scale = 0;
  for (std::size_t k = 0; k < who.values.size(); ++k) {
    double largest = 0;
    for (const double value : who.values[k]) largest = std::max(largest, std::abs(value));
    scale += who.weights[k] * largest;
  }
  for (const Interaction& each : problem.interactions) {
    if (each.party == party) scale += std::abs(each.value);
  }
  return kTolerance * scale;
}

double utility(const Problem& problem, std::size_t party, const Deal& deal) {
  const Party& who = problem.parties[party];
  double sum = 0;
  for (std::size_t k = 0; k < deal.size(); ++k) sum += who.weights[k] * who.values[k][deal[k]];
  for (const Interaction& each : problem.interactions) {
    if (each.party == party && all_hold(each.when, deal)) sum += each.value;
  }
  return sum;
}

std::vector<double> utilities(const Problem& problem, const Deal& deal) {
  std::vector<double> result(problem.parties.size());
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = utility(problem, i, deal);
  return result;
}

}  // namespace parley::bargaining
