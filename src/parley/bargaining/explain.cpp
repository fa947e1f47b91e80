#include "parley/bargaining/explain.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "parley/bargaining/minimal_sets.hpp"
#include "parley/bargaining/parts.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

using internal::Choices;
using internal::InForce;
using internal::ItemSet;
using internal::Model;

// Combinations of alternatives that are tried before choices are given up.
constexpr std::size_t kMostCombinations = 256;

ItemSet all_items(std::size_t count) {
  ItemSet all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

ItemSet without(const ItemSet& all, const ItemSet& some) {
  ItemSet rest;
  std::ranges::set_difference(all, some, std::back_inserter(rest));
  return rest;
}

// Sets with items in common together, in the order of their first.
std::vector<std::vector<ItemSet>> components(const std::vector<ItemSet>& sets) {
  std::vector<std::pair<ItemSet, std::vector<ItemSet>>> groups;  // all items, sets
  for (const ItemSet& set : sets) {
    std::pair<ItemSet, std::vector<ItemSet>> joined{set, {set}};
    std::erase_if(groups, [&](auto& group) {
      if (internal::disjoint(group.first, set)) return false;
      ItemSet items;
      std::ranges::set_union(joined.first, group.first, std::back_inserter(items));
      joined.first = std::move(items);
      joined.second.insert(joined.second.end(), group.second.begin(), group.second.end());
      return true;
    });
    groups.push_back(std::move(joined));
  }
  std::vector<std::vector<ItemSet>> result;
  for (auto& [items, members] : groups) result.push_back(std::move(members));
  return result;
}

class Explainer {
 public:
  Explainer(const Problem& problem, const ExplainOptions& options, const Control& control)
      : problem_(problem),
        options_(options),
        control_(control),
        demands_(demands(problem)),
        all_(all_items(demands_.size())) {}

  Result<Explanation> run() {
    Explanation result;
    const Result<bool> possible = can_stand({});
    if (!possible) return tl::unexpected(possible.error());
    result.impossible = !*possible;
    result.size = options_.size;
    const Result<bool> zone = can_stand(all_);
    if (!zone) return tl::unexpected(zone.error());
    if (*zone || result.impossible) return result;

    const auto conflicts = internal::minimal_sets(
        all_.size(),
        [&](const ItemSet& kept) { return can_stand(kept).map([](bool yes) { return !yes; }); },
        options_.size, options_.most_sets);
    if (!conflicts) return tl::unexpected(conflicts.error());
    auto openings = internal::minimal_sets(
        all_.size(), [&](const ItemSet& softened) { return opens(softened); }, options_.size,
        options_.most_sets);
    if (!openings) return tl::unexpected(openings.error());
    result.size = std::min(openings->size, conflicts->size);
    const Result<void> alone = add_own(openings->sets);
    if (!alone) return tl::unexpected(alone.error());
    for (const ItemSet& each : openings->sets) {
      Result<Opening> opening = describe(each);
      if (!opening) return tl::unexpected(std::move(opening.error()));
      result.openings.push_back(std::move(*opening));
    }
    for (const ItemSet& each : conflicts->sets) {
      Result<Conflict> conflict = described(each);
      if (!conflict) return tl::unexpected(std::move(conflict.error()));
      result.conflicts.push_back(std::move(*conflict));
    }
    auto choices = find_choices(conflicts->sets);
    if (!choices) return tl::unexpected(std::move(choices.error()));
    result.choices = std::move(*choices);
    rank(result);
    return result;
  }

 private:
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
    const auto found = internal::find_deal(problem_, in_force(kept), control_);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return false;
    std::vector<bool>& met = known_.emplace_back();
    for (const Demand each : demands_) met.push_back(meets(problem_, each, **found));
    return true;
  }

  Result<bool> opens(const ItemSet& softened) { return can_stand(without(all_, softened)); }

  bool is_owner(std::size_t party, std::size_t item) const {
    return owner(problem_, demands_[item]) == party;
  }

  // An opening for each party that could open a zone alone and has none yet: its demands without
  // those that can be taken back, the firmest first.
  Result<void> add_own(std::vector<ItemSet>& openings) {
    for (std::size_t party = 0; party < problem_.parties.size(); ++party) {
      const auto is_its = [&](std::size_t item) { return is_owner(party, item); };
      const auto is_its_alone = [&](const ItemSet& set) {
        return std::ranges::all_of(set, is_its);
      };
      if (std::ranges::any_of(openings, is_its_alone)) continue;
      ItemSet own;
      std::ranges::copy_if(all_, std::back_inserter(own), is_its);
      const Result<bool> enough = opens(own);
      if (!enough) return tl::unexpected(enough.error());
      if (!*enough) continue;
      ItemSet firmest_first = own;
      std::ranges::stable_sort(firmest_first, std::greater{}, [&](std::size_t item) {
        return firmness(problem_, demands_[item]);
      });
      for (const std::size_t item : firmest_first) {
        const ItemSet less = without(own, {item});
        const Result<bool> still = opens(less);
        if (!still) return tl::unexpected(still.error());
        if (*still) own = less;
      }
      openings.push_back(std::move(own));
    }
    return {};
  }

  std::vector<Demand> in_order(const ItemSet& items, bool firmest_first) const {
    std::vector<Demand> result;
    for (const std::size_t item : items) result.push_back(demands_[item]);
    std::ranges::stable_sort(result, {}, [&](Demand d) {
      return firmest_first ? -firmness(problem_, d) : firmness(problem_, d);
    });
    return result;
  }

  Result<Conflict> described(const ItemSet& items) const {
    Conflict conflict{in_order(items, false), {}};
    const bool reservations_only = std::ranges::all_of(
        conflict.demands, [](Demand each) { return each.kind == DemandKind::reservation; });
    if (!reservations_only) return conflict;
    const Result<Model> model = internal::build_model(problem_, in_force(items));
    if (!model) return tl::unexpected(model.error());
    const auto counted = [&](std::size_t coordinate) {
      return model->floor[coordinate].has_value();
    };
    const auto found = search_reservations(*model, counted, {.most_nodes = 1, .root_steps = 500});
    if (!found) return tl::unexpected(found.error());
    if (found->multipliers.empty()) return conflict;
    std::vector<double> weights = found->multipliers.front();
    for (std::size_t i = 0; i < model->width(); ++i) weights[i] /= model->span(i);
    for (const internal::Block& block : model->blocks) {
      Driver driver{block.issues, 0};
      double best = -std::numeric_limits<double>::infinity();
      for (std::size_t c = 0; c < block.choices.size(); ++c) {
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
          sum += weights[i] * static_cast<double>(block.units[c * weights.size() + i]);
        }
        best = std::max(best, sum);
      }
      for (std::size_t i = 0; i < weights.size(); ++i) {
        driver.loss += weights[i] * static_cast<double>(block.best[i]);
      }
      driver.loss -= best;
      if (driver.loss > kTolerance) conflict.drivers.push_back(std::move(driver));
    }
    std::ranges::stable_sort(conflict.drivers, std::greater{}, &Driver::loss);
    return conflict;
  }

  // The deal over the floors whose smallest gain over the reservation values that count is largest,
  // each on its party's span.
  Result<internal::SearchResult> search_reservations(const Model& model, const auto& counts,
                                                     const internal::SearchOptions& options) const {
    internal::Objective objective;
    internal::Scoring scoring;
    for (std::size_t i = 0; i < model.width(); ++i) {
      const bool counted = counts(i);
      const double factor = 1 / model.span(i);
      const double from = counted ? *problem_.parties[model.parties[i]].reservation *
                                        model.scales[i].units_per_one()
                                  : static_cast<double>(model.worst[i]);
      objective.counted.push_back(counted);
      objective.floor.push_back(counted || !model.floor[i]
                                    ? -std::numeric_limits<double>::infinity()
                                    : (static_cast<double>(*model.floor[i]) - from) * factor);
      scoring.factor.push_back(factor);
      scoring.offset.push_back(from * factor);
    }
    return internal::search(model, objective, scoring, options, control_);
  }

  // The deal that asks least of the softened reservation values, all other demands met.
  Result<Opening> describe(const ItemSet& softened) const {
    InForce rest = in_force(without(all_, softened));
    for (const std::size_t item : softened) {
      const Demand each = demands_[item];
      if (each.kind == DemandKind::reservation) rest.measured[each.index] = true;
    }
    Opening opening;
    double least = -std::numeric_limits<double>::infinity();
    for (const InForce& part : internal::parts(problem_, rest)) {
      const Result<Model> model = internal::build_model(problem_, part);
      if (!model) return tl::unexpected(model.error());
      if (!model->feasible) continue;
      const Result<std::optional<Choices>> rational = internal::find_rational(*model, control_);
      if (!rational) return tl::unexpected(rational.error());
      if (!*rational) continue;
      Choices best = **rational;
      double value = 0;
      const auto soft = [&](std::size_t coordinate) {
        return !model->acts[coordinate] && part.measured[model->parties[coordinate]];
      };
      bool any = false;
      for (std::size_t i = 0; i < model->width(); ++i) any = any || soft(i);
      if (any) {
        auto found = search_reservations(*model, soft, {.begin = best});
        if (!found) return tl::unexpected(std::move(found.error()));
        best = *found->best;
        value = found->value;
      }
      if (value <= least) continue;
      least = value;
      opening.deal = internal::deal(*model, best);
    }
    opening.demands = in_order(softened, true);
    for (const Demand each : opening.demands) {
      opening.movers.push_back(owner(problem_, each));
      opening.shortfall.push_back(
          each.kind == DemandKind::reservation
              ? std::max(0.0, *problem_.parties[each.index].reservation -
                                  utility(problem_, each.index, opening.deal))
              : 0);
    }
    std::ranges::sort(opening.movers);
    const auto doubles = std::ranges::unique(opening.movers);
    opening.movers.erase(doubles.begin(), doubles.end());
    return opening;
  }

  // The alternatives of each component of the conflicts, if all their combinations open a zone.
  Result<std::vector<Choice>> find_choices(const std::vector<ItemSet>& conflicts) {
    std::vector<std::vector<ItemSet>> alternatives;
    std::size_t combinations = 1;
    for (const std::vector<ItemSet>& component : components(conflicts)) {
      const auto hits = [&](const ItemSet& set) -> Result<bool> {
        return std::ranges::none_of(
            component, [&](const ItemSet& each) { return internal::disjoint(each, set); });
      };
      auto found = internal::minimal_sets(all_.size(), hits, component.size(), options_.most_sets);
      combinations *= found->sets.size();
      if (found->size < component.size() || combinations > kMostCombinations) return {};
      alternatives.push_back(std::move(found->sets));
    }
    if (alternatives.size() < 2) return {};
    for (std::size_t combination = 0; combination < combinations; ++combination) {
      ItemSet softened;
      std::size_t rest = combination;
      for (const std::vector<ItemSet>& each : alternatives) {
        const ItemSet& taken = each[rest % each.size()];
        softened.insert(softened.end(), taken.begin(), taken.end());
        rest /= each.size();
      }
      std::ranges::sort(softened);
      const Result<bool> open = opens(softened);
      if (!open) return tl::unexpected(open.error());
      if (!*open) return {};
    }
    std::vector<Choice> result;
    for (const std::vector<ItemSet>& each : alternatives) {
      Choice& choice = result.emplace_back();
      for (const ItemSet& set : each) choice.alternatives.push_back(in_order(set, true));
      std::ranges::stable_sort(choice.alternatives, {},
                               [&](const std::vector<Demand>& set) { return hardness(set); });
    }
    return result;
  }

  // What openings are ordered by, their demands the firmest first.
  std::tuple<double, std::size_t, double> hardness(const std::vector<Demand>& demands) const {
    double sum = 0;
    for (const Demand each : demands) sum += firmness(problem_, each);
    return {firmness(problem_, demands.front()), demands.size(), sum};
  }

  void rank(Explanation& result) const {
    std::ranges::stable_sort(result.conflicts, {}, [&](const Conflict& each) {
      return std::pair(each.demands.size(),
                       each.demands.empty() ? 0 : firmness(problem_, each.demands.front()));
    });
    std::ranges::stable_sort(result.openings, {},
                             [&](const Opening& each) { return hardness(each.demands); });
  }

  const Problem& problem_;
  const ExplainOptions& options_;
  const Control& control_;
  std::vector<Demand> demands_;
  ItemSet all_;
  std::vector<std::vector<bool>> known_;  // for each deal found: which demands it meets
};

}  // namespace

Result<Explanation> explain(const Problem& problem, const ExplainOptions& options,
                            const Control& control) {
  return Explainer(problem, options, control).run();
}

}  // namespace parley::bargaining
