#include "parley/assess/json.hpp"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "parley/assess/inputs.hpp"
#include "parley/assess/words.hpp"
#include "parley/bargaining/json.hpp"
#include "parley/base/version.hpp"

namespace parley::assess {
namespace {

// Shares of the worlds are sums that may pass 1 by the last digit of a double.
double share(double sum) {
  assert(sum > -1e-9 && sum < 1 + 1e-9);
  return std::clamp(sum, 0.0, 1.0);
}

Json to_json(Odds odds) { return {{"low", share(odds.low)}, {"high", share(odds.high)}}; }

Json to_json(const Spread& spread, bool has_middle) {
  Json json{{"low", spread.low}, {"high", spread.high}};
  if (has_middle) json["middle"] = spread.middle;
  return json;
}

Json to_json(const TextAssessment& draft, const casefile::Case& source) {
  const bool text_is_known = draft.terms_open == 0;
  Json views = Json::array();
  for (const View& view : draft.views) {
    const bool has_middle = text_is_known && view.known > 0;
    Json crossed = Json::array();
    for (const CrossedLine& line : view.crossed) {
      const auto& [issue_id, issue] = source.issues[line.issue];
      crossed.push_back({{"issue", issue_id},
                         {"option", issue.options[line.option].first},
                         {"meant", share(line.meant)},
                         {"certain", line.certain}});
    }
    views.push_back({{"party", source.parties[view.party].first},
                     {"consent", casefile::word(view.consent)},
                     {"value", to_json(view.value, has_middle)},
                     {"gain", to_json(view.gain, has_middle)},
                     {"prefers", to_json(view.prefers)},
                     {"signs", to_json(view.signs)},
                     {"crossed", crossed},
                     {"known", share(view.known)},
                     {"confidence", casefile::word(view.confidence)}});
  }
  return {{"terms_known", draft.terms_known},
          {"terms_open", draft.terms_open},
          {"views", views},
          {"joint",
           {{"prefers", to_json(draft.joint_prefers)}, {"signs", to_json(draft.joint_signs)}}}};
}

Json to_json(const DraftAssessment& draft, const casefile::Case& source) {
  Json json{{"draft", source.drafts[draft.draft].first}};
  json.update(to_json(static_cast<const TextAssessment&>(draft), source));
  return json;
}

Json to_json(const Driver& driver, const casefile::Case& source) {
  Json json{{"kind", casefile::word(driver.kind)}};
  if (driver.kind == DriverKind::linkage) {
    json["linkage"] = driver.linkage + 1;
  } else {
    json["party"] = source.parties[driver.party].first;
  }
  if (driver.kind == DriverKind::weight || driver.kind == DriverKind::value ||
      driver.kind == DriverKind::red_line) {
    json["issue"] = source.issues[driver.issue].first;
  }
  if (driver.kind == DriverKind::value || driver.kind == DriverKind::red_line) {
    json["option"] = source.issues[driver.issue].second.options[driver.option].first;
  }
  json["when_low"] = share(driver.when_low);
  json["when_high"] = share(driver.when_high);
  json["flips_at"] = driver.flips_at ? Json(*driver.flips_at) : Json(nullptr);
  return json;
}

Json to_json(const Missing& missing, const casefile::Case& source) {
  return {{"what", casefile::word(missing.what)},
          {"party", missing.party ? Json(source.parties[*missing.party].first) : Json(nullptr)}};
}

Json to_json(const Question& question, const casefile::Case& source) {
  return {{"party", source.parties[question.party].first},
          {"draft", source.drafts[question.draft].first},
          {"takes", share(question.takes)},
          {"zone_if_takes", share(question.zone_if_takes)},
          {"zone_if_not", share(question.zone_if_not)}};
}

Json to_json(const Span& span, const casefile::Case& source) {
  Json wide = Json::array();
  for (const std::size_t party : span.wide) wide.push_back(source.parties[party].first);
  Json json = to_json(span.zone);
  json["wide"] = wide;
  json["questions"] = Json::array();
  for (const Question& each : span.questions) json["questions"].push_back(to_json(each, source));
  json["confidence"] = casefile::word(span.confidence);
  return json;
}

Json to_json(const Amendment& amendment, const casefile::Case& source) {
  Json terms = Json::array();
  for (const TermChange& term : amendment.terms) {
    const auto& [issue_id, issue] = source.issues[term.issue];
    const auto names = [&issue = issue](const std::vector<std::size_t>& options) {
      Json array = Json::array();
      for (const std::size_t each : options) array.push_back(issue.options[each].first);
      return array;
    };
    Json receptions = Json::array();
    for (const Reception& each : term.receptions) {
      receptions.push_back({{"party", source.parties[each.party].first},
                            {"gains", share(each.gains)},
                            {"loses", share(each.loses)}});
    }
    terms.push_back({{"issue", issue_id},
                     {"change", casefile::word(term.change)},
                     {"before", names(term.before)},
                     {"after", names(term.after)},
                     {"receptions", receptions}});
  }
  return {{"from", source.drafts[amendment.from].first},
          {"to", source.drafts[amendment.to].first},
          {"terms", terms}};
}

// "sign", or a move's name.
std::string name_of(const Act& act, const casefile::Case& source) {
  if (!act.move) return "sign";
  return source.moves.at(source.parties[act.party].first)[*act.move].first;
}

Json to_json(const Turn& turn, const casefile::Case& source) {
  Json steps = Json::array();
  for (const Step& each : turn.steps) {
    steps.push_back({{"act", name_of(each.act, source)}, {"taken", each.taken}});
  }
  return {{"party", source.parties[turn.party].first}, {"steps", steps}};
}

Json to_json(const std::vector<Turn>& turns, const casefile::Case& source) {
  Json json = Json::array();
  for (const Turn& each : turns) json.push_back(to_json(each, source));
  return json;
}

Json to_json(const Situation& situation, const casefile::Case& source) {
  Json leavers = Json::array();
  for (const Leaver& each : situation.leavers) {
    leavers.push_back({{"party", source.parties[each.party].first},
                       {"share", share(each.share)},
                       {"by", to_json(each.by, source)}});
  }
  Json deterred = Json::array();
  for (const Deterred& each : situation.deterred) {
    deterred.push_back({{"party", source.parties[each.party].first},
                        {"by", to_json(each.by, source)},
                        {"answer", to_json(each.answer, source)}});
  }
  Json remedies = Json::array();
  for (const Remedy& each : situation.remedies) {
    remedies.push_back({{"kind", casefile::word(each.kind)},
                        {"party", source.parties[each.act.party].first},
                        {"act", name_of(each.act, source)},
                        {"seq", share(each.holds)}});
  }
  return {{"package", situation.package ? Json(*situation.package + 1) : Json(nullptr)},
          {"possible", situation.possible},
          {"agreed", share(situation.agreed)},
          {"nash", share(situation.of_itself)},
          {"seq", share(situation.holds)},
          {"gmr", share(situation.feared)},
          {"leavers", leavers},
          {"deterred", deterred},
          {"remedies", remedies},
          {"way", situation.way ? to_json(*situation.way, source) : Json(nullptr)},
          {"way_is_by_gains", situation.way_is_by_gains}};
}

Json to_json(const Map& map, const casefile::Case& source) {
  Json places = Json::array();
  for (const Place& each : map.places) {
    Json done = Json::array();
    for (const Act& act : each.done) {
      done.push_back({{"party", source.parties[act.party].first}, {"act", name_of(act, source)}});
    }
    places.push_back({{"done", done},
                      {"seq", share(each.holds)},
                      {"rests", each.rests},
                      {"better", each.better ? Json(*each.better) : Json(nullptr)}});
  }
  Json legs = Json::array();
  for (const Leg& each : map.legs) {
    legs.push_back({{"from", each.from},
                    {"to", each.to},
                    {"turn", to_json(each.turn, source)},
                    {"gains", each.gains}});
  }
  return {{"package", map.package ? Json(*map.package + 1) : Json(nullptr)},
          {"places", places},
          {"legs", legs}};
}

Json to_json(const StabilityAssessment& stability, const casefile::Case& source) {
  Json situations = Json::array();
  for (const Situation& each : stability.situations) situations.push_back(to_json(each, source));
  return {{"situations", situations}, {"map", to_json(stability.map, source)}};
}

}  // namespace

Json to_json(const DealsAssessment& deals, const casefile::Case& source) {
  Json json = bargaining::to_json(deals.central, deals.analysis);
  Json drivers = Json::array();
  for (const Driver& each : deals.drivers) drivers.push_back(to_json(each, source));
  Json packages = Json::array();
  for (const Package& each : deals.packages) {
    Json needs = Json::array();
    for (const std::size_t party : each.needs) needs.push_back(source.parties[party].first);
    Json package{{"principle", casefile::word(each.principle)},
                 {"title", each.title},
                 {"deal", bargaining::to_json(deals.central, each.deal)},
                 {"proved", each.proved},
                 {"gap", each.gap},
                 {"needs", needs}};
    package.update(to_json(each.assessment, source));
    packages.push_back(std::move(package));
  }
  Json no_deal = Json::array();
  for (std::size_t party = 0; party < deals.no_deal.size(); ++party) {
    Json entry{{"party", source.parties[party].first}};
    entry.update(to_json(deals.no_deal[party], true));
    no_deal.push_back(std::move(entry));
  }
  Json missing = Json::array();
  for (const Missing& each : deals.missing) missing.push_back(to_json(each, source));
  const bool told = deals.missing.empty();
  json["worlds"] = {{"zone", told ? Json(share(deals.zone)) : Json(nullptr)},
                    {"span", told ? to_json(deals.span, source) : Json(nullptr)},
                    {"missing", missing},
                    {"no_deal", no_deal},
                    {"drivers", drivers},
                    {"packages", packages}};
  return json;
}

Json to_json(const Assessment& assessment, const casefile::Case& source) {
  Json observations = Json::array();
  for (const Agreement& each : assessment.observations) {
    observations.push_back({{"description", each.description},
                            {"share", share(each.share)},
                            {"effective_without", each.effective_without}});
  }
  Json drafts = Json::array();
  for (const DraftAssessment& each : assessment.drafts) drafts.push_back(to_json(each, source));
  Json changes = Json::array();
  for (const Amendment& each : assessment.changes) changes.push_back(to_json(each, source));
  return {
      {"schema", "parley/assessment/1"},
      {"version", kVersion},
      {"title", source.title},
      {"as_of", source.as_of ? Json(source.as_of->iso()) : Json(nullptr)},
      {"seed", assessment.options.seed},
      {"worlds",
       {{"drawn", assessment.options.worlds},
        {"effective", assessment.effective_worlds},
        {"observations", observations},
        {"contradiction", assessment.contradiction}}},
      {"drafts", drafts},
      {"changes", changes},
      {"deals", assessment.deals ? to_json(*assessment.deals, source) : Json(nullptr)},
      {"stability", assessment.stability ? to_json(*assessment.stability, source) : Json(nullptr)},
      {"inputs", inputs_to_json(source)}};
}

}  // namespace parley::assess
