#include "bargaining/oracle.hpp"

#include <algorithm>
#include <limits>

namespace parley::bargaining::oracle {
namespace {

bool is_allowed(const Problem& problem, const Deal& deal) {
  for (const RedLine& line : problem.red_lines) {
    if (problem.parties[line.party].consents && deal[line.issue] == line.option) return false;
  }
  for (const Linkage& linkage : problem.linkages) {
    if (linkage.owner && !problem.parties[*linkage.owner].consents) continue;
    if (!keeps(linkage, deal)) return false;
  }
  return true;
}

bool is_rational(const Problem& problem, const Outcome& outcome) {
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    const Party& party = problem.parties[i];
    if (party.consents && party.reservation &&
        outcome.utilities[i] < *party.reservation - tolerance(problem, i)) {
      return false;
    }
  }
  return true;
}

bool dominates(const Problem& problem, const Outcome& a, const Outcome& b) {
  bool better = false;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (!problem.parties[i].consents) continue;
    const double equal = tolerance(problem, i);
    if (a.utilities[i] < b.utilities[i] - equal) return false;
    better = better || a.utilities[i] > b.utilities[i] + equal;
  }
  return better;
}

double smallest(const std::vector<double>& values) {
  return values.empty() ? 0 : *std::ranges::min_element(values);
}

}  // namespace

std::vector<Outcome> all_outcomes(const Problem& problem) {
  std::vector<Outcome> all;
  Deal deal(problem.issues.size());
  for (;;) {
    all.push_back({deal, utilities(problem, deal)});
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
  std::erase_if(all, [&](const Outcome& each) { return !is_rational(problem, each); });
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
    if (concept_ == Concept::utilitarian ||
        ref.best[i] - ref.disagreement[i] > tolerance(problem, i)) {
      counted.push_back(i);
    }
  }
  const auto gain = [&](const Outcome& each, std::size_t i) {
    const double g = each.utilities[i] - ref.disagreement[i];
    return g > tolerance(problem, i) ? g : 0;
  };
  if (concept_ == Concept::nash) {
    std::vector<std::size_t> largest;
    for (const Outcome& each : points) {
      std::vector<std::size_t> gaining;
      for (const std::size_t i : counted) {
        if (gain(each, i) > 0) gaining.push_back(i);
      }
      if (gaining.size() > largest.size() ||
          (gaining.size() == largest.size() && gaining < largest)) {
        largest = gaining;
      }
    }
    counted = largest;
  }
  const auto value = [&](const Outcome& each) {
    std::vector<double> gains;
    double product = 1;
    double sum = 0;
    for (const std::size_t i : counted) {
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
  double best = -std::numeric_limits<double>::infinity();
  for (const Outcome& each : points) best = std::max(best, value(each));
  std::vector<Outcome> result;
  for (const Outcome& each : points) {
    if (value(each) >= best - 1e-9 * (concept_ == Concept::nash ? std::abs(best) : 1.0))
      result.push_back(each);
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
      return !fact.owner && !keeps(fact, each.deal);
    };
    if (std::ranges::any_of(problem.linkages, broken_fact)) continue;
    std::uint64_t broken = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!meets(problem, all[i], each.deal)) broken |= std::uint64_t{1} << i;
    }
    result.push_back(broken);
  }
  return result;
}

}  // namespace

std::vector<std::vector<Demand>> conflicts(const Problem& problem) {
  const std::vector<Demand> all = demands(problem);
  const std::vector<std::uint64_t> broken = broken_sets(problem, all);
  return minimal_sets(all, [&](std::uint64_t set) {
    return std::ranges::none_of(broken, [&](std::uint64_t each) { return (each & set) == 0; });
  });
}

std::vector<std::vector<Demand>> openings(const Problem& problem) {
  const std::vector<Demand> all = demands(problem);
  const std::vector<std::uint64_t> broken = broken_sets(problem, all);
  return minimal_sets(all, [&](std::uint64_t set) {
    return std::ranges::any_of(broken, [&](std::uint64_t each) { return (each & ~set) == 0; });
  });
}

}  // namespace parley::bargaining::oracle
