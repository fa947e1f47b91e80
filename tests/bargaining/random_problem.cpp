#include "bargaining/random_problem.hpp"

#include <algorithm>
#include <cmath>

#include "parley/base/random.hpp"

namespace parley::bargaining {
namespace {

std::size_t index(RandomStream& random, std::size_t count) {
  return static_cast<std::size_t>(random.below(count));
}

Condition random_condition(RandomStream& random, const Problem& problem) {
  Condition condition{index(random, problem.issues.size()), {}};
  const std::size_t options = problem.issues[condition.issue].options.size();
  for (std::size_t o = 0; o < options; ++o) {
    if (random.below(2) == 0) condition.options.push_back(o);
  }
  if (condition.options.empty()) condition.options.push_back(index(random, options));
  return condition;
}

void add_issues(Problem& problem, std::size_t issues, const auto& options_of) {
  for (std::size_t k = 0; k < issues; ++k) {
    Issue issue{"issue " + std::to_string(k + 1), IssueKind::categorical, {}, {}};
    const std::size_t options = options_of();
    for (std::size_t o = 0; o < options; ++o) {
      issue.options.push_back({"option " + std::to_string(o + 1), std::nullopt});
    }
    problem.issues.push_back(std::move(issue));
  }
}

}  // namespace

Problem random_problem(std::uint64_t seed, const RandomProblemOptions& options) {
  RandomStream random(seed, 0, "random problem");
  Problem problem;
  const bool tenths = random.below(2) == 0;
  const auto draw = [&] {
    return tenths ? static_cast<double>(random.below(6)) / 5 : random.uniform();
  };
  const std::size_t parties = 1 + index(random, options.parties);
  add_issues(problem, 1 + index(random, options.issues),
             [&] { return 1 + index(random, options.options); });
  for (std::size_t i = 0; i < parties; ++i) {
    Party party;
    party.name = "party " + std::to_string(i + 1);
    party.consents = i == 0 || random.below(6) > 1;
    party.firmness = static_cast<double>(1 + random.below(4));
    double most = 0;
    for (const Issue& issue : problem.issues) {
      party.weights.push_back(tenths ? static_cast<double>(1 + random.below(4)) / 10
                                     : random.uniform());
      std::vector<double>& values = party.values.emplace_back();
      for (std::size_t o = 0; o < issue.options.size(); ++o) values.push_back(draw());
      most += party.weights.back() * *std::ranges::max_element(values);
    }
    if (random.below(4) > 0) {
      const double share = static_cast<double>(random.below(9)) / 10;
      party.reservation = tenths ? std::round(most * share * 50) / 50 : most * share;
    }
    problem.parties.push_back(std::move(party));
  }
  for (std::size_t i = random.below(options.interactions + 1); i > 0; --i) {
    Interaction each{index(random, parties), {}, draw() - 0.4};
    for (std::size_t c = 1 + random.below(2); c > 0; --c) {
      each.when.push_back(random_condition(random, problem));
    }
    problem.interactions.push_back(std::move(each));
  }
  for (std::size_t i = random.below(options.linkages + 1); i > 0; --i) {
    Linkage each;
    for (std::size_t c = random.below(3); c > 0; --c) {
      each.when.push_back(random_condition(random, problem));
    }
    each.then.push_back(random_condition(random, problem));
    if (random.below(4) > 0) each.owner = index(random, parties);
    each.firmness = static_cast<double>(1 + random.below(4));
    problem.linkages.push_back(std::move(each));
  }
  for (std::size_t i = random.below(options.red_lines + 1); i > 0; --i) {
    RedLine each;
    each.party = index(random, parties);
    each.issue = index(random, problem.issues.size());
    each.option = index(random, problem.issues[each.issue].options.size());
    each.firmness = static_cast<double>(1 + random.below(4));
    problem.red_lines.push_back(each);
  }
  // Of those who are not always needed, if there are any: others' acts change nothing.
  std::vector<std::size_t> onlookers;
  for (std::size_t i = 0; i < parties; ++i) {
    if (!problem.parties[i].consents) onlookers.push_back(i);
  }
  for (std::size_t i = random.below(options.acts + 1); i > 0; --i) {
    Act each;
    each.party =
        onlookers.empty() ? index(random, parties) : onlookers[index(random, onlookers.size())];
    each.issue = index(random, problem.issues.size());
    each.option = index(random, problem.issues[each.issue].options.size());
    problem.acts.push_back(each);
  }
  return problem;
}

Problem random_plan(std::uint64_t seed, std::size_t parties, std::size_t issues,
                    std::size_t options) {
  RandomStream random(seed, 0, "random plan");
  Problem problem;
  add_issues(problem, issues, [&] { return options; });
  for (std::size_t i = 0; i < parties; ++i) {
    Party party;
    party.name = "party " + std::to_string(i + 1);
    double sum = 0;
    for (std::size_t k = 0; k < issues; ++k) {
      sum += party.weights.emplace_back(random.uniform());
      std::vector<double>& values = party.values.emplace_back();
      for (std::size_t o = 0; o < options; ++o) values.push_back(random.uniform());
    }
    for (double& weight : party.weights) weight /= sum;
    problem.parties.push_back(std::move(party));
  }
  return problem;
}

void add_random_linkages(Problem& problem, std::uint64_t seed, std::size_t count) {
  RandomStream random(seed, 0, "random linkages");
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = index(random, problem.issues.size());
    const std::size_t step = 1 + index(random, problem.issues.size() - 1);
    const std::size_t second = (first + step) % problem.issues.size();
    const std::size_t options = problem.issues[second].options.size();
    const std::size_t allowed = index(random, options);
    Linkage linkage;
    linkage.when.push_back({first, {index(random, problem.issues[first].options.size())}});
    linkage.then.push_back({second, {allowed, (allowed + 1) % options}});
    linkage.owner = index(random, problem.parties.size());
    problem.linkages.push_back(std::move(linkage));
  }
}

}  // namespace parley::bargaining
