#include "parley/bargaining/frontier.hpp"

#include "parley/bargaining/combine.hpp"

namespace parley::bargaining {

Result<Frontier> frontier(const Problem& problem, const FrontierOptions& options, const Control&) {
  const Result<internal::Model> model =
      internal::build_model(problem, {.most_deals = options.most_deals});
  if (!model) return tl::unexpected(model.error());
  Frontier result;
  if (!model->feasible) return result;
  const auto combined = internal::combine(*model, {model->floor, {}}, options.most_points);
  if (!combined)
    return fail(FailureKind::too_large, "frontier-too-large", {},
                "the frontier has more points than were asked for");
  for (std::size_t i = 0; i < combined->size(); ++i) {
    Point point;
    point.deals = combined->deals(i, options.most_deals);
    point.utilities = utilities(problem, point.deals.front());
    point.outcomes = combined->outcomes(i);
    result.outcomes += point.outcomes;
    result.points.push_back(std::move(point));
  }
  return result;
}

}  // namespace parley::bargaining
