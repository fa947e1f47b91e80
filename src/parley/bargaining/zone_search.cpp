#include "parley/bargaining/zone_search.hpp"

#include <algorithm>
#include <limits>

#include "parley/bargaining/parts.hpp"

namespace parley::bargaining::internal {
namespace {

// Without the demands of the parties that are open, unless their acts are taken and break one of
// them: then the deals that need the party and those that do not are looked at separately.
Result<std::optional<Deal>> find_deal(const Problem& problem, const InForce& in_force,
                                      const std::vector<std::size_t>& open,
                                      const Control& control) {
  InForce relaxed = in_force;
  for (const std::size_t party : open) relaxed = unasked(problem, std::move(relaxed), party);
  const Result<Model> model = build_model(problem, relaxed, {.most_deals = 1});
  if (!model) return tl::unexpected(model.error());
  if (!model->feasible) return std::nullopt;
  const Result<std::optional<Choices>> found = find_rational(*model, control);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::nullopt;
  Deal result = deal(*model, **found);
  const auto refuses = [&](std::size_t party) {
    return std::ranges::any_of(demands(problem), [&](Demand each) {
      return owner(problem, each) == party && in_force[each] && !meets(problem, each, result);
    });
  };
  const auto refused = std::ranges::find_if(open, refuses);
  if (refused == open.end()) return result;
  std::vector<std::size_t> rest = open;
  rest.erase(rest.begin() + (refused - open.begin()));
  auto without = find_deal(problem, idle(problem, in_force, *refused), rest, control);
  if (!without || *without) return without;
  return find_deal(problem, in_force, rest, control);
}

}  // namespace

Result<std::optional<Choices>> find_rational(const Model& model, const Control& control) {
  const std::size_t width = model.width();
  Objective objective{
      Objective::Kind::smallest, std::vector<bool>(width), std::vector<double>(width), {}};
  Scoring scoring;
  bool binds = false;
  for (std::size_t i = 0; i < width; ++i) {
    const double factor = 1 / model.span(i);
    const bool counted = model.floor[i] && *model.floor[i] > model.worst[i];
    if (counted && *model.floor[i] > model.best[i]) return std::nullopt;
    binds = binds || counted;
    objective.counted[i] = counted;
    if (!counted) objective.floor[i] = -std::numeric_limits<double>::infinity();
    scoring.factor.push_back(factor);
    scoring.offset.push_back(static_cast<double>(counted ? *model.floor[i] : model.worst[i]) *
                             factor);
  }
  if (!binds) return Choices(model.blocks.size(), 0);
  // Below zero by more than the search's rounding, so that a deal on the floor is not cut off.
  constexpr double kBelow = -1e-9;
  Result<SearchResult> found =
      search(model, objective, scoring,
             {.most_nodes = std::numeric_limits<std::size_t>::max(), .least = kBelow, .enough = 0},
             control);
  if (!found) return tl::unexpected(std::move(found.error()));
  return std::move(found->best);
}

Result<std::optional<Deal>> find_deal(const Problem& problem, const InForce& in_force,
                                      const Control& control) {
  return find_deal(problem, in_force, conditional_parties(problem, in_force), control);
}

}  // namespace parley::bargaining::internal
