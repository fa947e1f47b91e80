#include "parley/bargaining/frontier.hpp"

#include "parley/bargaining/combine.hpp"
#include "parley/bargaining/cover.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {

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
  const auto rational = internal::find_rational(*model, control);
  if (!rational) return tl::unexpected(rational.error());
  if (!*rational) return result;
  const auto covered = internal::cover(
      *model, **rational, {.gap = options.gap, .most_points = options.most_points}, control);
  if (!covered) return tl::unexpected(covered.error());
  result.exact = false;
  result.gap = covered->gap;
  for (const internal::Choices& each : covered->points) {
    Count outcomes = 1;
    for (std::size_t b = 0; b < each.size(); ++b) {
      outcomes *= model->blocks[b].choices[each[b]].count;
    }
    add({{}, {internal::deal(problem, *model, each)}, std::move(outcomes)});
  }
  return result;
}

}  // namespace parley::bargaining
