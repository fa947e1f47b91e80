#include "bargaining/oracle.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>

namespace parley::bargaining::oracle {
namespace {

bool all_true(const std::vector<Condition>& conditions, const Deal& deal) {
  for (const Condition& each : conditions) {
    bool found = false;
    for (const std::size_t option : each.options) found = found || option == deal[each.issue];
    if (!found) return false;
  }
  return true;
}

bool is_kept(const Linkage& linkage, const Deal& deal) {
  return !all_true(linkage.when, deal) || all_true(linkage.then, deal);
}

bool is_allowed(const Problem& problem, const Deal& deal) {
  for (const RedLine& line : problem.red_lines) {
    if (deal[line.issue] == line.option && needs(problem, deal, line.party)) return false;
  }
  for (const Linkage& linkage : problem.linkages) {
    if (linkage.owner && !needs(problem, deal, *linkage.owner)) continue;
    if (!is_kept(linkage, deal)) return false;
  }
  return true;
}

bool is_rational(const Problem& problem, const Deal& deal) {
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (!oracle::meets(problem, {DemandKind::reservation, i}, deal)) return false;
  }
  return true;
}

bool dominates(const Problem& problem, const Outcome& a, const Outcome& b) {
  bool better = false;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (!problem.parties[i].consents) continue;
    if (a.utilities[i] < b.utilities[i] - equal(problem, i)) return false;
    better = better || a.utilities[i] > b.utilities[i] + equal(problem, i);
  }
  return better;
}

double smallest(const std::vector<double>& values) {
  return values.empty() ? 0 : *std::ranges::min_element(values);
}

}  // namespace

double utility(const Problem& problem, std::size_t party, const Deal& deal) {
  const Party& who = problem.parties[party];
  double sum = 0;
  for (std::size_t k = 0; k < deal.size(); ++k) sum += who.weights[k] * who.values[k][deal[k]];
  for (const Interaction& each : problem.interactions) {
    if (each.party == party && all_true(each.when, deal)) sum += each.value;
  }
  return sum;
}

double equal(const Problem& problem, std::size_t party) {
  const Party& who = problem.parties[party];
  double scale = 0;
  for (std::size_t k = 0; k < who.values.size(); ++k) {
    double largest = 0;
    for (const double each : who.values[k]) largest = std::max(largest, std::abs(each));
    scale += largest * who.weights[k];
  }
  for (const Interaction& each : problem.interactions) {
    if (each.party == party) scale += std::abs(each.value);
  }
  return scale * 1e-9;
}

bool needs(const Problem& problem, const Deal& deal, std::size_t party) {
  for (const Act& act : problem.acts) {
    if (act.party == party && deal[act.issue] == act.option) return true;
  }
  return problem.parties[party].consents;
}

bool meets(const Problem& problem, Demand demand, const Deal& deal) {
  if (demand.kind == DemandKind::reservation) {
    const std::optional<double>& least = problem.parties[demand.index].reservation;
    return !least || !needs(problem, deal, demand.index) ||
           oracle::utility(problem, demand.index, deal) >= *least - equal(problem, demand.index);
  }
  if (demand.kind == DemandKind::red_line) {
    const RedLine& line = problem.red_lines[demand.index];
    return deal[line.issue] != line.option || !needs(problem, deal, line.party);
  }
  const Linkage& linkage = problem.linkages[demand.index];
  return is_kept(linkage, deal) || (linkage.owner && !needs(problem, deal, *linkage.owner));
}

std::vector<Demand> demands(const Problem& problem) {
  std::vector<bool> heard;
  for (const Party& each : problem.parties) heard.push_back(each.consents);
  for (const Act& each : problem.acts) heard[each.party] = true;
  std::vector<Demand> all;
  for (std::size_t i = 0; i < problem.red_lines.size(); ++i) {
    if (heard[problem.red_lines[i].party]) all.push_back({DemandKind::red_line, i});
  }
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (heard[i] && problem.parties[i].reservation) all.push_back({DemandKind::reservation, i});
  }
  for (std::size_t i = 0; i < problem.linkages.size(); ++i) {
    const std::optional<std::size_t>& owner = problem.linkages[i].owner;
    if (owner && heard[*owner]) all.push_back({DemandKind::linkage, i});
  }
  return all;
}

std::vector<Outcome> all_outcomes(const Problem& problem) {
  std::vector<Outcome> all;
  Deal deal(problem.issues.size());
  for (;;) {
    Outcome& outcome = all.emplace_back(deal, std::vector<double>{});
    for (std::size_t i = 0; i < problem.parties.size(); ++i) {
      outcome.utilities.push_back(oracle::utility(problem, i, deal));
    }
    std::size_t k = deal.size();
    while (k > 0 && ++deal[k - 1] == problem.issues[k - 1].options.size()) deal[--k] = 0;
    if (k == 0) return all;
  }
}

std::vector<Outcome> allowed(const Problem& problem) {
  std::vector<Outcome> all = all_outcomes(problem);
  std::erase_if(all, [&](const Outcome& each) { return !is_allowed(problem, each.deal); });
  return all;
}

std::vector<Outcome> rational(const Problem& problem) {
  std::vector<Outcome> all = allowed(problem);
  std::erase_if(all, [&](const Outcome& each) { return !is_rational(problem, each.deal); });
  return all;
}

std::vector<Outcome> frontier(const Problem& problem) {
  const std::vector<Outcome> all = rational(problem);
  std::vector<Outcome> kept;
  for (const Outcome& each : all) {
    const auto beaten = [&](const Outcome& other) { return dominates(problem, other, each); };
    if (std::ranges::none_of(all, beaten)) kept.push_back(each);
  }
  return kept;
}

Reference reference(const Problem& problem) {
  const std::vector<Outcome> all = allowed(problem);
  Reference result;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    double best = -std::numeric_limits<double>::infinity();
    double worst = std::numeric_limits<double>::infinity();
    for (const Outcome& each : all) {
      best = std::max(best, each.utilities[i]);
      worst = std::min(worst, each.utilities[i]);
    }
    result.best.push_back(best);
    result.disagreement.push_back(problem.parties[i].reservation.value_or(worst));
  }
  return result;
}

std::vector<Outcome> maximisers(const Problem& problem, Concept concept_) {
  const std::vector<Outcome> points = frontier(problem);
  if (points.empty()) return {};
  const Reference ref = reference(problem);
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (!problem.parties[i].consents) continue;
    if (concept_ == Concept::utilitarian || ref.best[i] - ref.disagreement[i] > equal(problem, i)) {
      counted.push_back(i);
    }
  }
  const auto gain = [&](const Outcome& each, std::size_t i) {
    const double g = each.utilities[i] - ref.disagreement[i];
    return g > equal(problem, i) ? g : 0;
  };
  const auto gaining = [&](const Outcome& each) {
    std::vector<std::size_t> parties;
    for (const std::size_t i : counted) {
      if (gain(each, i) > 0) parties.push_back(i);
    }
    return parties;
  };
  const auto value = [&](const Outcome& each, const std::vector<std::size_t>& parties) {
    std::vector<double> gains;
    double product = 1;
    double sum = 0;
    for (const std::size_t i : parties) {
      gains.push_back(gain(each, i));
      if (concept_ == Concept::kalai_smorodinsky) gains.back() /= ref.best[i] - ref.disagreement[i];
      product *= gains.back();
      sum += each.utilities[i];
    }
    switch (concept_) {
      case Concept::nash:
        return product;
      case Concept::utilitarian:
        return sum;
      case Concept::kalai_smorodinsky:
      case Concept::egalitarian:
        break;
    }
    return smallest(gains);
  };
  // What is compared: all points, or for the product those in which the same parties gain, where
  // no others are more.
  std::map<std::vector<std::size_t>, std::vector<Outcome>> classes;
  std::size_t most = 0;
  for (const Outcome& each : points) {
    const std::vector<std::size_t> parties = concept_ == Concept::nash ? gaining(each) : counted;
    most = std::max(most, parties.size());
    classes[parties].push_back(each);
  }
  std::vector<Outcome> result;
  for (const auto& [parties, members] : classes) {
    if (parties.size() < most) continue;
    double best = -std::numeric_limits<double>::infinity();
    for (const Outcome& each : members) best = std::max(best, value(each, parties));
    for (const Outcome& each : members) {
      if (value(each, parties) >= best - 1e-9 * (concept_ == Concept::nash ? std::abs(best) : 1.0))
        result.push_back(each);
    }
  }
  return result;
}

namespace {

// All minimal sets of demands with a property that every larger set has too.
template <class Property>
std::vector<std::vector<Demand>> minimal_sets(const std::vector<Demand>& all, Property property) {
  std::vector<std::uint64_t> found;
  std::vector<std::uint64_t> sets;
  for (std::uint64_t set = 0; set < std::uint64_t{1} << all.size(); ++set) sets.push_back(set);
  std::ranges::stable_sort(sets, {}, [](std::uint64_t set) { return std::popcount(set); });
  for (const std::uint64_t set : sets) {
    const auto within = [&](std::uint64_t smaller) { return (smaller & set) == smaller; };
    if (std::ranges::none_of(found, within) && property(set)) found.push_back(set);
  }
  std::vector<std::vector<Demand>> result;
  for (const std::uint64_t set : found) {
    std::vector<Demand>& demands = result.emplace_back();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((set >> i & 1) != 0) demands.push_back(all[i]);
    }
  }
  std::ranges::sort(result);
  return result;
}

// For each outcome that breaks no fact, the demands that it does not meet, as a set of bits.
std::vector<std::uint64_t> broken_sets(const Problem& problem, const std::vector<Demand>& all) {
  std::vector<std::uint64_t> result;
  for (const Outcome& each : all_outcomes(problem)) {
    const auto broken_fact = [&](const Linkage& fact) {
      return !fact.owner && !is_kept(fact, each.deal);
    };
    if (std::ranges::any_of(problem.linkages, broken_fact)) continue;
    std::uint64_t broken = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!oracle::meets(problem, all[i], each.deal)) broken |= std::uint64_t{1} << i;
    }
    result.push_back(broken);
  }
  return result;
}

}  // namespace

std::vector<std::vector<Demand>> conflicts(const Problem& problem) {
  const std::vector<Demand> all = oracle::demands(problem);
  const std::vector<std::uint64_t> broken = broken_sets(problem, all);
  return minimal_sets(all, [&](std::uint64_t set) {
    return std::ranges::none_of(broken, [&](std::uint64_t each) { return (each & set) == 0; });
  });
}

std::vector<std::vector<Demand>> openings(const Problem& problem) {
  const std::vector<Demand> all = oracle::demands(problem);
  const std::vector<std::uint64_t> broken = broken_sets(problem, all);
  return minimal_sets(all, [&](std::uint64_t set) {
    return std::ranges::any_of(broken, [&](std::uint64_t each) { return (each & ~set) == 0; });
  });
}

}  // namespace parley::bargaining::oracle
