#include "parley/bargaining/frontier.hpp"

#include <algorithm>

#include "parley/bargaining/combine.hpp"
#include "parley/bargaining/cover.hpp"
#include "parley/bargaining/half_cover.hpp"
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

}  // namespace

Result<Frontier> frontier(const Problem& problem, const FrontierOptions& options,
                          const Control& control) {
  const Result<internal::Model> model =
      internal::build_model(problem, {.most_deals = options.most_deals});
  if (!model) return tl::unexpected(model.error());
  Frontier result;
  if (!model->feasible) return result;
  const auto add = [&](Point point) {
    point.utilities = utilities(problem, point.deals.front());
    result.outcomes += point.outcomes;
    result.points.push_back(std::move(point));
  };
  if (const auto all = internal::combine(*model, {model->floor, {}}, options.most_points)) {
    for (std::size_t i = 0; i < all->size(); ++i) {
      add({{}, all->deals(i, options.most_deals), all->outcomes(i)});
    }
    return result;
  }
  const auto covered =
      covered_within(*model, {.gap = options.gap, .most_points = options.most_points}, control);
  if (!covered) return tl::unexpected(covered.error());
  if (covered->points.empty()) return result;
  result.exact = false;
  result.gap = covered->gap;
  for (const internal::Choices& each : covered->points) {
    add({{}, {internal::deal(*model, each)}, internal::outcomes(*model, each)});
  }
  return result;
}

}  // namespace parley::bargaining
