#include "conflict/conflicts.hpp"

namespace parley::conflict {

GraphModel conflict_of(const std::vector<std::string>& makers,
                       const std::vector<HeldOption>& options,
                       const std::vector<std::string>& infeasible,
                       const std::vector<std::vector<StateIndex>>& rankings) {
  GraphModel model;
  for (std::size_t i = 0; i < makers.size(); ++i) {
    DecisionMaker maker{makers[i], {}, Statements{}};
    if (!rankings.empty()) {
      Ranking ranking;
      for (const StateIndex each : rankings[i]) ranking.best_first.push_back({each - 1});
      maker.preference = std::move(ranking);
    }
    model.decision_makers.push_back(std::move(maker));
  }
  for (std::size_t k = 0; k < options.size(); ++k) {
    model.options.push_back({options[k].name, options[k].direction});
    model.decision_makers[options[k].maker].options.push_back(k);
  }
  for (const std::string& each : infeasible) {
    model.infeasible.push_back(*pattern(each, options.size()));
  }
  return model;
}

}  // namespace parley::conflict
