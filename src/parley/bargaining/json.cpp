#include "parley/bargaining/json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace parley::bargaining {
namespace {

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json to_json(const Problem& problem, const std::vector<Point>& points) {
  Json array = Json::array();
  for (const Point& point : points) {
    Json also = Json::array();
    for (std::size_t d = 1; d < point.deals.size(); ++d) {
      also.push_back(to_json(problem, point.deals[d]));
    }
    array.push_back({{"utilities", point.utilities},
                     {"deal", to_json(problem, point.deals.front())},
                     {"outcomes", point.outcomes.to_string()},
                     {"also", std::move(also)}});
  }
  return array;
}

Json names(const Problem& problem, const std::vector<std::size_t>& parties) {
  Json array = Json::array();
  for (const std::size_t each : parties) array.push_back(problem.parties[each].name);
  return array;
}

// Whom the deal asks for acts.
Json needs(const Problem& problem, const Deal& deal) {
  const std::vector<bool> asked = consents_needed(problem, deal);
  Json array = Json::array();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i] && !problem.parties[i].consents) array.push_back(problem.parties[i].name);
  }
  return array;
}

// "ties" are the other maximisers, each as a deal: those of the same utilities first.
Json to_json(const Problem& problem, const Solution& solution) {
  Json result = {{"utilities", Json::array()},
                 {"deal", nullptr},
                 {"needs", Json::array()},
                 {"ties", Json::array()}};
  Count outcomes = 0;
  for (const Point& point : solution.maximisers) {
    outcomes += point.outcomes;
    for (const Deal& deal : point.deals) {
      Json entry = {{"utilities", utilities(problem, deal)},
                    {"deal", to_json(problem, deal)},
                    {"needs", needs(problem, deal)}};
      if (result["deal"].is_null()) {
        result.update(entry);
      } else {
        result["ties"].push_back(std::move(entry));
      }
    }
  }
  result["value"] = solution.maximisers.empty() ? Json(nullptr) : Json(solution.value);
  result["outcomes"] = outcomes.to_string();
  result["exact"] = solution.exact;
  result["gap"] = solution.gap;
  result["left_out"] = names(problem, solution.left_out);
  result["note"] = solution.note;
  return result;
}

Json to_json(const Problem& problem, Demand demand) {
  static constexpr const char* kKinds[] = {"red_line", "reservation", "linkage"};
  return {{"kind", kKinds[static_cast<std::size_t>(demand.kind)]},
          {"party", problem.parties[owner(problem, demand)].name},
          {"text", to_text(problem, demand)},
          {"firmness", firmness(problem, demand)}};
}

Json to_json(const Problem& problem, const Conflict& conflict) {
  Json demands = Json::array();
  for (const Demand each : conflict.demands) demands.push_back(to_json(problem, each));
  Json drivers = Json::array();
  for (const Driver& each : conflict.drivers) {
    Json issues = Json::array();
    for (const std::size_t issue : each.issues) issues.push_back(problem.issues[issue].name);
    drivers.push_back({{"issues", std::move(issues)}, {"loss", each.loss}});
  }
  return {{"demands", std::move(demands)}, {"drivers", std::move(drivers)}};
}

Json to_json(const Problem& problem, const Opening& opening) {
  Json demands = Json::array();
  for (std::size_t i = 0; i < opening.demands.size(); ++i) {
    Json demand = to_json(problem, opening.demands[i]);
    if (opening.demands[i].kind == DemandKind::reservation) demand["by"] = opening.shortfall[i];
    demands.push_back(std::move(demand));
  }
  return {{"demands", std::move(demands)},
          {"movers", names(problem, opening.movers)},
          {"deal", to_json(problem, opening.deal)},
          {"needs", needs(problem, opening.deal)},
          {"utilities", utilities(problem, opening.deal)}};
}

Json to_json(const Problem& problem, const Choice& choice) {
  Json alternatives = Json::array();
  for (const std::vector<Demand>& each : choice.alternatives) {
    Json& demands = alternatives.emplace_back(Json::array());
    for (const Demand demand : each) demands.push_back(to_json(problem, demand));
  }
  return alternatives;
}

// What a party gives and gets, by issue: {"party", "gain", "gives": [...], "gets": [...]}.
Json sides(const Problem& problem, const Trade& trade) {
  Json array = Json::array();
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    Json gives = Json::array();
    Json gets = Json::array();
    for (const TradeStep& step : trade.steps) {
      const double gain = step.gains[i];
      if (gain == 0) continue;
      (gain < 0 ? gives : gets)
          .push_back({{"issue", problem.issues[step.issue].name}, {"value", std::abs(gain)}});
    }
    array.push_back({{"party", problem.parties[i].name},
                     {"gain", trade.gains[i]},
                     {"gives", std::move(gives)},
                     {"gets", std::move(gets)}});
  }
  return array;
}

Json to_json(const Problem& problem, const Trade& trade) {
  Json steps = Json::array();
  for (const TradeStep& each : trade.steps) {
    const Issue& issue = problem.issues[each.issue];
    steps.push_back({{"issue", issue.name},
                     {"from", issue.options[each.from].name},
                     {"to", issue.options[each.to].name},
                     {"gains", each.gains}});
  }
  return {{"steps", std::move(steps)},
          {"gains", trade.gains},
          {"joint_gain", trade.joint_gain},
          {"sides", sides(problem, trade)}};
}

Json to_json(const Problem& problem, const DraftTrades& draft) {
  Json found = Json::array();
  for (const Trade& each : draft.trades.trades) found.push_back(to_json(problem, each));
  return {{"draft", draft.draft},
          {"headroom", draft.trades.headroom},
          {"best", to_json(problem, draft.trades.best)},
          {"found", draft.trades.found},
          {"trades", std::move(found)}};
}

Json parties(const Problem& problem) {
  Json array = Json::array();
  for (const Party& each : problem.parties) {
    array.push_back({{"name", each.name},
                     {"consents", each.consents},
                     {"reservation", or_null(each.reservation)}});
  }
  return array;
}

Json issues(const Problem& problem) {
  static constexpr const char* kKinds[] = {"categorical", "ordered", "integer", "real"};
  Json array = Json::array();
  for (const Issue& each : problem.issues) {
    Json issue = {{"name", each.name},
                  {"kind", kKinds[static_cast<std::size_t>(each.kind)]},
                  {"options", each.options.size()}};
    if (each.range) {
      issue["range"] = {
          {"low", each.range->low}, {"high", each.range->high}, {"step", each.range->step}};
    }
    array.push_back(std::move(issue));
  }
  return array;
}

}  // namespace

Json to_json(const Problem& problem, const Deal& deal) {
  Json object = Json::object();
  for (std::size_t k = 0; k < deal.size(); ++k) {
    object[problem.issues[k].name] = problem.issues[k].options[deal[k]].name;
  }
  return object;
}

Json to_json(const Problem& problem, const Analysis& analysis) {
  Json result;
  result["parties"] = parties(problem);
  result["issues"] = issues(problem);
  result["outcomes"] = analysis.outcomes.to_string();
  const Zone& zone = analysis.zone;
  result["zone"] = {{"exists", zone.exists},
                    {"outcomes", zone.outcomes ? Json(zone.outcomes->to_string()) : Json(nullptr)},
                    {"out_of_reach", names(problem, zone.out_of_reach)}};
  result["frontier"] = {{"size", analysis.frontier.points.size()},
                        {"outcomes", analysis.frontier.outcomes.to_string()},
                        {"exact", analysis.frontier.exact},
                        {"gap", analysis.frontier.gap},
                        {"points", to_json(problem, analysis.frontier.points)}};
  result["solutions"] = Json::object();
  for (const Solution& each : analysis.solutions) {
    result["solutions"][std::string(name(each.concept_))] = to_json(problem, each);
  }
  result["opposition"] = or_null(analysis.opposition);
  result["conflicts"] = Json::array();
  result["openings"] = Json::array();
  result["choices"] = Json::array();
  if (analysis.explanation) {
    for (const Conflict& each : analysis.explanation->conflicts) {
      result["conflicts"].push_back(to_json(problem, each));
    }
    for (const Opening& each : analysis.explanation->openings) {
      result["openings"].push_back(to_json(problem, each));
    }
    for (const Choice& each : analysis.explanation->choices) {
      result["choices"].push_back(to_json(problem, each));
    }
    result["explained_to_size"] = analysis.explanation->size;
    result["impossible"] = analysis.explanation->impossible;
  }
  result["trades"] = Json::array();
  for (const DraftTrades& each : analysis.trades) {
    result["trades"].push_back(to_json(problem, each));
  }
  return result;
}

}  // namespace parley::bargaining
