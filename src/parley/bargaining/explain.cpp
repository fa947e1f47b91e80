#include "parley/bargaining/explain.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parley/bargaining/minimal_sets.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

using internal::Choices;
using internal::InForce;
using internal::ItemSet;
using internal::Model;

class Explainer {
 public:
  Explainer(const Problem& problem, const ExplainOptions& options, const Control& control)
      : problem_(problem), options_(options), control_(control), demands_(demands(problem)) {}

  Result<Explanation> run() {
    Explanation result;
    ItemSet all(demands_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const Result<bool> possible = can_stand({});
    if (!possible) return tl::unexpected(possible.error());
    result.impossible = !*possible;
    result.size = options_.size;
    const Result<bool> zone = can_stand(all);
    if (!zone) return tl::unexpected(zone.error());
    if (*zone || result.impossible) return result;

    const auto openings = internal::minimal_sets(
        all.size(), [&](const ItemSet& softened) { return can_stand(without(all, softened)); },
        options_.size, options_.most_sets);
    if (!openings) return tl::unexpected(openings.error());
    const auto conflicts = internal::minimal_sets(
        all.size(),
        [&](const ItemSet& kept) { return can_stand(kept).map([](bool yes) { return !yes; }); },
        options_.size, options_.most_sets);
    if (!conflicts) return tl::unexpected(conflicts.error());
    result.size = std::min(openings->size, conflicts->size);
    for (const ItemSet& each : openings->sets) {
      Result<Opening> opening = describe(each);
      if (!opening) return tl::unexpected(std::move(opening.error()));
      result.openings.push_back(std::move(*opening));
    }
    for (const ItemSet& each : conflicts->sets) {
      Conflict conflict;
      for (const std::size_t item : each) conflict.demands.push_back(demands_[item]);
      std::ranges::stable_sort(conflict.demands, {},
                               [&](Demand d) { return firmness(problem_, d); });
      result.conflicts.push_back(std::move(conflict));
    }
    rank(result);
    return result;
  }

 private:
  static ItemSet without(const ItemSet& all, const ItemSet& some) {
    ItemSet rest;
    std::ranges::set_difference(all, some, std::back_inserter(rest));
    return rest;
  }

  InForce in_force(const ItemSet& kept) const {
    InForce result = InForce::all(problem_);
    for (const Demand each : demands_) result[each] = false;
    for (const std::size_t item : kept) result[demands_[item]] = true;
    return result;
  }

  // Whether some deal meets these demands. Deals found before are tried first.
  Result<bool> can_stand(const ItemSet& kept) {
    const auto met_by = [&](const std::vector<bool>& met) {
      return std::ranges::all_of(kept, [&](std::size_t item) { return met[item]; });
    };
    if (std::ranges::any_of(known_, met_by)) return true;
    const Result<Model> model = internal::build_model(problem_, in_force(kept));
    if (!model) return tl::unexpected(model.error());
    if (!model->feasible) return false;
    const Result<std::optional<Choices>> found = internal::find_rational(*model, control_);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return false;
    const Deal deal = internal::deal(*model, **found);
    std::vector<bool>& met = known_.emplace_back();
    for (const Demand each : demands_) met.push_back(meets(problem_, each, deal));
    return true;
  }

  // The deal that asks least of the softened reservation values, all other demands met.
  Result<Opening> describe(const ItemSet& softened) const {
    ItemSet all(demands_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const Result<Model> model = internal::build_model(problem_, in_force(without(all, softened)));
    if (!model) return tl::unexpected(model.error());
    internal::Objective objective;
    internal::Scoring scoring;
    bool any = false;
    for (std::size_t i = 0; i < model->width(); ++i) {
      const Party& party = problem_.parties[model->parties[i]];
      const bool soft = std::ranges::any_of(softened, [&](std::size_t item) {
        return demands_[item] == Demand{DemandKind::reservation, model->parties[i]};
      });
      const double factor = 1 / model->span(i);
      const double from = soft ? *party.reservation * model->scales[i].units_per_one()
                               : static_cast<double>(model->worst[i]);
      any = any || soft;
      objective.counted.push_back(soft);
      scoring.factor.push_back(factor);
      scoring.offset.push_back(from * factor);
      objective.floor.push_back(model->floor[i]
                                    ? static_cast<double>(*model->floor[i]) * factor - from * factor
                                    : -std::numeric_limits<double>::infinity());
    }
    const Result<std::optional<Choices>> rational = internal::find_rational(*model, control_);
    if (!rational) return tl::unexpected(rational.error());
    Choices best = **rational;
    if (any) {
      auto found = internal::search(*model, objective, scoring, {.begin = best}, control_);
      if (!found) return tl::unexpected(std::move(found.error()));
      best = *found->best;
    }
    Opening opening;
    opening.deal = internal::deal(*model, best);
    for (const std::size_t item : softened) opening.demands.push_back(demands_[item]);
    std::ranges::stable_sort(opening.demands, std::greater{},
                             [&](Demand d) { return firmness(problem_, d); });
    for (const Demand each : opening.demands) {
      opening.shortfall.push_back(
          each.kind == DemandKind::reservation
              ? std::max(0.0, *problem_.parties[each.index].reservation -
                                  utility(problem_, each.index, opening.deal))
              : 0);
    }
    return opening;
  }

  void rank(Explanation& result) const {
    const auto hold = [&](Demand each) { return firmness(problem_, each); };
    std::ranges::stable_sort(result.conflicts, {}, [&](const Conflict& each) {
      return std::pair(each.demands.size(), each.demands.empty() ? 0 : hold(each.demands.front()));
    });
    std::ranges::stable_sort(result.openings, {}, [&](const Opening& each) {
      double sum = 0;
      for (const Demand demand : each.demands) sum += hold(demand);
      return std::tuple(hold(each.demands.front()), each.demands.size(), sum);
    });
  }

  const Problem& problem_;
  const ExplainOptions& options_;
  const Control& control_;
  std::vector<Demand> demands_;
  std::vector<std::vector<bool>> known_;  // for each deal found: which demands it meets
};

}  // namespace

Result<Explanation> explain(const Problem& problem, const ExplainOptions& options,
                            const Control& control) {
  return Explainer(problem, options, control).run();
}

}  // namespace parley::bargaining
