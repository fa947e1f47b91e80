#include "parley/assess/span.hpp"

#include <algorithm>
#include <cmath>

#include "parley/assess/drivers.hpp"
#include "parley/assess/problem.hpp"
#include "parley/assess/quantile.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::assess {
namespace {

using casefile::Confidence;

// The odds of a zone need its existence in each world, never its size.
constexpr std::size_t kNoCounting = 0;
constexpr double kWide = 0.30;  // of a no-deal value, on 0 .. 1
constexpr double kBestEnd = 1.0 / 6;
constexpr double kWorstEnd = 5.0 / 6;
// Of the odds between a value's outer thirds, for a value to count.
constexpr double kLeastEffect = 0.10;
// Spans of the odds that confidence cannot outlive.
constexpr double kLowConfidence = 0.25;
constexpr double kModerateConfidence = 0.10;
// Of three issues so many must be known of a text that is asked about.
constexpr std::size_t kKnownOf3 = 2;
// An answer that hardly anybody expects is not worth asking for.
constexpr double kLeastOdds = 0.02;

bool is_wide(const Model& model, const Worlds& worlds, std::size_t party) {
  const Model::Alternative& alternative = model.alternative(party);
  if (!alternative.stated || alternative.open_ended) return true;
  auto values = no_deal_samples(worlds, party);
  const double low = weighted_quantile(values, 0.05);
  return weighted_quantile(values, 0.95) - low > kWide;
}

std::vector<std::size_t> wide_parties(const Model& model, const Worlds& worlds,
                                      const std::vector<char>& zones) {
  std::vector<std::pair<double, std::size_t>> wide;
  for (const std::size_t party : model.askable()) {
    if (!is_wide(model, worlds, party)) continue;
    Driver estimate;
    estimate.kind = DriverKind::no_deal;
    estimate.party = party;
    const auto driver = compared(model, worlds, zones, estimate);
    if (!driver) continue;
    const double moved = std::abs(driver->when_low - driver->when_high);
    if (moved >= kLeastEffect) wide.emplace_back(moved, party);
  }
  std::stable_sort(wide.begin(), wide.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> parties;
  for (const auto& each : wide) parties.push_back(each.second);
  return parties;
}

Result<double> zone_where(const Model& model, const Worlds& worlds,
                          const std::vector<std::size_t>& wide, double end,
                          const Control& control) {
  Held held(model.parties());
  for (const std::size_t party : wide) held[party] = end;
  const auto drawn = draw_worlds(model, worlds.seed, worlds.drawn.size(), control, held);
  if (!drawn) return tl::unexpected(drawn.error());
  const auto zones = zones_in(model, *drawn, control);
  if (!zones) return tl::unexpected(zones.error());
  return share_of(*drawn, *zones);
}

// Of a text that is hardly known nobody can say whether they would take it.
bool text_is_known(const Model& model, std::size_t draft) {
  std::size_t known = 0;
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    if (model.possible(draft, issue).size() == 1) ++known;
  }
  return 3 * known >= kKnownOf3 * model.issues();
}

Question ask(const Model& model, const Worlds& worlds, const std::vector<char>& zones,
             std::size_t party, std::size_t draft) {
  Question question;
  question.party = party;
  question.draft = draft;
  double zone_with = 0;
  double zone_without = 0;
  for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
    const DrawnWorld& world = worlds.drawn[i];
    const double value = value_of(model, world, party, world.text.data() + draft * model.issues());
    const bool takes = value >= world.no_deal[party];
    if (takes) question.takes += worlds.share[i];
    if (zones[i] != 0) (takes ? zone_with : zone_without) += worlds.share[i];
  }
  if (question.takes > 0) question.zone_if_takes = zone_with / question.takes;
  if (question.takes < 1) question.zone_if_not = zone_without / (1 - question.takes);
  return question;
}

double variance_left(const Question& question) {
  return question.takes * question.zone_if_takes * (1 - question.zone_if_takes) +
         (1 - question.takes) * question.zone_if_not * (1 - question.zone_if_not);
}

std::optional<Question> best_question(const Model& model, const Worlds& worlds,
                                      const std::vector<char>& zones, std::size_t party) {
  std::optional<Question> best;
  for (std::size_t draft = 0; draft < model.drafts(); ++draft) {
    if (!text_is_known(model, draft)) continue;
    const Question question = ask(model, worlds, zones, party, draft);
    if (question.takes < kLeastOdds || question.takes > 1 - kLeastOdds) continue;
    if (!best || variance_left(question) < variance_left(*best)) best = question;
  }
  return best;
}

std::vector<Question> best_questions(const Model& model, const Worlds& worlds,
                                     const std::vector<char>& zones,
                                     const std::vector<std::size_t>& parties) {
  std::vector<Question> questions;
  for (const std::size_t party : parties) {
    if (const auto best = best_question(model, worlds, zones, party)) questions.push_back(*best);
  }
  std::stable_sort(questions.begin(), questions.end(), [](const Question& a, const Question& b) {
    return variance_left(a) < variance_left(b);
  });
  return questions;
}

Confidence confidence_of(Odds span) {
  const double width = span.high - span.low;
  if (width > kLowConfidence) return Confidence::low;
  return width > kModerateConfidence ? Confidence::moderate : Confidence::high;
}

}  // namespace

Result<std::vector<char>> zones_in(const Model& model, const Worlds& worlds,
                                   const Control& control) {
  std::vector<char> zones(worlds.drawn.size(), 0);
  std::vector<Failure> failures(worlds.drawn.size());
  const auto done = for_each_index(worlds.drawn.size(), control, [&](std::size_t i) {
    if (worlds.share[i] == 0) return;
    const auto found = bargaining::zone(problem_in(model, worlds.drawn[i]), kNoCounting);
    if (found) {
      zones[i] = found->exists ? 1 : 0;
    } else {
      failures[i] = found.error();
    }
  });
  if (!done) return tl::unexpected(done.error());
  for (Failure& each : failures) {
    if (!each.diagnostics.empty()) return tl::unexpected(std::move(each));
  }
  return zones;
}

double share_of(const Worlds& worlds, const std::vector<char>& has) {
  double share = 0;
  for (std::size_t i = 0; i < has.size(); ++i) {
    if (has[i] != 0) share += worlds.share[i];
  }
  return share;
}

Result<Span> find_span(const Model& model, const Worlds& worlds, const std::vector<char>& zones,
                       const Control& control) {
  Span span;
  const double zone = share_of(worlds, zones);
  span.zone = {zone, zone};
  span.wide = wide_parties(model, worlds, zones);
  if (span.wide.empty()) return span;
  const auto worst = zone_where(model, worlds, span.wide, kWorstEnd, control);
  if (!worst) return tl::unexpected(worst.error());
  const auto best = zone_where(model, worlds, span.wide, kBestEnd, control);
  if (!best) return tl::unexpected(best.error());
  // Shared factors and what was observed may turn an end round; the odds themselves lie between.
  span.zone = {std::min({zone, *worst, *best}), std::max({zone, *worst, *best})};
  span.questions = best_questions(model, worlds, zones, span.wide);
  span.confidence = confidence_of(span.zone);
  return span;
}

}  // namespace parley::assess
