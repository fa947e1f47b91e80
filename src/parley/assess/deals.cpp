#include "parley/assess/deals.hpp"

#include <map>

#include "parley/assess/problem.hpp"
#include "parley/assess/quantile.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::assess {
namespace {

constexpr std::size_t kDriversShown = 10;
// A brief tells of a frontier how many points it has, and draws drafts and packages. Listing more
// points than this takes longer than all the rest with eight parties; beyond it, the gap is told.
const bargaining::AnalysisOptions kWhatIsTold{
    .frontier = {.most_points = 1'000, .most_steps = 200'000'000},
    .solutions = {},
    .explanation = {},
    .trades = {}};

// The part of a problem that a draft's known terms speak of, and the draft as a deal in it. What is
// additive does not depend on the rest; linkages and interplay that reach outside are left out.
struct KnownPart {
  bargaining::Problem problem;
  bargaining::Deal deal;
};

// Turns the issues of conditions into those of the part; false where one lies outside.
bool move_inside(std::vector<bargaining::Condition>& conditions,
                 const std::map<std::size_t, std::size_t>& place) {
  for (bargaining::Condition& each : conditions) {
    const auto inside = place.find(each.issue);
    if (inside == place.end()) return false;
    each.issue = inside->second;
  }
  return true;
}

KnownPart known_part(const Model& model, const bargaining::Problem& central, std::size_t draft) {
  KnownPart part;
  part.problem.parties = central.parties;
  for (bargaining::Party& each : part.problem.parties) {
    each.weights.clear();
    each.values.clear();
  }
  std::map<std::size_t, std::size_t> place;  // issue of the case -> issue of the part
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    const auto& possible = model.possible(draft, issue);
    if (possible.size() != 1) continue;
    place[issue] = part.problem.issues.size();
    part.problem.issues.push_back(central.issues[issue]);
    part.deal.push_back(possible.front() - model.first_option(issue));
    for (std::size_t party = 0; party < model.parties(); ++party) {
      part.problem.parties[party].weights.push_back(central.parties[party].weights[issue]);
      part.problem.parties[party].values.push_back(central.parties[party].values[issue]);
    }
  }
  for (bargaining::RedLine line : central.red_lines) {
    if (!place.contains(line.issue)) continue;
    line.issue = place[line.issue];
    part.problem.red_lines.push_back(line);
  }
  for (bargaining::Linkage linkage : central.linkages) {
    const bool inside = move_inside(linkage.when, place) && move_inside(linkage.then, place);
    if (inside) part.problem.linkages.push_back(linkage);
  }
  for (bargaining::Interaction interaction : central.interactions) {
    if (!move_inside(interaction.when, place)) continue;
    part.problem.interactions.push_back(std::move(interaction));
  }
  for (bargaining::Act act : central.acts) {
    if (!place.contains(act.issue)) continue;
    act.issue = place[act.issue];
    part.problem.acts.push_back(act);
  }
  return part;
}

// Trades are found in the known part and told in the issues of the case.
Result<bargaining::DraftTrades> trades_from(const Model& model, const bargaining::Problem& central,
                                            std::size_t draft, const Control& control) {
  bargaining::DraftTrades result{model.source().drafts[draft].first, {}};
  const KnownPart part = known_part(model, central, draft);
  if (part.deal.empty()) return result;
  auto trades = bargaining::trades(part.problem, part.deal, {}, control);
  if (!trades) return tl::unexpected(trades.error());
  std::vector<std::size_t> issues;
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    if (model.possible(draft, issue).size() == 1) issues.push_back(issue);
  }
  for (bargaining::Trade& trade : trades->trades) {
    for (bargaining::TradeStep& step : trade.steps) step.issue = issues[step.issue];
  }
  // The best deal of a part is no deal of the whole.
  if (issues.size() < model.issues()) trades->best.clear();
  result.trades = std::move(*trades);
  return result;
}

Result<void> tell_odds(const Model& model, const Worlds& worlds, const Control& control,
                       DealsAssessment& assessment) {
  const auto zones = zones_in(model, worlds, control);
  if (!zones) return tl::unexpected(zones.error());
  assessment.zone = share_of(worlds, *zones);
  auto span = find_span(model, worlds, *zones, control);
  if (!span) return tl::unexpected(span.error());
  assessment.span = std::move(*span);
  auto drivers = find_drivers(model, worlds, *zones, kDriversShown, control);
  if (!drivers) return tl::unexpected(drivers.error());
  assessment.drivers = std::move(*drivers);
  auto packages = find_packages(model, worlds, control);
  if (!packages) return tl::unexpected(packages.error());
  assessment.packages = std::move(*packages);
  return {};
}

}  // namespace

std::vector<Missing> missing_for_odds(const Model& model) {
  std::vector<Missing> missing;
  bool going_on_is_stated = false;
  for (const std::size_t party : model.consenting()) {
    if (!model.knows_stand(party)) missing.push_back({Missing::What::stand, party});
    going_on_is_stated = going_on_is_stated || model.alternative(party).stated;
  }
  if (!going_on_is_stated) missing.push_back({Missing::What::no_deal, std::nullopt});
  return missing;
}

Result<DealsAssessment> assess_deals(const Model& model, const Worlds& worlds,
                                     const Control& control) {
  if (model.consenting().empty()) {
    return fail(FailureKind::invalid_input, "no-consent", {model.source().file, 0, 0},
                "no party's consent is needed, so every deal is as good as signed",
                "give at least one party the role signatory or ratifier");
  }
  DealsAssessment assessment;
  assessment.missing = missing_for_odds(model);
  if (assessment.missing.empty()) {
    if (const auto told = tell_odds(model, worlds, control, assessment); !told) {
      return tl::unexpected(told.error());
    }
  }
  for (std::size_t party = 0; party < model.parties(); ++party) {
    auto samples = no_deal_samples(worlds, party);
    const Spread spread = spread_of(samples);
    assessment.no_deal.push_back({100 * spread.low, 100 * spread.middle, 100 * spread.high});
  }
  assessment.central = central_problem(model, worlds);
  auto analysis = bargaining::analyse(assessment.central, {}, kWhatIsTold, control);
  if (!analysis) return tl::unexpected(analysis.error());
  for (std::size_t draft = 0; draft < model.drafts(); ++draft) {
    auto trades = trades_from(model, assessment.central, draft, control);
    if (!trades) return tl::unexpected(trades.error());
    analysis->trades.push_back(std::move(*trades));
  }
  assessment.analysis = std::move(*analysis);
  return assessment;
}

}  // namespace parley::assess
