#include "parley/conflict/json.hpp"

#include <nlohmann/json.hpp>

#include "parley/conflict/states.hpp"

namespace parley::conflict {
namespace {

Json numbers(const std::vector<StateIndex>& states) {
  Json array = Json::array();
  for (const StateIndex each : states) array.push_back(each + 1);
  return array;
}

Json number_or_null(const std::optional<StateIndex>& state) {
  return state ? Json(*state + 1) : Json(nullptr);
}

Json to_json(const Graph& graph, const Path& path) {
  Json array = Json::array();
  for (const Step& each : path) {
    array.push_back({{"decision_maker", graph.players[each.player].name}, {"to", each.state + 1}});
  }
  return array;
}

Json to_json(const Graph& graph, const std::optional<Path>& path) {
  return path ? to_json(graph, *path) : Json(nullptr);
}

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
      by_player[graph.players[i].name] = numbers(stability.stable_states(each, i));
    }
    object[std::string(name(each))] = std::move(by_player);
  }
  return object;
}

Json equilibria(const Stability& stability) {
  Json object = Json::object();
  for (const Concept each : kConcepts) {
    object[std::string(name(each))] = numbers(stability.equilibria(each));
  }
  return object;
}

std::string group_name(const Graph& graph, Group group) {
  std::string text;
  for (std::size_t i = 0; i < graph.players.size(); ++i) {
    if (contains(group, i)) text += (text.empty() ? "" : "+") + graph.players[i].name;
  }
  return text;
}

Json coalitions(const Graph& graph, const Analysis& analysis) {
  if (!analysis.coalitions) return nullptr;
  const CoalitionStability& found = *analysis.coalitions;
  Json object = Json::object();
  for (const GroupConcept each : kGroupConcepts) {
    Json by_group = Json::object();
    for (std::size_t g = 0; g < found.groups.size(); ++g) {
      by_group[group_name(graph, found.groups[g])] = numbers(found.stable_states(each, g));
    }
    object[std::string(name(each))] = {{"stable", std::move(by_group)},
                                       {"universal", numbers(found.universal(each))}};
  }
  object["improvements"] = Json::array();
  for (const JointImprovement& each : analysis.joint_improvements) {
    object["improvements"].push_back({{"coalition", group_name(graph, each.group)},
                                      {"from", each.from + 1},
                                      {"to", each.path.back().state + 1},
                                      {"path", to_json(graph, each.path)}});
  }
  return object;
}

Json paths(const Graph& graph, const Analysis& analysis) {
  Json routes = Json::array();
  for (const Route& each : analysis.routes) {
    routes.push_back({{"to", each.to + 1},
                      {"by_moves", to_json(graph, each.by_moves)},
                      {"by_improvements", to_json(graph, each.by_improvements)}});
  }
  return {{"from", analysis.from + 1},
          {"routes", std::move(routes)},
          {"left_out", analysis.routes_left_out}};
}

}  // namespace

Json to_json(const Graph& graph, const Analysis& analysis) {
  Json result;
  result["states"] = states(graph);
  result["options"] = graph.options;
  result["decision_makers"] = Json::array();
  for (const Player& each : graph.players) result["decision_makers"].push_back(each.name);
  result["stable"] = stable(graph, analysis.stability);
  result["equilibria"] = equilibria(analysis.stability);
  result["coalitions"] = coalitions(graph, analysis);
  result["paths"] = paths(graph, analysis);
  return result;
}

Json to_json(const Graph& graph, const Witness& witness) {
  Json deviations = Json::array();
  for (const Deviation& each : witness.deviations) {
    deviations.push_back({{"improvement", each.improvement + 1},
                          {"sanction", to_json(graph, each.sanction)},
                          {"escape", number_or_null(each.escape)}});
  }
  return {
      {"concept", name(witness.concept_)},   {"decision_maker", graph.players[witness.player].name},
      {"state", witness.state + 1},          {"stable", witness.stable},
      {"deviations", std::move(deviations)}, {"text", to_text(graph, witness)}};
}

Json infeasible_json(const GraphModel& model) {
  const auto counts = ruled_out(model);
  Json array = Json::array();
  for (std::size_t k = 0; k < counts.size(); ++k) {
    array.push_back(
        {{"condition", to_text(model.infeasible[k],
                               [&](std::size_t option) { return option_name(model, option); })},
         {"rules_out", counts[k] ? Json(std::to_string(*counts[k])) : Json(nullptr)}});
  }
  return array;
}

}  // namespace parley::conflict
