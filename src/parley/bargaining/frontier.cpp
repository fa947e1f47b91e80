#include "parley/bargaining/frontier.hpp"

#include <algorithm>

#include "parley/bargaining/combine.hpp"
#include "parley/bargaining/cover.hpp"
#include "parley/bargaining/gather.hpp"
#include "parley/bargaining/half_cover.hpp"
#include "parley/bargaining/parts.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

Result<internal::Cover> covered_within(const internal::Model& model,
                                       const internal::CoverOptions& options,
                                       const Control& control) {
  const auto rational = internal::find_rational(model, control);
  if (!rational) return tl::unexpected(rational.error());
  if (!*rational) return internal::Cover{};
  auto by_halves = internal::cover_by_halves(model, options, control);
  if (!by_halves) return tl::unexpected(std::move(by_halves.error()));
  if (*by_halves) return std::move(**by_halves);
  // Zones for a smaller gap than this are too many.
  constexpr double kSmallestGapByZones = 0.02;
  internal::CoverOptions wider = options;
  wider.gap = std::max(options.gap, kSmallestGapByZones);
  return internal::cover(model, **rational, wider, control);
}

// All points of all parts; nothing when there are more than are asked for.
std::optional<internal::Gathered> listed(const Problem& problem,
                                         const std::vector<internal::Part>& parts,
                                         const FrontierOptions& options) {
  internal::Gathered points(problem, options.most_deals);
  for (const internal::Part& each : parts) {
    const auto all = internal::combine(each.model, {each.model.floor, {}}, options.most_points);
    if (!all) return std::nullopt;
    for (std::size_t i = 0; i < all->size(); ++i) {
      points.add(all->units(i), each.model.counted, all->deals(i, options.most_deals),
                 all->outcomes(i));
    }
  }
  return points;
}

}  // namespace

Result<Frontier> frontier(const Problem& problem, const FrontierOptions& options,
                          const Control& control) {
  const auto parts = internal::build_parts(problem, {.most_deals = options.most_deals});
  if (!parts) return tl::unexpected(parts.error());
  Frontier result;
  const auto take = [&](internal::Gathered points) {
    for (auto& [row, point] : std::move(points).undominated()) {
      result.outcomes += point.outcomes;
      result.points.push_back(std::move(point));
    }
  };
  if (auto all = listed(problem, *parts, options)) {
    take(std::move(*all));
    if (result.points.size() <= options.most_points) return result;
    result = {};
  }
  internal::Gathered points(problem, options.most_deals);
  const std::size_t share = std::max<std::size_t>(1, options.most_points / parts->size());
  for (const internal::Part& each : *parts) {
    const auto covered = covered_within(
        each.model,
        {.gap = options.gap, .most_points = share, .most_comparisons = options.most_steps},
        control);
    if (!covered) return tl::unexpected(covered.error());
    for (const internal::Choices& choices : covered->points) {
      result.exact = false;
      points.add(internal::units(each.model, choices), each.model.counted,
                 {internal::deal(each.model, choices)}, internal::outcomes(each.model, choices));
    }
    result.gap = std::max(result.gap, covered->gap);
  }
  take(std::move(points));
  return result;
}

}  // namespace parley::bargaining
