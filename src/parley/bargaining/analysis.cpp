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
  // Progress is told by questions answered.
  const double questions = 5 + static_cast<double>(drafts.size());
  double answered = 0;
  const auto tell = [&](bool done) {
    answered += 1;
    if (done && control.progress) control.progress(answered / questions);
    return done;
  };
  result.outcomes = count_outcomes(problem);
  constexpr std::size_t kMostSteps = 2'000'000;  // of counting the zone
  bool done =
      tell(take(zone(problem, kMostSteps, control), result.zone, failure)) &&
      tell(take(frontier(problem, options.frontier, control), result.frontier, failure)) &&
      tell(take(solve_all(problem, options.solutions, control), result.solutions, failure)) &&
      tell(take(opposition(problem, control), result.opposition, failure));
  if (done && !result.zone.exists) {
    done = take(explain(problem, options.explanation, control), result.explanation, failure);
  }
  done = tell(done);
  for (const Draft& draft : drafts) {
    DraftTrades& each = result.trades.emplace_back();
    each.draft = draft.name;
    done = done &&
           tell(take(trades(problem, draft.deal, options.trades, control), each.trades, failure));
  }
  if (!done) return tl::unexpected(std::move(*failure));
  return result;
}

}  // namespace parley::bargaining
