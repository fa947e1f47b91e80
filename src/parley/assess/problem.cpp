#include "parley/assess/problem.hpp"

#include <algorithm>

#include "parley/assess/quantile.hpp"

namespace parley::assess {
namespace {

using bargaining::Problem;

bargaining::IssueKind kind_of(const casefile::Issue& issue) {
  return issue.kind == casefile::IssueKind::set ? bargaining::IssueKind::categorical
                                                : bargaining::IssueKind::ordered;
}

// The problem with its names and shapes, its numbers still to be filled in.
Problem outline(const Model& model) {
  Problem problem;
  for (const auto& [id, issue] : model.source().issues) {
    bargaining::Issue& entry = problem.issues.emplace_back();
    entry.name = id;
    entry.kind = kind_of(issue);
    for (const auto& [option_id, option] : issue.options) {
      entry.options.push_back({option_id, option.amount});
    }
  }
  for (const auto& [id, party] : model.source().parties) {
    bargaining::Party& entry = problem.parties.emplace_back();
    entry.name = id;
    entry.consents = needs_consent(party);
    entry.weights.resize(model.issues());
    for (const bargaining::Issue& issue : problem.issues) {
      entry.values.emplace_back(issue.options.size());
    }
  }
  for (const Model::Act& each : model.acts()) {
    problem.acts.push_back({each.party, each.issue, each.option - model.first_option(each.issue)});
  }
  return problem;
}

void add_interplay(const Model& model, const Model::Interplay& interplay, double value,
                   Problem& problem) {
  problem.interactions.push_back({interplay.party, conditions_of(model, interplay.when), value});
}

void add_linkage(const Model& model, const Model::Link& link, double firmness, Problem& problem) {
  problem.linkages.push_back(
      {conditions_of(model, link.when), conditions_of(model, link.then), link.owner, firmness});
}

}  // namespace

std::vector<bargaining::Condition> conditions_of(const Model& model,
                                                 const Model::Condition& condition) {
  std::vector<bargaining::Condition> conditions;
  for (const auto& [issue, options] : condition.all) {
    bargaining::Condition& entry = conditions.emplace_back();
    entry.issue = issue;
    for (const std::size_t option : options) {
      entry.options.push_back(option - model.first_option(issue));
    }
  }
  return conditions;
}

Problem problem_in(const Model& model, const DrawnWorld& world) {
  Problem problem = outline(model);
  for (std::size_t party = 0; party < model.parties(); ++party) {
    bargaining::Party& entry = problem.parties[party];
    entry.reservation = world.no_deal[party];
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      entry.weights[issue] = world.weight[party * model.issues() + issue];
      for (std::size_t i = 0; i < entry.values[issue].size(); ++i) {
        const std::size_t option = model.first_option(issue) + i;
        entry.values[issue][i] = world.value[party * model.options() + option];
        if (world.red_line[party * model.options() + option] != 0) {
          problem.red_lines.push_back({party, issue, i, 1});
        }
      }
    }
  }
  for (std::size_t i = 0; i < model.linkages().size(); ++i) {
    if (world.linkage[i] != 0) add_linkage(model, model.linkages()[i], 1, problem);
  }
  for (std::size_t i = 0; i < model.interplay().size(); ++i) {
    add_interplay(model, model.interplay()[i], world.interplay[i], problem);
  }
  return problem;
}

Problem central_problem(const Model& model, const Worlds& worlds) {
  Problem problem = outline(model);
  const auto mean = [&](auto&& of_world) {
    double sum = 0;
    for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
      sum += worlds.share[i] * of_world(worlds.drawn[i]);
    }
    return sum;
  };
  for (std::size_t party = 0; party < model.parties(); ++party) {
    bargaining::Party& entry = problem.parties[party];
    auto going_on = no_deal_samples(worlds, party);
    entry.reservation = mean([&](const DrawnWorld& world) { return world.no_deal[party]; });
    const double low = weighted_quantile(going_on, 0.05);
    entry.firmness = std::clamp(1 - (weighted_quantile(going_on, 0.95) - low), 0.0, 1.0);
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      const std::size_t at = party * model.issues() + issue;
      const double weight = mean([&](const DrawnWorld& world) { return world.weight[at]; });
      entry.weights[issue] = weight;
      for (std::size_t i = 0; i < entry.values[issue].size(); ++i) {
        const std::size_t option = party * model.options() + model.first_option(issue) + i;
        // Weight times value is averaged, not each alone: then utilities are exactly the means.
        const double worth =
            mean([&](const DrawnWorld& world) { return world.weight[at] * world.value[option]; });
        entry.values[issue][i] = weight > 0 ? worth / weight : 0;
        const double meant = mean([&](const DrawnWorld& world) { return world.red_line[option]; });
        if (meant >= 0.5) problem.red_lines.push_back({party, issue, i, std::min(meant, 1.0)});
      }
    }
  }
  for (std::size_t i = 0; i < model.linkages().size(); ++i) {
    const double meant = mean([&](const DrawnWorld& world) { return world.linkage[i]; });
    if (meant >= 0.5) add_linkage(model, model.linkages()[i], std::min(meant, 1.0), problem);
  }
  for (std::size_t i = 0; i < model.interplay().size(); ++i) {
    const double value = mean([&](const DrawnWorld& world) { return world.interplay[i]; });
    add_interplay(model, model.interplay()[i], value, problem);
  }
  return problem;
}

}  // namespace parley::assess
