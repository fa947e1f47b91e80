#include "parley/bargaining/block_plan.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace parley::bargaining::internal {
namespace {

// What is tied, by issue of the problem.
struct Scope {
  std::vector<std::size_t> issues;  // rising, no doubles
  const Linkage* linkage = nullptr;
  const Interaction* interaction = nullptr;
  std::size_t coordinate = 0;  // of the interaction
};

void add_issues(const std::vector<Condition>& conditions, std::vector<std::size_t>& issues) {
  for (const Condition& each : conditions) issues.push_back(each.issue);
}

std::vector<Scope> scopes(const Problem& problem, const InForce& in_force, const Model& model) {
  std::vector<Scope> all;
  for (std::size_t i = 0; i < problem.linkages.size(); ++i) {
    if (!in_force.linkages[i]) continue;
    Scope scope;
    scope.linkage = &problem.linkages[i];
    add_issues(scope.linkage->when, scope.issues);
    add_issues(scope.linkage->then, scope.issues);
    all.push_back(std::move(scope));
  }
  for (const Interaction& each : problem.interactions) {
    for (std::size_t i = 0; i < model.width(); ++i) {
      if (model.parties[i] != each.party || model.acts[i] || each.when.empty()) continue;
      Scope scope;
      scope.interaction = &each;
      scope.coordinate = i;
      add_issues(each.when, scope.issues);
      all.push_back(std::move(scope));
    }
  }
  for (Scope& each : all) {
    std::ranges::sort(each.issues);
    const auto doubles = std::ranges::unique(each.issues);
    each.issues.erase(doubles.begin(), doubles.end());
  }
  return all;
}

// The issues of each block.
std::vector<std::vector<std::size_t>> tied_issues(std::size_t issues,
                                                  const std::vector<Scope>& scopes) {
  std::vector<std::size_t> root(issues);
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t issue) {
    while (root[issue] != issue) issue = root[issue] = root[root[issue]];
    return issue;
  };
  for (const Scope& scope : scopes) {
    for (const std::size_t each : scope.issues) {
      const std::size_t a = find(scope.issues.front());
      const std::size_t b = find(each);
      root[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<std::vector<std::size_t>> blocks;
  std::vector<std::size_t> block_of(root.size());
  for (std::size_t k = 0; k < root.size(); ++k) {
    if (find(k) == k) {
      block_of[k] = blocks.size();
      blocks.emplace_back();
    }
    blocks[block_of[find(k)]].push_back(k);
  }
  return blocks;
}

// The order in which a block is swept: greedily the fewest live combinations.
std::vector<std::size_t> order(const Problem& problem, const std::vector<std::size_t>& issues,
                               const std::vector<const Scope*>& scopes) {
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> left = issues;
  const auto is_chosen = [&](std::size_t issue) {
    return std::ranges::find(chosen, issue) != chosen.end();
  };
  const auto live_combinations = [&] {
    double product = 1;
    for (const std::size_t each : chosen) {
      const bool live = std::ranges::any_of(scopes, [&](const Scope* scope) {
        return std::ranges::find(scope->issues, each) != scope->issues.end() &&
               !std::ranges::all_of(scope->issues, is_chosen);
      });
      if (live) product *= static_cast<double>(problem.issues[each].options.size());
    }
    return product;
  };
  while (!left.empty()) {
    std::size_t best = 0;
    double fewest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < left.size(); ++i) {
      chosen.push_back(left[i]);
      const double live = live_combinations();
      chosen.pop_back();
      if (live < fewest) {
        fewest = live;
        best = i;
      }
    }
    chosen.push_back(left[best]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return chosen;
}

std::vector<PlannedCondition> planned(const Problem& problem, const BlockPlan& plan,
                                      const std::vector<Condition>& conditions) {
  std::vector<PlannedCondition> result;
  for (const Condition& each : conditions) {
    const auto place = std::ranges::find(plan.issues, each.issue) - plan.issues.begin();
    std::vector<bool> options(problem.issues[each.issue].options.size());
    for (const std::size_t option : each.options) options[option] = true;
    result.push_back({static_cast<std::size_t>(place), std::move(options)});
  }
  return result;
}

using ByOption = std::vector<std::vector<bool>>;  // [issue][option]

ByOption by_option(const Problem& problem) {
  ByOption result;
  for (const Issue& each : problem.issues) result.emplace_back(each.options.size());
  return result;
}

// Options behind a red line in force, and acts of parties that are not to act.
ByOption forbidden(const Problem& problem, const InForce& in_force) {
  ByOption result = by_option(problem);
  for (std::size_t i = 0; i < problem.red_lines.size(); ++i) {
    const RedLine& line = problem.red_lines[i];
    if (in_force.red_lines[i]) result[line.issue][line.option] = true;
  }
  for (const Act& act : problem.acts) {
    if (in_force.idle[act.party]) result[act.issue][act.option] = true;
  }
  return result;
}

class Planner {
 public:
  Planner(const Problem& problem, const InForce& in_force, const Model& model)
      : problem_(problem), model_(model), forbidden_(forbidden(problem, in_force)) {
    for (std::size_t i = 0; i < model.width(); ++i) {
      if (!model.acts[i]) continue;
      acts_.resize(model.width());
      acts_[i] = by_option(problem);
      for (const Act& act : problem.acts) {
        if (act.party == model.parties[i]) acts_[i][act.issue][act.option] = true;
      }
    }
  }

  // `tied`: the scopes on these issues.
  BlockPlan plan(const std::vector<std::size_t>& issues,
                 const std::vector<const Scope*>& tied) const {
    BlockPlan plan;
    plan.width = model_.width();
    plan.issues = issues.size() == 1 ? issues : order(problem_, issues, tied);
    for (const std::size_t issue : plan.issues) add_options(issue, plan);
    plan.completed.resize(issues.size());
    plan.live.resize(issues.size());
    for (const Scope* each : tied) add_tie(*each, plan);
    for (std::vector<std::size_t>& live : plan.live) {
      std::ranges::sort(live);
      const auto doubles = std::ranges::unique(live);
      live.erase(doubles.begin(), doubles.end());
    }
    return plan;
  }

 private:
  void add_options(std::size_t issue, BlockPlan& plan) const {
    std::vector<std::size_t>& options = plan.options.emplace_back();
    std::vector<std::int64_t>& units = plan.units.emplace_back();
    for (std::size_t option = 0; option < forbidden_[issue].size(); ++option) {
      if (forbidden_[issue][option]) continue;
      options.push_back(option);
      for (std::size_t i = 0; i < model_.width(); ++i) {
        if (model_.acts[i]) {
          units.push_back(acts_[i][issue][option] ? 1 : 0);
          continue;
        }
        const Party& party = problem_.parties[model_.parties[i]];
        units.push_back(
            model_.scales[i].to_units(party.weights[issue] * party.values[issue][option]));
      }
    }
  }

  void add_tie(const Scope& scope, BlockPlan& plan) const {
    std::vector<std::size_t> places;
    for (const std::size_t each : scope.issues) {
      places.push_back(
          static_cast<std::size_t>(std::ranges::find(plan.issues, each) - plan.issues.begin()));
    }
    const std::size_t last = std::ranges::max(places);
    Tie tie;
    if (scope.linkage != nullptr) {
      tie.when = planned(problem_, plan, scope.linkage->when);
      tie.then = planned(problem_, plan, scope.linkage->then);
    } else {
      tie.when = planned(problem_, plan, scope.interaction->when);
      tie.party = scope.coordinate;
      tie.units = model_.scales[tie.party].to_units(scope.interaction->value);
    }
    plan.completed[last].push_back(std::move(tie));
    for (const std::size_t place : places) {
      for (std::size_t at = place; at < last; ++at) plan.live[at].push_back(place);
    }
  }

  const Problem& problem_;
  const Model& model_;
  ByOption forbidden_;
  std::vector<ByOption> acts_;  // [coordinate], of those that count acts
};

}  // namespace

std::vector<BlockPlan> plan_blocks(const Problem& problem, const InForce& in_force,
                                   const Model& model) {
  const std::vector<Scope> all = scopes(problem, in_force, model);
  std::vector<std::vector<const Scope*>> by_issue(problem.issues.size());  // their first
  for (const Scope& each : all) by_issue[each.issues.front()].push_back(&each);
  const Planner planner(problem, in_force, model);
  std::vector<BlockPlan> plans;
  for (const std::vector<std::size_t>& issues : tied_issues(problem.issues.size(), all)) {
    std::vector<const Scope*> tied;
    for (const std::size_t issue : issues) {
      tied.insert(tied.end(), by_issue[issue].begin(), by_issue[issue].end());
    }
    std::ranges::sort(tied);  // in the order of the problem
    plans.push_back(planner.plan(issues, tied));
  }
  return plans;
}

}  // namespace parley::bargaining::internal
