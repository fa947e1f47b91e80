#include "parley/bargaining/analysis.hpp"

#include "parley/bargaining/distance.hpp"

namespace parley::bargaining {
namespace {

// Moves a result into its place; false, with the failure kept, when there is none.
template <class T, class Place>
bool take(Result<T> result, Place& place, std::optional<Failure>& failure) {
  if (!result) {
    failure = std::move(result.error());
    return false;
  }
  place = std::move(*result);
  return true;
}

}  // namespace

Result<Analysis> analyse(const Problem& problem, const std::vector<Draft>& drafts,
                         const AnalysisOptions& options, const Control& control) {
  if (Diagnostics found = check(problem); has_errors(found)) return invalid(std::move(found));
  Analysis result;
  std::optional<Failure> failure;
  result.outcomes = count_outcomes(problem);
  constexpr std::size_t kMostSteps = 2'000'000;  // of counting the zone
  bool done = take(zone(problem, kMostSteps, control), result.zone, failure) &&
              take(frontier(problem, options.frontier, control), result.frontier, failure) &&
              take(solve_all(problem, options.solutions, control), result.solutions, failure) &&
              take(opposition(problem, control), result.opposition, failure);
  if (done && !result.zone.exists) {
    done = take(explain(problem, options.explanation, control), result.explanation, failure);
  }
  for (const Draft& draft : drafts) {
    DraftTrades& each = result.trades.emplace_back();
    each.draft = draft.name;
    done = done && take(trades(problem, draft.deal, options.trades, control), each.trades, failure);
  }
  if (!done) return tl::unexpected(std::move(*failure));
  return result;
}

}  // namespace parley::bargaining
