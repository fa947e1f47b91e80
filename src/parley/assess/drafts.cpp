#include "parley/assess/drafts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "parley/assess/quantile.hpp"
#include "parley/bargaining/deal.hpp"

namespace parley::assess {
namespace {

using casefile::Confidence;

// A party's reading of a text in one world: the worst and the best that it can mean for it, at all
// and without crossing a red line that it means.
struct Reading {
  double worst = 0;
  double best = 0;
  double best_within_lines = 0;  // minus infinity when every reading crosses a line
  bool may_cross = false;        // some reading crosses a line or breaks a linkage
  bool breaks = false;           // every reading breaks a linkage
};

bool may_hold(const Model::Condition& condition, const Readings& text) {
  return std::all_of(condition.all.begin(), condition.all.end(), [&](const auto& part) {
    const auto& [issue, options] = part;
    return std::any_of(text[issue].begin(), text[issue].end(), [&](std::size_t option) {
      return std::find(options.begin(), options.end(), option) != options.end();
    });
  });
}

bool must_hold(const Model::Condition& condition, const Readings& text) {
  return std::all_of(condition.all.begin(), condition.all.end(), [&](const auto& part) {
    const auto& [issue, options] = part;
    return std::all_of(text[issue].begin(), text[issue].end(), [&](std::size_t option) {
      return std::find(options.begin(), options.end(), option) != options.end();
    });
  });
}

Consent consent_of(const Model& model, std::size_t party, const Readings& text) {
  if (needs_consent(model.source().parties[party].second)) return Consent::needed;
  Consent consent = Consent::not_needed;
  for (std::size_t issue = 0; issue < text.size(); ++issue) {
    const auto takes_an_act = [&](std::size_t option) {
      return std::any_of(model.acts().begin(), model.acts().end(), [&](const Model::Act& act) {
        return act.party == party && act.option == option;
      });
    };
    const auto acts = std::count_if(text[issue].begin(), text[issue].end(), takes_an_act);
    if (acts == static_cast<std::ptrdiff_t>(text[issue].size())) return Consent::needed;
    if (acts > 0) consent = Consent::perhaps;
  }
  return consent;
}

// Whether a text holds a condition, whatever the world.
struct Holding {
  bool may = false;
  bool must = false;
};

Holding read_condition(const Model::Condition& condition, const Readings& text) {
  return {may_hold(condition, text), must_hold(condition, text)};
}

std::vector<Holding> read_interplay(const Model& model, const Readings& text) {
  std::vector<Holding> readings;
  for (const Model::Interplay& each : model.interplay()) {
    readings.push_back(read_condition(each.when, text));
  }
  return readings;
}

// What a text does to a linkage, whatever the world.
struct LinkReading {
  bool may_break = false;
  bool breaks = false;
};

std::vector<LinkReading> read_linkages(const Model& model, const Readings& text) {
  std::vector<LinkReading> readings;
  for (const Model::Link& link : model.linkages()) {
    const Holding when = read_condition(link.when, text);
    const Holding then = read_condition(link.then, text);
    readings.push_back({when.may && !then.must, when.must && !then.may});
  }
  return readings;
}

void add_interplay(const Model& model, const DrawnWorld& world, std::size_t party,
                   const std::vector<Holding>& interplay, Reading& reading) {
  for (std::size_t i = 0; i < interplay.size(); ++i) {
    if (model.interplay()[i].party != party || !interplay[i].may) continue;
    const double value = world.interplay[i];
    const double for_worst = interplay[i].must ? value : std::min(value, 0.0);
    const double for_best = interplay[i].must ? value : std::max(value, 0.0);
    reading.worst += for_worst;
    reading.best += for_best;
    reading.best_within_lines += for_best;
  }
}

Reading read_text(const Model& model, const DrawnWorld& world, std::size_t party,
                  const Readings& text, const std::vector<LinkReading>& links) {
  Reading reading;
  const double* value = world.value.data() + party * model.options();
  const char* red_line = world.red_line.data() + party * model.options();
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    double worst = std::numeric_limits<double>::infinity();
    double best = -worst;
    double best_within_lines = -worst;
    for (const std::size_t option : text[issue]) {
      worst = std::min(worst, value[option]);
      best = std::max(best, value[option]);
      if (red_line[option] != 0) {
        reading.may_cross = true;
      } else {
        best_within_lines = std::max(best_within_lines, value[option]);
      }
    }
    const double weight = world.weight[party * model.issues() + issue];
    reading.worst += weight * worst;
    reading.best += weight * best;
    // 0 times infinity is not a number: a line on an issue without weight still forbids.
    reading.best_within_lines +=
        std::isinf(best_within_lines) ? best_within_lines : weight * best_within_lines;
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (world.linkage[i] == 0 || model.linkages()[i].owner.value_or(party) != party) continue;
    reading.may_cross |= links[i].may_break;
    reading.breaks |= links[i].breaks;
  }
  return reading;
}

std::vector<CrossedLine> crossed_lines(const Model& model, const Worlds& worlds, std::size_t party,
                                       const Readings& text) {
  std::vector<CrossedLine> crossed;
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    const auto& possible = text[issue];
    for (const Model::Stand::Line& line : model.stand(party, issue).red_lines) {
      if (std::find(possible.begin(), possible.end(), line.option) == possible.end()) continue;
      double meant = 0;
      for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
        if (worlds.drawn[i].red_line[party * model.options() + line.option] != 0) {
          meant += worlds.share[i];
        }
      }
      crossed.push_back(
          {issue, line.option - model.first_option(issue), meant, possible.size() == 1});
    }
  }
  return crossed;
}

Confidence confidence_in(const Model& model, const Worlds& worlds, std::size_t party,
                         const Readings& text) {
  const casefile::Case& source = model.source();
  const auto* positions = source.positions.find(source.parties[party].first);
  double weak = 0;
  double strong = 0;
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    double weight = 0;
    for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
      weight += worlds.share[i] * worlds.drawn[i].weight[party * model.issues() + issue];
    }
    const casefile::Position* position =
        positions == nullptr ? nullptr : positions->find(source.issues[issue].first);
    const bool known = text[issue].size() == 1;
    const Confidence confidence = position == nullptr
                                      ? Confidence::low
                                      : position->grounds.confidence.value_or(Confidence::low);
    if (!known || confidence == Confidence::low) weak += weight;
    if (known && confidence == Confidence::high) strong += weight;
  }
  const Model::Alternative& going_on = model.alternative(party);
  if (weak > 1.0 / 3 || !going_on.stated || going_on.open_ended || positions == nullptr) {
    return Confidence::low;
  }
  return strong > 2.0 / 3 ? Confidence::high : Confidence::moderate;
}

using Samples = std::vector<std::pair<double, double>>;

Spread spread_in_points(Samples& worst, Samples& best, bool text_is_known) {
  Spread spread;
  spread.low = 100 * weighted_quantile(worst, 0.05);
  spread.high = 100 * weighted_quantile(best, 0.95);
  if (text_is_known) spread.middle = 100 * weighted_quantile(best, 0.5);
  return spread;
}

// What one world says of a party and a draft, kept to be joined over parties.
struct Verdict {
  bool surely_prefers, perhaps_prefers, surely_signs, perhaps_signs;
};

// Of a party of which nothing is known, in every world.
constexpr Verdict kNotKnown{false, true, false, true};

void join(const Verdict& verdict, Consent consent, Verdict& joint) {
  if (consent == Consent::not_needed) return;
  joint.surely_prefers &= verdict.surely_prefers;
  joint.surely_signs &= verdict.surely_signs;
  if (consent == Consent::perhaps) return;
  joint.perhaps_prefers &= verdict.perhaps_prefers;
  joint.perhaps_signs &= verdict.perhaps_signs;
}

// The samples of a party's view over the worlds.
struct Sampled {
  explicit Sampled(std::size_t count)
      : worst(count), best(count), worst_gain(count), best_gain(count) {}
  Samples worst, best, worst_gain, best_gain;
};

// A text with what it says in every world.
struct ReadText {
  const Readings& options;
  std::vector<LinkReading> links;
  std::vector<Holding> interplay;
  bool is_known = true;
};

Reading reading_in(const Model& model, const DrawnWorld& world, std::size_t party,
                   const ReadText& text) {
  Reading reading = read_text(model, world, party, text.options, text.links);
  add_interplay(model, world, party, text.interplay, reading);
  return reading;
}

Verdict verdict_of(const Reading& reading, double going_on) {
  // What a text is worth is a sum, which rounding must not put below what it equals.
  const double enough = going_on - bargaining::kTolerance;
  return {reading.worst >= enough, reading.best >= enough,
          reading.worst >= enough && !reading.may_cross,
          reading.best_within_lines >= enough && !reading.breaks};
}

// The view of a party whose stand is known; what each world says is joined into `joint`.
View known_view(const Model& model, const Worlds& worlds, std::size_t party, const ReadText& text,
                std::vector<Verdict>& joint) {
  View view;
  view.party = party;
  view.consent = consent_of(model, party, text.options);
  view.prefers = view.signs = {0, 0};
  view.known = 0;
  Sampled sampled(worlds.drawn.size());
  for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
    const double share = worlds.share[i];
    const double going_on = worlds.drawn[i].no_deal[party];
    const Reading reading = reading_in(model, worlds.drawn[i], party, text);
    sampled.worst[i] = {reading.worst, share};
    sampled.best[i] = {reading.best, share};
    sampled.worst_gain[i] = {reading.worst - going_on, share};
    sampled.best_gain[i] = {reading.best - going_on, share};
    const Verdict verdict = verdict_of(reading, going_on);
    view.prefers.low += verdict.surely_prefers ? share : 0;
    view.prefers.high += verdict.perhaps_prefers ? share : 0;
    view.signs.low += verdict.surely_signs ? share : 0;
    view.signs.high += verdict.perhaps_signs ? share : 0;
    join(verdict, view.consent, joint[i]);
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      if (text.options[issue].size() == 1) {
        view.known += share * worlds.drawn[i].weight[party * model.issues() + issue];
      }
    }
  }
  view.value = spread_in_points(sampled.worst, sampled.best, text.is_known);
  view.gain = spread_in_points(sampled.worst_gain, sampled.best_gain, text.is_known);
  return view;
}

View unknown_view(const Model& model, std::size_t party, const ReadText& text,
                  std::vector<Verdict>& joint) {
  View view;
  view.party = party;
  view.consent = consent_of(model, party, text.options);
  view.value = {0, 0, 100};
  view.gain = {-100, 0, 100};
  view.known = 0;
  for (Verdict& each : joint) join(kNotKnown, view.consent, each);
  return view;
}

}  // namespace

TextAssessment assess_text(const Model& model, const Worlds& worlds, const Readings& options) {
  TextAssessment assessment;
  for (const auto& possible : options) {
    ++(possible.size() == 1 ? assessment.terms_known : assessment.terms_open);
  }
  const ReadText text{options, read_linkages(model, options), read_interplay(model, options),
                      assessment.terms_open == 0};
  std::vector<Verdict> joint(worlds.drawn.size(), {true, true, true, true});
  for (std::size_t party = 0; party < model.parties(); ++party) {
    View view = model.knows_stand(party) ? known_view(model, worlds, party, text, joint)
                                         : unknown_view(model, party, text, joint);
    view.crossed = crossed_lines(model, worlds, party, options);
    view.confidence = confidence_in(model, worlds, party, options);
    assessment.views.push_back(std::move(view));
  }
  assessment.joint_prefers = assessment.joint_signs = {0, 0};
  for (std::size_t i = 0; i < joint.size(); ++i) {
    assessment.joint_prefers.low += joint[i].surely_prefers ? worlds.share[i] : 0;
    assessment.joint_prefers.high += joint[i].perhaps_prefers ? worlds.share[i] : 0;
    assessment.joint_signs.low += joint[i].surely_signs ? worlds.share[i] : 0;
    assessment.joint_signs.high += joint[i].perhaps_signs ? worlds.share[i] : 0;
  }
  return assessment;
}

std::vector<Liking> likings_of(const Model& model, const Worlds& worlds, std::size_t party,
                               const std::vector<std::size_t>& options) {
  std::vector<Liking> likings(worlds.drawn.size(), Liking::not_known);
  if (!model.knows_stand(party)) return likings;
  Readings readings;
  for (const std::size_t each : options) readings.push_back({each});
  const ReadText text{readings, read_linkages(model, readings), read_interplay(model, readings),
                      true};
  for (std::size_t i = 0; i < likings.size(); ++i) {
    const DrawnWorld& world = worlds.drawn[i];
    const Verdict verdict = verdict_of(reading_in(model, world, party, text), world.no_deal[party]);
    likings[i] = verdict.surely_signs ? Liking::likes : Liking::dislikes;
  }
  return likings;
}

std::vector<DraftAssessment> assess_drafts(const Model& model, const Worlds& worlds) {
  std::vector<DraftAssessment> assessments;
  for (std::size_t draft = 0; draft < model.drafts(); ++draft) {
    Readings text;
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      text.push_back(model.possible(draft, issue));
    }
    assessments.push_back({assess_text(model, worlds, text), draft});
  }
  return assessments;
}

}  // namespace parley::assess
