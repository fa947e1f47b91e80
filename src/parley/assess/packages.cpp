#include "parley/assess/packages.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "parley/assess/problem.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::assess {
namespace {

using bargaining::Deal;

// Climbing looks at so many worlds; the packages that it finds are assessed over all of them.
constexpr std::size_t kWorldsToClimb = 1000;
// Worlds whose own solutions are starting points.
constexpr std::size_t kWorldsToStart = 16;
// A solution that needs more nodes than this is no starting point worth waiting for.
constexpr std::size_t kNodesToStart = 2000;

// What a deal is worth over the worlds, for those whose consent is needed.
struct Worth {
  double signs = 0;
  double prefers = 0;
  double smallest_gain = 0;
  double total_gain = 0;
  std::vector<double> gains;  // mean, of each consenting party
};

// The worlds laid flat for climbing: what each option adds, and whom it would stop.
class Landscape {
 public:
  Landscape(const Model& model, const Worlds& worlds) : model_(model), worlds_(worlds) {
    const std::size_t step = std::max<std::size_t>(1, worlds.drawn.size() / kWorldsToClimb);
    for (std::size_t i = 0; i < worlds.drawn.size(); i += step) chosen_.push_back(i);
    const std::size_t parties = model.consenting().size();
    added_.resize(chosen_.size() * parties * model.options());
    stops_.resize(chosen_.size() * model.options());
    for (std::size_t w = 0; w < chosen_.size(); ++w) {
      const DrawnWorld& world = worlds.drawn[chosen_[w]];
      for (std::size_t p = 0; p < parties; ++p) {
        const std::size_t party = model.consenting()[p];
        for (std::size_t issue = 0; issue < model.issues(); ++issue) {
          const double weight = world.weight[party * model.issues() + issue];
          for (std::size_t o = model.first_option(issue); o < model.first_option(issue + 1); ++o) {
            added_[(w * parties + p) * model.options() + o] =
                weight * world.value[party * model.options() + o];
            if (world.red_line[party * model.options() + o] != 0) {
              stops_[w * model.options() + o] = 1;
            }
          }
        }
      }
    }
  }

  Worth worth(const Deal& deal) const {
    const std::size_t parties = model_.consenting().size();
    Worth worth;
    worth.gains.assign(parties, 0);
    double total = 0;
    for (std::size_t w = 0; w < chosen_.size(); ++w) {
      const DrawnWorld& world = worlds_.drawn[chosen_[w]];
      const double share = worlds_.share[chosen_[w]];
      total += share;
      bool stopped = false;
      for (std::size_t issue = 0; issue < deal.size() && !stopped; ++issue) {
        stopped = stops_[w * model_.options() + model_.first_option(issue) + deal[issue]] != 0;
      }
      double smallest = std::numeric_limits<double>::infinity();
      double sum = 0;
      for (std::size_t p = 0; p < parties; ++p) {
        double gain = -world.no_deal[model_.consenting()[p]];
        const double* added = added_.data() + (w * parties + p) * model_.options();
        for (std::size_t issue = 0; issue < deal.size(); ++issue) {
          gain += added[model_.first_option(issue) + deal[issue]];
        }
        worth.gains[p] += share * gain;
        smallest = std::min(smallest, gain);
        sum += gain;
      }
      worth.smallest_gain += share * smallest;
      worth.total_gain += share * sum;
      if (smallest >= 0) worth.prefers += share;
      if (smallest >= 0 && !stopped && keeps_linkages(world, deal)) worth.signs += share;
    }
    if (total > 0) {
      worth.signs /= total;
      worth.prefers /= total;
      worth.smallest_gain /= total;
      worth.total_gain /= total;
      for (double& each : worth.gains) each /= total;
    }
    return worth;
  }

 private:
  bool holds(const Model::Condition& condition, const Deal& deal) const {
    return std::all_of(condition.all.begin(), condition.all.end(), [&](const auto& part) {
      const auto& [issue, options] = part;
      const std::size_t option = model_.first_option(issue) + deal[issue];
      return std::find(options.begin(), options.end(), option) != options.end();
    });
  }

  bool keeps_linkages(const DrawnWorld& world, const Deal& deal) const {
    for (std::size_t i = 0; i < model_.linkages().size(); ++i) {
      const Model::Link& link = model_.linkages()[i];
      const bool binds = !link.owner || needs_consent(model_.source().parties[*link.owner].second);
      if (world.linkage[i] != 0 && binds && holds(link.when, deal) && !holds(link.then, deal)) {
        return false;
      }
    }
    return true;
  }

  const Model& model_;
  const Worlds& worlds_;
  std::vector<std::size_t> chosen_;
  std::vector<double> added_;  // world x consenting party x option: weight times value
  std::vector<char> stops_;    // world x option: a red line of somebody whose consent is needed
};

using Score = std::tuple<double, double, double>;

Score score(Principle principle, const Worth& worth, std::size_t weakest) {
  switch (principle) {
    case Principle::most_robust:
      return {worth.signs, worth.prefers, worth.smallest_gain};
    case Principle::fairest:
      return {worth.smallest_gain, worth.signs, worth.prefers};
    case Principle::most_valuable:
      return {worth.total_gain, worth.signs, worth.smallest_gain};
    case Principle::best_for_the_weakest:
      return {worth.gains[weakest], worth.signs, worth.smallest_gain};
  }
  return {};
}

// Among packages for the weakest only those count that stay worth signing: at least half as robust.
bool admits(Principle principle, const Worth& worth, const std::optional<Worth>& most_robust) {
  if (principle != Principle::best_for_the_weakest || !most_robust) return true;
  return worth.signs >= most_robust->signs / 2 && worth.prefers >= most_robust->prefers / 2;
}

// The demands that a package keeps: those of the central problem, but for no-deal values; none when
// no deal keeps them all.
bargaining::Problem kept_demands(const Model& model, const Worlds& worlds) {
  bargaining::Problem problem = central_problem(model, worlds);
  for (bargaining::Party& each : problem.parties) each.reservation.reset();
  const auto zone = bargaining::zone(problem, 0);
  if (!zone || !zone->exists) {
    problem.red_lines.clear();
    problem.linkages.clear();
  }
  return problem;
}

bool keeps(const bargaining::Problem& demands, const Deal& deal) {
  return std::none_of(demands.red_lines.begin(), demands.red_lines.end(),
                      [&](const bargaining::RedLine& line) {
                        return bargaining::binds(demands, line) && deal[line.issue] == line.option;
                      }) &&
         std::all_of(demands.linkages.begin(), demands.linkages.end(),
                     [&](const bargaining::Linkage& linkage) {
                       return !bargaining::binds(demands, linkage) ||
                              bargaining::keeps(linkage, deal);
                     });
}

std::set<Deal> starting_points(const Model& model, const Worlds& worlds,
                               const bargaining::Problem& demands) {
  std::set<Deal> starts;
  const auto add_solutions = [&](const bargaining::Problem& problem) {
    bargaining::SolutionOptions options;
    options.most_nodes = kNodesToStart;
    options.most_deals = 1;
    const auto solutions = bargaining::solve_all(problem, options);
    if (!solutions) return;
    for (const bargaining::Solution& each : *solutions) {
      if (each.maximisers.empty()) continue;
      const Deal& deal = each.maximisers.front().deals.front();
      if (keeps(demands, deal)) starts.insert(deal);
    }
  };
  add_solutions(demands);
  const std::size_t step = std::max<std::size_t>(1, worlds.drawn.size() / kWorldsToStart);
  for (std::size_t i = 0; i < worlds.drawn.size(); i += step) {
    if (worlds.share[i] > 0) add_solutions(problem_in(model, worlds.drawn[i]));
  }
  return starts;
}

// The deals met while climbing, each with its worth.
class Climb {
 public:
  explicit Climb(const Landscape& landscape) : landscape_(landscape) {}

  const Worth& worth(const Deal& deal) {
    const auto known = met_.find(deal);
    if (known != met_.end()) return known->second;
    return met_.emplace(deal, landscape_.worth(deal)).first->second;
  }

  const std::map<Deal, Worth>& met() const { return met_; }

 private:
  const Landscape& landscape_;
  std::map<Deal, Worth> met_;
};

void climb_from(Deal deal, const Model& model, Principle principle, std::size_t weakest,
                const std::optional<Worth>& most_robust, const bargaining::Problem& demands,
                Climb& climb) {
  for (bool improved = true; improved;) {
    improved = false;
    Score best = score(principle, climb.worth(deal), weakest);
    Deal better = deal;
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      const std::size_t options = model.first_option(issue + 1) - model.first_option(issue);
      for (std::size_t option = 0; option < options; ++option) {
        if (option == deal[issue]) continue;
        Deal changed = deal;
        changed[issue] = option;
        if (!keeps(demands, changed)) continue;
        const Worth& worth = climb.worth(changed);
        if (!admits(principle, worth, most_robust)) continue;
        const Score reached = score(principle, worth, weakest);
        if (reached > best) {
          best = reached;
          better = std::move(changed);
          improved = true;
        }
      }
    }
    deal = std::move(better);
  }
}

Readings as_text(const Model& model, const Deal& deal) {
  Readings text;
  for (std::size_t issue = 0; issue < deal.size(); ++issue) {
    text.push_back({model.first_option(issue) + deal[issue]});
  }
  return text;
}

}  // namespace

std::vector<Package> find_packages(const Model& model, const Worlds& worlds) {
  std::vector<Package> packages;
  if (model.consenting().empty()) return packages;
  const Landscape landscape(model, worlds);
  const bargaining::Problem demands = kept_demands(model, worlds);
  const std::set<Deal> starts = starting_points(model, worlds, demands);
  Climb climb(landscape);
  std::optional<Worth> most_robust;
  std::size_t weakest = 0;
  for (const Principle principle : {Principle::most_robust, Principle::fairest,
                                    Principle::most_valuable, Principle::best_for_the_weakest}) {
    for (const Deal& start : starts) {
      climb_from(start, model, principle, weakest, most_robust, demands, climb);
    }
    const Deal* best = nullptr;
    for (const auto& [deal, worth] : climb.met()) {
      const bool taken = std::any_of(packages.begin(), packages.end(),
                                     [&](const Package& each) { return each.deal == deal; });
      if (taken || !admits(principle, worth, most_robust)) continue;
      if (best == nullptr ||
          score(principle, worth, weakest) > score(principle, climb.met().at(*best), weakest)) {
        best = &deal;
      }
    }
    if (best == nullptr) continue;
    if (principle == Principle::most_robust) {
      most_robust = climb.met().at(*best);
      weakest = static_cast<std::size_t>(
          std::min_element(most_robust->gains.begin(), most_robust->gains.end()) -
          most_robust->gains.begin());
    }
    packages.push_back({principle, *best, assess_text(model, worlds, as_text(model, *best))});
  }
  return packages;
}

}  // namespace parley::assess
