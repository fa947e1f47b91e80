#include "parley/bargaining/zone_search.hpp"

#include <algorithm>
#include <limits>

namespace parley::bargaining::internal {

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

}  // namespace parley::bargaining::internal
