#include "parley/assess/talks/talks.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "parley/assess/deals.hpp"
#include "parley/assess/problem.hpp"

namespace parley::assess {
namespace {

// What is drawn where nobody estimated it; docs/talks.md gives the reasons.
constexpr double kSteepest = 4;  // exponents of demands lie from 1 / kSteepest to kSteepest
constexpr double kLeastPatience = 0.9;
// A world's packages are not worth listing for one talk.
constexpr talks::SpaceOptions kSpace{.most_listed = 4'096};

const std::string& id_of(const Model& model, std::size_t party) {
  return model.source().parties[party].first;
}

// The latest draft of which the text says something.
std::optional<std::size_t> latest_draft(const Model& model) {
  std::optional<std::size_t> found;
  for (std::size_t d = 0; d < model.drafts(); ++d) {
    const casefile::Draft& draft = model.source().drafts[d].second;
    if (draft.terms.empty()) continue;
    if (!found || model.source().drafts[*found].second.date <= draft.date) found = d;
  }
  return found;
}

std::optional<bargaining::Deal> text_in(const Model& model, const DrawnWorld& world,
                                        std::optional<std::size_t> draft,
                                        const talks::Space& space) {
  if (!draft) return std::nullopt;
  bargaining::Deal deal;
  for (std::size_t k = 0; k < model.issues(); ++k) {
    deal.push_back(world.text[*draft * model.issues() + k] - model.first_option(k));
  }
  // In this world a fact may rule the draft out.
  return talks::Packages(space).find(deal) ? std::optional(deal) : std::nullopt;
}

talks::Seat seat_in(const Model& model, const DrawnWorld& world, const World& draws,
                    std::size_t party) {
  const StreamName name = StreamName("talks/").then(id_of(model, party));
  const double late = draws.draw(name.then("/pace"), Estimate::between(-1, 1));
  talks::Seat seat;
  seat.party = party;
  seat.strategy = talks::TimeDependent{talks::Polynomial{std::pow(kSteepest, late)},
                                       talks::Choice::for_partners};
  seat.patience = draws.draw(name.then("/patience"), Estimate::between(kLeastPatience, 1));
  seat.trend = world.trend[party];
  return seat;
}

std::vector<talks::Event> events_in(const Model& model, const World& draws) {
  std::vector<talks::Event> events;
  for (const auto& [id, event] : model.source().events) {
    if (!event.odds) continue;
    const StreamName name = StreamName("talks/event/").then(id);
    talks::Event& entry = events.emplace_back();
    entry.name = id;
    entry.odds = std::clamp(draws.draw(name.then("/odds"), *event.odds), 0.0, 1.0);
    for (const auto& [party, change] : event.no_deal) {
      entry.no_deal.emplace_back(model.source().parties.index_of(party),
                                 draws.draw(name.then("/").then(party), change) / 100);
    }
  }
  return events;
}

class Stage {
 public:
  Stage(const Model& model, const Worlds& worlds, const talks::Protocol& protocol)
      : model_(model), worlds_(worlds), protocol_(protocol), draft_(latest_draft(model)) {}

  Result<talks::Setup> setup(std::size_t world) const {
    auto space = talks::Space::of(problem_in(model_, worlds_.drawn[world]), kSpace);
    if (!space) return tl::unexpected(std::move(space.error()));
    const World draws(worlds_.seed, world);
    talks::Setup setup;
    setup.space = std::make_shared<const talks::Space>(*std::move(space));
    setup.deadline = model_.source().round.horizon;
    for (const std::size_t party : model_.askable()) {
      setup.seats.push_back(seat_in(model_, worlds_.drawn[world], draws, party));
    }
    RandomStream order(worlds_.seed, world, "talks/first to speak");
    const auto first = order.below(setup.seats.size());
    std::rotate(setup.seats.begin(), setup.seats.begin() + static_cast<std::ptrdiff_t>(first),
                setup.seats.end());
    setup.events = events_in(model_, draws);
    setup.protocol = protocol_;
    if (auto* text = std::get_if<talks::SingleText>(&setup.protocol)) {
      text->texts = model_.issues();
      text->start = text_in(model_, worlds_.drawn[world], draft_, *setup.space);
    } else if (auto* feedback = std::get_if<talks::Feedback>(&setup.protocol)) {
      feedback->texts = model_.issues();
    }
    return setup;
  }

 private:
  const Model& model_;
  const Worlds& worlds_;
  const talks::Protocol& protocol_;
  std::optional<std::size_t> draft_;
};

bool has_strategies(const talks::Protocol& protocol) {
  return !std::holds_alternative<talks::SingleText>(protocol) &&
         !std::holds_alternative<talks::Feedback>(protocol);
}

std::vector<Assumed> assumptions(const Model& model, const talks::Protocol& protocol) {
  std::vector<Assumed> found;
  if (has_strategies(protocol)) {
    found.push_back(
        {"how late each party gives way",
         "demands that fall as 1 - t^p between its best and no deal, log p uniform from "
         "1/4 (early) to 4 (late); it gives way where its partners seem to gain most"});
    found.push_back({"who speaks first", "each party as likely"});
  } else {
    found.push_back({"how parties answer the mediator",
                     "truthfully, a party taking what is as good as no deal and as the text"});
    found.push_back(
        {"how many texts the mediator tries in a round", "as many as there are issues"});
  }
  found.push_back(
      {"each party's patience", "a gain in a round's time is worth 0.9 to 1 of it now"});
  for (const auto& [id, event] : model.source().events) {
    if (!event.odds) found.push_back({"event " + id, "left out, as it has no odds"});
  }
  return found;
}

std::string names_of(const Model& model, const std::vector<Missing>& missing) {
  std::string text;
  for (const Missing& each : missing) {
    if (!text.empty()) text += "; ";
    text += each.what == Missing::What::stand
                ? "what “" + model.source().parties[*each.party].second.name + "” wants"
                : std::string("what any party gets without a deal");
  }
  return text;
}

void in_points(std::vector<talks::Spread>& spreads) {
  for (talks::Spread& each : spreads) {
    each.mean *= 100;
    each.low *= 100;
    each.high *= 100;
  }
}

}  // namespace

Result<TalksAssessment> assess_talks(const Model& model, const Worlds& worlds,
                                     const talks::Protocol& protocol, const Control& control) {
  const std::string& file = model.source().file;
  if (model.source().round.horizon == 0) {
    return fail(FailureKind::invalid_input, "no-horizon", {file, 0, 0},
                "the case looks no round ahead", "give “round” a horizon of at least one round");
  }
  if (const auto missing = missing_for_odds(model); !missing.empty()) {
    return fail(
        FailureKind::invalid_input, "not-known", {file, 0, 0},
        "the case does not say enough for odds: " + names_of(model, missing) + " is not known",
        "add “positions” and “no_deal” (docs/case-file.md)");
  }
  const Stage stage(model, worlds, protocol);
  const auto outcomes = talks::talks(
      worlds.drawn.size(), [&](std::size_t i) { return stage.setup(i); }, worlds.seed, control);
  if (!outcomes) {
    Failure failure = outcomes.error();
    for (Diagnostic& each : failure.diagnostics) {
      if (each.place.file.empty()) each.place.file = file;
    }
    return tl::unexpected(std::move(failure));
  }
  TalksAssessment assessment;
  assessment.seats = model.askable();
  assessment.rounds = model.source().round.horizon;
  assessment.assumed = assumptions(model, protocol);
  assessment.summary = talks::summarise(problem_in(model, worlds.drawn.front()), *outcomes,
                                        worlds.share, assessment.rounds);
  in_points(assessment.summary.utilities);
  in_points(assessment.summary.gains);
  return assessment;
}

Json to_json(const TalksAssessment& talks, const Model& model) {
  bargaining::Problem names;
  for (const auto& each : model.source().parties) names.parties.emplace_back().name = each.first;
  for (const auto& [id, issue] : model.source().issues) {
    bargaining::Issue& entry = names.issues.emplace_back();
    entry.name = id;
    for (const auto& option : issue.options) entry.options.push_back({option.first, {}});
  }
  Json json = talks::to_json(talks.summary, names);
  json["rounds"] = talks.rounds;
  json["days_per_round"] = model.source().round.days_per_round;
  json["seats"] = Json::array();
  for (const std::size_t each : talks.seats) json["seats"].push_back(id_of(model, each));
  json["assumed"] = Json::array();
  for (const Assumed& each : talks.assumed) {
    json["assumed"].push_back({{"what", each.what}, {"drawn_from", each.drawn_from}});
  }
  return json;
}

}  // namespace parley::assess
