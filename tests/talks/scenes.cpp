#include "talks/scenes.hpp"

#include "bargaining/small_problem.hpp"

namespace parley::talks {

bargaining::Problem one_issue() {
  return bargaining::small_problem(
      {{"v", {"v1", "v2", "v3", "v4"}}},
      {{"A", {1}, {{1, 0.6, 0.45, 0}}, 0}, {"B", {1}, {{0, 0.44, 0.7, 1}}, 0}});
}

bargaining::Problem price_and_delivery() {
  return bargaining::small_problem(
      {{"price", {"low", "mid", "high"}}, {"delivery", {"1w", "2w", "4w"}}},
      {{"A", {0.6, 0.4}, {{0, 0.5, 1}, {0, 0.7, 1}}, 0},
       {"B", {0.5, 0.5}, {{1, 0.6, 0}, {1, 0.8, 0}}, 0}});
}

bargaining::Problem pie(std::size_t slices) {
  bargaining::Problem problem;
  problem.issues.push_back({"slices to A", bargaining::IssueKind::ordered, {}, {}});
  problem.parties = {{"A", true, 0.0, 1, {1}, {{}}}, {"B", true, 0.0, 1, {1}, {{}}}};
  for (std::size_t k = 0; k <= slices; ++k) {
    const double share = static_cast<double>(k) / static_cast<double>(slices);
    problem.issues[0].options.push_back({std::to_string(k), std::nullopt});
    problem.parties[0].values[0].push_back(share);
    problem.parties[1].values[0].push_back(1 - share);
  }
  return problem;
}

Setup setup_of(std::shared_ptr<const Space> space, const std::vector<std::string>& strategies,
               std::size_t deadline, Protocol protocol) {
  Setup setup{std::move(space), std::move(protocol), {}, deadline, {}};
  for (std::size_t p = 0; p < setup.space->parties(); ++p) {
    if (!bargaining::may_be_asked(setup.space->problem(), p)) continue;
    const std::size_t which = std::min(setup.seats.size(), strategies.size() - 1);
    setup.seats.push_back(find_strategy(strategies[which])->play);
    setup.seats.back().party = p;
  }
  return setup;
}

std::string transcript(const Setup& setup, std::uint64_t seed) {
  std::vector<Move> moves;
  const auto outcome = talk(setup, seed, 0, [&](const Move& each) { moves.push_back(each); });
  return outcome ? to_text(setup, moves) : "failed: " + to_text(outcome.error().diagnostics[0]);
}

}  // namespace parley::talks
