#include "parley/conflict/json.hpp"

#include <nlohmann/json.hpp>

namespace parley::conflict {
namespace {

Json states(const Graph& graph) {
  Json array = Json::array();
  for (StateIndex s = 0; s < graph.size; ++s) {
    array.push_back({{"index", s + 1}, {"label", graph.label(s)}, {"options", graph.letters(s)}});
  }
  return array;
}

Json stable(const Graph& graph, const Stability& stability) {
  Json object = Json::object();
  for (const Concept each : kConcepts) {
    Json by_player = Json::object();
    for (std::size_t i = 0; i < graph.players.size(); ++i) {
      by_player[graph.players[i].name] = state_numbers(stability.stable_states(each, i));
    }
    object[std::string(name(each))] = std::move(by_player);
  }
  return object;
}

Json equilibria(const Stability& stability) {
  Json object = Json::object();
  for (const Concept each : kConcepts) {
    object[std::string(name(each))] = state_numbers(stability.equilibria(each));
  }
  return object;
}

}  // namespace

Json state_numbers(const std::vector<StateIndex>& states) {
  Json array = Json::array();
  for (const StateIndex each : states) array.push_back(each + 1);
  return array;
}

Json to_json(const Graph& graph, const Analysis& analysis) {
  Json result;
  result["states"] = states(graph);
  result["options"] = graph.options;
  result["decision_makers"] = Json::array();
  for (const Player& each : graph.players) result["decision_makers"].push_back(each.name);
  result["stable"] = stable(graph, analysis.stability);
  result["equilibria"] = equilibria(analysis.stability);
  return result;
}

}  // namespace parley::conflict
