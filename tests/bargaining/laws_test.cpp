// What must hold of every problem, whatever its numbers.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "bargaining/random_problem.hpp"
#include "parley/bargaining/analysis.hpp"
#include "parley/bargaining/demand.hpp"

namespace parley::bargaining {
namespace {

std::uint64_t any_seed() { return *rc::gen::arbitrary<std::uint64_t>(); }

// All parties with a reservation value, which any option's worst does not move; issues separate.
Problem plain_problem() {
  Problem problem =
      random_problem(any_seed(), {.linkages = 0, .red_lines = 0, .interactions = 0, .acts = 0});
  for (Party& each : problem.parties) each.reservation = each.reservation.value_or(0);
  return problem;
}

std::vector<Deal> sorted_deals(const std::vector<Point>& points) {
  std::vector<Deal> all;
  for (const Point& each : points) all.insert(all.end(), each.deals.begin(), each.deals.end());
  std::ranges::sort(all);
  return all;
}

constexpr std::size_t kAll = 5'000;

std::vector<Deal> frontier_deals(const Problem& problem) {
  return sorted_deals(frontier(problem, {.most_deals = kAll})->points);
}

std::vector<Deal> solution_deals(const Problem& problem, Concept concept_) {
  return sorted_deals(solve(problem, concept_, {.most_deals = kAll})->maximisers);
}

// Another unit for one party's utility, by a factor that is exact in binary.
Problem rescaled(Problem problem, std::size_t party, double factor) {
  Party& who = problem.parties[party];
  for (double& weight : who.weights) weight *= factor;
  if (who.reservation) *who.reservation *= factor;
  for (Interaction& each : problem.interactions) {
    if (each.party == party) each.value *= factor;
  }
  return problem;
}

RC_GTEST_PROP(Law, NashAndKalaiSmorodinskyDoNotDependOnAPartysUnit, ()) {
  const Problem problem = random_problem(any_seed());
  const auto party = *rc::gen::inRange<std::size_t>(0, problem.parties.size());
  const Problem other = rescaled(problem, party, *rc::gen::element(0.125, 0.5, 4.0, 1024.0));
  RC_ASSERT(frontier_deals(problem) == frontier_deals(other));
  for (const Concept each : {Concept::nash, Concept::kalai_smorodinsky}) {
    RC_ASSERT(solution_deals(problem, each) == solution_deals(other, each));
  }
}

RC_GTEST_PROP(Law, TheOrderOfPartiesDoesNotMatter, ()) {
  const Problem problem = random_problem(any_seed());
  Problem turned = problem;
  std::ranges::reverse(turned.parties);
  const auto turn = [&](std::size_t& party) { party = problem.parties.size() - 1 - party; };
  for (Interaction& each : turned.interactions) turn(each.party);
  for (RedLine& each : turned.red_lines) turn(each.party);
  for (Act& each : turned.acts) turn(each.party);
  for (Linkage& each : turned.linkages) {
    if (each.owner) turn(*each.owner);
  }
  RC_ASSERT(frontier_deals(problem) == frontier_deals(turned));
  for (const Concept each : kConcepts) {
    RC_ASSERT(solution_deals(problem, each) == solution_deals(turned, each));
  }
}

RC_GTEST_PROP(Law, TheOrderOfIssuesDoesNotMatter, ()) {
  const Problem problem = random_problem(any_seed());
  Problem turned = problem;
  std::ranges::reverse(turned.issues);
  for (Party& each : turned.parties) {
    std::ranges::reverse(each.weights);
    std::ranges::reverse(each.values);
  }
  const auto turn = [&](std::size_t& issue) { issue = problem.issues.size() - 1 - issue; };
  const auto turn_all = [&](std::vector<Condition>& conditions) {
    for (Condition& each : conditions) turn(each.issue);
  };
  for (Interaction& each : turned.interactions) turn_all(each.when);
  for (RedLine& each : turned.red_lines) turn(each.issue);
  for (Act& each : turned.acts) turn(each.issue);
  for (Linkage& each : turned.linkages) {
    turn_all(each.when);
    turn_all(each.then);
  }
  const auto back = [](std::vector<Deal> deals) {
    for (Deal& each : deals) std::ranges::reverse(each);
    std::ranges::sort(deals);
    return deals;
  };
  RC_ASSERT(frontier_deals(problem) == back(frontier_deals(turned)));
  for (const Concept each : kConcepts) {
    RC_ASSERT(solution_deals(problem, each) == back(solution_deals(turned, each)));
  }
}

// One more option on one issue, worth to each party what `value` makes of its values there.
template <class Value>
Problem with_option(Problem problem, std::size_t issue, Value value) {
  problem.issues[issue].options.push_back({"one more", std::nullopt});
  for (Party& each : problem.parties) {
    each.values[issue].push_back(value(each.values[issue]));
  }
  return problem;
}

RC_GTEST_PROP(Law, AnOptionThatIsWorseForEverybodyChangesNothing, ()) {
  const Problem problem = plain_problem();
  const auto issue = *rc::gen::inRange<std::size_t>(0, problem.issues.size());
  const Problem more = with_option(problem, issue, [](const std::vector<double>& values) {
    return std::ranges::min(values) - 0.5;
  });
  RC_ASSERT(frontier_deals(problem) == frontier_deals(more));
  for (const Concept each : kConcepts) {
    RC_ASSERT(solution_deals(problem, each) == solution_deals(more, each));
  }
}

// Kalai & Smorodinsky's monotonicity in the form that max-min has, and its like for the others: as
// long as nobody's best gets better, more deals lower no maximum.
RC_GTEST_PROP(Law, MoreOptionsLowerNoMaximum, ()) {
  const Problem problem = plain_problem();
  const auto issue = *rc::gen::inRange<std::size_t>(0, problem.issues.size());
  const Problem more = with_option(problem, issue, [](const std::vector<double>& values) {
    const auto share = *rc::gen::inRange(0, 11);
    const double least = std::ranges::min(values);
    return least + (std::ranges::max(values) - least) * share / 10;
  });
  for (const Concept each : kConcepts) {
    const Solution before = *solve(problem, each);
    if (before.maximisers.empty() || !before.left_out.empty()) continue;
    RC_ASSERT(solve(more, each)->value >= before.value - kTolerance);
  }
}

// Products that leave parties out, which random problems seldom have.
RC_GTEST_PROP(Law, TheOrderOfHeirsDoesNotMatter, ()) {
  const auto heirs = *rc::gen::inRange<std::size_t>(2, 5);
  Problem problem = random_plan(any_seed(), heirs, 1, *rc::gen::inRange<std::size_t>(2, 7));
  for (Party& each : problem.parties) {
    each.reservation = 0;
    for (double& value : each.values.front()) value = *rc::gen::inRange(0, 3) / 2.0;
    each.weights = {1};
  }
  Problem turned = problem;
  std::ranges::reverse(turned.parties);
  for (const Concept each : kConcepts) {
    RC_ASSERT(solution_deals(problem, each) == solution_deals(turned, each));
  }
}

// An act asks somebody more, so that it only takes deals away; a party without demands takes none.
RC_GTEST_PROP(Law, AnActOnlyTakesDealsAway, ()) {
  Problem problem = random_problem(any_seed());
  Problem more = problem;
  const auto party = *rc::gen::inRange<std::size_t>(0, problem.parties.size());
  const auto issue = *rc::gen::inRange<std::size_t>(0, problem.issues.size());
  const auto option = *rc::gen::inRange<std::size_t>(0, problem.issues[issue].options.size());
  more.acts.push_back({party, issue, option});
  const Zone before = *zone(problem);
  const Zone after = *zone(more);
  RC_ASSERT(!(*before.outcomes < *after.outcomes));
  RC_ASSERT(before.exists || !after.exists);
  if (after.example) {
    for (const Demand each : demands(problem)) RC_ASSERT(meets(problem, each, *after.example));
  }
  more.parties[party].reservation.reset();
  problem.parties[party].reservation.reset();
  std::erase_if(more.red_lines, [&](const RedLine& each) { return each.party == party; });
  std::erase_if(more.linkages, [&](const Linkage& each) { return each.owner == party; });
  problem.red_lines = more.red_lines;
  problem.linkages = more.linkages;
  RC_ASSERT(frontier_deals(problem) == frontier_deals(more));
}

RC_GTEST_PROP(Law, APartyWhoseActsAreEverywhereIsAskedAlways, ()) {
  Problem problem = random_problem(any_seed(), {.acts = 0});
  const auto issue = *rc::gen::inRange<std::size_t>(0, problem.issues.size());
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (problem.parties[i].consents) continue;
    for (std::size_t o = 0; o < problem.issues[issue].options.size(); ++o) {
      problem.acts.push_back({i, issue, o});
    }
  }
  Problem always = problem;
  for (Party& each : always.parties) each.consents = true;
  RC_ASSERT(*zone(problem)->outcomes == *zone(always)->outcomes);
}

RC_GTEST_PROP(Law, ConflictsAndOpeningsAreMinimal, ()) {
  const Problem problem = random_problem(any_seed(), {.issues = 4, .options = 3});
  const Analysis found = *analyse(problem);
  RC_PRE(found.explanation.has_value());
  const auto zone_without = [&](const std::vector<Demand>& dropped, bool drop) {
    Problem rest = problem;
    const auto gone = [&](DemandKind kind, std::size_t index) {
      return (std::ranges::find(dropped, Demand{kind, index}) != dropped.end()) == drop;
    };
    for (std::size_t i = problem.red_lines.size(); i-- > 0;) {
      if (!gone(DemandKind::red_line, i)) continue;
      rest.red_lines.erase(rest.red_lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = problem.linkages.size(); i-- > 0;) {
      if (!problem.linkages[i].owner || !gone(DemandKind::linkage, i)) continue;
      rest.linkages.erase(rest.linkages.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = 0; i < problem.parties.size(); ++i) {
      if (gone(DemandKind::reservation, i)) rest.parties[i].reservation.reset();
    }
    return zone(rest)->exists;
  };
  const auto less_one = [](std::vector<Demand> demands, std::size_t i) {
    demands.erase(demands.begin() + static_cast<std::ptrdiff_t>(i));
    return demands;
  };
  for (const Conflict& each : found.explanation->conflicts) {
    RC_ASSERT(!zone_without(each.demands, false));
    for (std::size_t i = 0; i < each.demands.size(); ++i) {
      RC_ASSERT(zone_without(less_one(each.demands, i), false));
    }
  }
  for (const Opening& each : found.explanation->openings) {
    RC_ASSERT(zone_without(each.demands, true));
    for (std::size_t i = 0; i < each.demands.size(); ++i) {
      RC_ASSERT(!zone_without(less_one(each.demands, i), true));
    }
  }
}

TEST(Analysis, TellsHowFarItIs) {
  std::vector<double> told;
  Control control;
  control.progress = [&](double share) { told.push_back(share); };
  ASSERT_TRUE(analyse(random_problem(1), {}, {}, control));
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_EQ(told.back(), 1);
}

TEST(Analysis, RefusesIssuesThatAreTiedTooMuch) {
  Problem problem = random_plan(1, 2, 12, 6);
  Linkage linkage;
  for (std::size_t k = 0; k + 1 < 12; ++k) linkage.when.push_back({k, {0, 1, 2}});
  linkage.then.push_back({11, {0}});
  problem.linkages.push_back(linkage);
  const auto found = analyse(problem);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, FailureKind::too_large);
  ASSERT_EQ(found.error().diagnostics.size(), 1U);
  EXPECT_EQ(found.error().diagnostics.front().code, "block-too-large");
}

}  // namespace
}  // namespace parley::bargaining
