#include "parley/influence/json.hpp"

#include <nlohmann/json.hpp>

namespace parley::influence {
namespace {

constexpr std::size_t kMostRoundsListed = 11;

Json number_or_null(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string name_of(const Council& council, std::size_t actor) {
  return council.actors[actor].name;
}

Json to_json(const Scale& scale) {
  Json marks = Json::array();
  for (const Mark& each : scale.marks) marks.push_back({{"at", each.at}, {"words", each.words}});
  return {{"low", scale.low},
          {"high", scale.high},
          {"reference", number_or_null(scale.reference)},
          {"marks", std::move(marks)}};
}

Json to_json(const Forecast& forecast) {
  return {{"mean", forecast.mean},
          {"low", forecast.low},
          {"high", forecast.high},
          {"at_low", forecast.at_low},
          {"at_high", forecast.at_high},
          {"level", 0.9},
          {"median", forecast.middle},
          {"half", {{"low", forecast.low_quarter}, {"high", forecast.high_quarter}}}};
}

Json models(const std::vector<Opinion>& opinions) {
  Json object = Json::object();
  for (const Opinion& each : opinions) {
    object[std::string(name(each.model))] = number_or_null(each.outcome);
  }
  return object;
}

Json reasons(const std::vector<Opinion>& opinions) {
  Json object = Json::object();
  for (const Opinion& each : opinions) {
    if (!each.reason.empty()) object[std::string(name(each.model))] = each.reason;
  }
  return object;
}

Json actors(const Council& council, std::size_t scale, const std::vector<Pull>& pulls) {
  Json array = Json::array();
  for (const Pull& each : pulls) {
    const Stand& stand = *council.actors[each.actor].stands[scale];
    array.push_back({{"actor", name_of(council, each.actor)},
                     {"position", stand.position},
                     {"salience", stand.salience},
                     {"capability", stand.capability},
                     {"share", each.share},
                     {"without", each.without}});
  }
  return array;
}

Json movers(const Council& council, std::size_t scale, const std::vector<Way>& ways) {
  Json array = Json::array();
  for (const Way& way : ways) {
    for (const Lever& each : way.levers) {
      Json who = Json::array();
      for (const std::size_t actor : each.actors) who.push_back(name_of(council, actor));
      const bool joins = each.kind == Lever::Kind::coalition;
      array.push_back({{"wanted", way.wanted},
                       {"kind", name(each.kind)},
                       {"actors", std::move(who)},
                       {"joins", joins ? Json(name_of(council, each.joined)) : Json(nullptr)},
                       {"from", joins ? Json(nullptr) : Json(each.from)},
                       {"to", each.to},
                       {"outcome", each.outcome},
                       {"price", each.price},
                       {"text", sentence(council, scale, each)}});
    }
  }
  return array;
}

std::string_view name(Settling::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"fixed_point", "cycle", "unsettled"};
  return kNames[static_cast<std::size_t>(kind)];
}

Json to_json(const Council& council, const Offer& offer) {
  return {{"actor", name_of(council, offer.actor)},
          {"partner", name_of(council, offer.partner)},
          {"kind", name(offer.kind)},
          {"to", offer.target},
          {"actor_expects", offer.own_view},
          {"partner_expects", offer.partner_view}};
}

Json to_json(const Council& council, const EuRound& round) {
  Json moves = Json::array();
  for (const Move& each : round.moves) {
    Json move = to_json(council, each.taken);
    move["passed_over"] = Json::array();
    for (const Offer& offer : each.passed_over) {
      move["passed_over"].push_back(to_json(council, offer));
    }
    moves.push_back(std::move(move));
  }
  return {{"mean", round.mean},
          {"median", round.median},
          {"positions", round.positions},
          {"risks", round.risks},
          {"moves", std::move(moves)}};
}

Json to_json(const Council& council, const ExpectedUtility& found) {
  Json names = Json::array();
  for (const std::size_t each : found.actors) names.push_back(name_of(council, each));
  Json rounds = Json::array();
  for (std::size_t r = 0; r < found.rounds.size() && r < kMostRoundsListed; ++r) {
    rounds.push_back(to_json(council, found.rounds[r]));
  }
  return {{"actors", std::move(names)},        {"settles", name(found.settling.kind)},
          {"from", found.settling.from},       {"period", found.settling.period},
          {"played", found.rounds.size() - 1}, {"rounds", std::move(rounds)}};
}

Json to_json(const Council& council, const smp::Course& course) {
  Json names = Json::array();
  Json dimensions = Json::array();
  for (const std::size_t each : course.actors) names.push_back(name_of(council, each));
  for (const std::size_t each : course.scales) dimensions.push_back(council.scales[each].name);
  Json turns = Json::array();
  for (std::size_t t = 0; t < course.turns.size(); ++t) {
    const smp::Turn& turn = course.turns[t];
    Json positions = Json::array();
    for (std::size_t i = 0; i < course.actors.size(); ++i) {
      Json row = Json::array();
      for (std::size_t d = 0; d < course.scales.size(); ++d)
        row.push_back(course.position(t, i, d));
      positions.push_back(std::move(row));
    }
    Json challenges = Json::array();
    for (const smp::Challenge& each : turn.challenges) {
      challenges.push_back({{"actor", name_of(council, course.actors[each.actor])},
                            {"target", name_of(council, course.actors[each.target])},
                            {"odds", each.odds},
                            {"gain", each.gain}});
    }
    turns.push_back({{"step", turn.step},
                     {"positions", std::move(positions)},
                     {"challenges", std::move(challenges)}});
  }
  return {{"actors", std::move(names)},
          {"dimensions", std::move(dimensions)},
          {"at_rest", course.at_rest},
          {"turns", std::move(turns)}};
}

Json to_json(const Council& council, const ExchangeRound& round) {
  Json array = Json::array();
  for (std::size_t e = 0; e < round.made.size(); ++e) {
    const Exchange& made = round.made[e];
    Json others = Json::object();
    for (std::size_t a = 0; a < council.actors.size(); ++a) {
      if (a == made.i || a == made.j || round.externalities[e][a] == 0) continue;
      others[council.actors[a].name] = round.externalities[e][a];
    }
    const auto side = [&](std::size_t who, std::size_t gives, double move, double to, double gain) {
      return Json{{"actor", name_of(council, who)},
                  {"gives", council.scales[gives].name},
                  {"move", move},
                  {"to", to},
                  {"gain", gain}};
    };
    array.push_back({{"one", side(made.i, made.i_gives, made.move_i, made.to_i, made.gain_i)},
                     {"other", side(made.j, made.j_gives, made.move_j, made.to_j, made.gain_j)},
                     {"others", std::move(others)}});
  }
  return array;
}

}  // namespace

Json to_json(const Analysis& analysis, const AnalysisOptions& options) {
  const Council& council = analysis.council;
  Json result;
  result["options"] = {{"expected_utility", options.variant.name},
                       {"one_space", options.one_space},
                       {"worlds", options.forecast.worlds},
                       {"all_the_way", options.forecast.spread.all_the_way},
                       {"nearness", options.forecast.spread.nearness}};
  result["actors"] = Json::array();
  for (const Actor& each : council.actors) {
    result["actors"].push_back({{"name", each.name},
                                {"description", text_or_null(each.description)},
                                {"veto", each.veto}});
  }
  result["issues"] = Json::array();
  for (std::size_t k = 0; k < council.scales.size(); ++k) {
    const ScaleAnalysis& scale = analysis.scales[k];
    result["issues"].push_back(
        {{"id", council.scales[k].name},
         {"scale", to_json(council.scales[k])},
         {"forecast", to_json(scale.forecast)},
         {"models", models(scale.opinions)},
         {"agreement", {{"low", scale.agreement.low}, {"high", scale.agreement.high}}},
         {"remarks", reasons(scale.opinions)},
         {"actors", actors(council, k, scale.pulls)},
         {"movers", movers(council, k, scale.ways)},
         {"expected_utility",
          scale.expected_utility ? to_json(council, *scale.expected_utility) : Json(nullptr)},
         {"smp", scale.smp ? to_json(council, *scale.smp) : Json(nullptr)}});
  }
  result["smp"] = analysis.space ? to_json(council, *analysis.space) : Json(nullptr);
  result["exchanges"] = analysis.exchange ? to_json(council, *analysis.exchange) : Json(nullptr);
  return result;
}

}  // namespace parley::influence
