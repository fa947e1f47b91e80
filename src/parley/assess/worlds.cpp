#include "parley/assess/worlds.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "parley/base/random.hpp"

namespace parley::assess {
namespace {

// The share of worlds that must remain effective before the case is said to contradict what
// happened.
constexpr double kCollapse = 0.05;

void draw_order(const Model::Stand& stand, const World& world, double* value) {
  const auto& ranks = stand.values.ranks;
  RandomStream stream(world.seed(), world.number(), stand.order_name);
  std::vector<double> levels(ranks.size());
  levels.front() = 1;
  if (ranks.size() > 1) levels.back() = 0;
  for (std::size_t i = 1; i + 1 < ranks.size(); ++i) levels[i] = stream.uniform();
  if (ranks.size() > 3) std::sort(levels.begin() + 1, levels.end() - 1, std::greater<>());
  for (std::size_t rank = 0; rank < ranks.size(); ++rank) {
    for (const std::size_t option : ranks[rank]) value[option] = levels[rank];
  }
}

void draw_values(const Model::Stand& stand, const World& world, double* value) {
  switch (stand.values.known) {
    case Model::Values::Known::order:
      draw_order(stand, world, value);
      break;
    case Model::Values::Known::numbers:
      for (const auto& [option, estimate] : stand.values.numbers) {
        const std::size_t at = option - stand.values.names.front().first;
        value[option] = std::clamp(world.draw(stand.values.names[at].second, estimate), 0.0, 1.0);
      }
      break;
    case Model::Values::Known::nothing:
      break;
  }
  for (const std::size_t option : stand.values.unranked) {
    const std::size_t at = option - stand.values.names.front().first;
    value[option] =
        RandomStream(world.seed(), world.number(), stand.values.names[at].second).uniform();
  }
}

void draw_stands(const Model& model, const World& world, DrawnWorld& drawn) {
  drawn.weight.resize(model.parties() * model.issues());
  drawn.value.resize(model.parties() * model.options());
  drawn.red_line.resize(model.parties() * model.options());
  for (std::size_t party = 0; party < model.parties(); ++party) {
    double* weight = drawn.weight.data() + party * model.issues();
    double total = 0;
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      const Model::Stand& stand = model.stand(party, issue);
      weight[issue] = std::max(0.0, world.draw(stand.priority_name, stand.priority));
      total += weight[issue];
      draw_values(stand, world, drawn.value.data() + party * model.options());
      for (const Model::Stand::Line& line : stand.red_lines) {
        const double firmness = world.draw(line.name, line.firmness);
        const double draw =
            RandomStream(world.seed(), world.number(), line.name.then("/meant")).uniform();
        drawn.red_line[party * model.options() + line.option] = draw < firmness ? 1 : 0;
      }
    }
    if (total > 0) {
      for (std::size_t issue = 0; issue < model.issues(); ++issue) weight[issue] /= total;
    }
  }
}

void draw_texts(const Model& model, const World& world, DrawnWorld& drawn) {
  drawn.text.resize(model.drafts() * model.issues());
  for (std::size_t draft = 0; draft < model.drafts(); ++draft) {
    RandomStream stream(world.seed(), world.number(),
                        StreamName("draft/").then(model.source().drafts[draft].first));
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      const auto& possible = model.possible(draft, issue);
      const std::size_t chosen = possible.size() == 1 ? 0 : stream.below(possible.size());
      drawn.text[draft * model.issues() + issue] = possible[chosen];
    }
  }
}

double value_of_text(const Model& model, const DrawnWorld& world, std::size_t party,
                     std::size_t draft) {
  return value_of(model, world, party, world.text.data() + draft * model.issues());
}

void draw_alternatives(const Model& model, const World& world, const Held& held,
                       DrawnWorld& drawn) {
  drawn.no_deal.resize(model.parties());
  drawn.trend.resize(model.parties());
  for (std::size_t party = 0; party < model.parties(); ++party) {
    const Model::Alternative& alternative = model.alternative(party);
    drawn.trend[party] = world.draw(alternative.trend_name, alternative.trend);
    const bool is_held = !held.empty() && held[party].has_value();
    if (alternative.value) {
      const double value = is_held ? quantile(*alternative.value, *held[party])
                                   : world.draw(alternative.name, *alternative.value);
      drawn.no_deal[party] = std::clamp(value, 0.0, 1.0);
      continue;
    }
    const double low =
        alternative.above ? value_of_text(model, drawn, party, *alternative.above) : 0;
    const double high =
        alternative.below ? value_of_text(model, drawn, party, *alternative.below) : 1;
    const double share =
        is_held ? *held[party]
                : RandomStream(world.seed(), world.number(), alternative.name).uniform();
    drawn.no_deal[party] = low + share * (high - low);
  }
}

void weigh(const Model& model, const World& world, DrawnWorld& drawn) {
  for (const Model::Observation& each : model.observations()) {
    if (!each.draft) {
      const Model::Alternative& alternative = model.alternative(each.party);
      const bool possible = value_of_text(model, drawn, each.party, *alternative.above) <=
                            value_of_text(model, drawn, each.party, *alternative.below);
      drawn.agreement.push_back(possible ? 1 : 0);
      continue;
    }
    const bool prefers =
        value_of_text(model, drawn, each.party, *each.draft) >= drawn.no_deal[each.party];
    const double sincere = std::clamp(world.draw(each.name, each.sincere), 0.0, 1.0);
    drawn.agreement.push_back((prefers == each.accepted ? sincere : 0) + (1 - sincere) / 2);
  }
}

double effective_number(const std::vector<double>& weights) {
  double sum = 0;
  double squares = 0;
  for (const double each : weights) {
    sum += each;
    squares += each * each;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::vector<double> likelihoods(const std::vector<DrawnWorld>& worlds, std::size_t left_out) {
  std::vector<double> weights(worlds.size(), 1.0);
  for (std::size_t world = 0; world < worlds.size(); ++world) {
    const auto& agreement = worlds[world].agreement;
    for (std::size_t i = 0; i < agreement.size(); ++i) {
      if (i != left_out) weights[world] *= agreement[i];
    }
  }
  return weights;
}

// The observation whose removal brings back most worlds; among equals, the one agreed with least.
const Agreement& hardest_to_believe(const std::vector<Agreement>& observations) {
  return *std::max_element(observations.begin(), observations.end(),
                           [](const Agreement& a, const Agreement& b) {
                             if (a.effective_without != b.effective_without) {
                               return a.effective_without < b.effective_without;
                             }
                             return a.share > b.share;
                           });
}

}  // namespace

double value_of(const Model& model, const DrawnWorld& world, std::size_t party,
                const std::size_t* options) {
  double sum = 0;
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    sum += world.weight[party * model.issues() + issue] *
           world.value[party * model.options() + options[issue]];
  }
  for (std::size_t i = 0; i < model.interplay().size(); ++i) {
    const Model::Interplay& each = model.interplay()[i];
    if (each.party == party && each.when.holds(options)) sum += world.interplay[i];
  }
  return sum;
}

DrawnWorld draw_world(const Model& model, std::uint64_t seed, std::uint64_t number,
                      const Held& held) {
  const World world(seed, number);
  DrawnWorld drawn;
  draw_stands(model, world, drawn);
  for (const Model::Interplay& each : model.interplay()) {
    drawn.interplay.push_back(world.draw(each.name, each.value));
  }
  draw_texts(model, world, drawn);
  draw_alternatives(model, world, held, drawn);
  for (const Model::Link& each : model.linkages()) {
    const double draw = RandomStream(seed, number, each.name.then("/meant")).uniform();
    drawn.linkage.push_back(draw < world.draw(each.name, each.firmness) ? 1 : 0);
  }
  weigh(model, world, drawn);
  return drawn;
}

std::vector<std::pair<double, double>> no_deal_samples(const Worlds& worlds, std::size_t party) {
  std::vector<std::pair<double, double>> samples;
  samples.reserve(worlds.drawn.size());
  for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
    samples.emplace_back(worlds.drawn[i].no_deal[party], worlds.share[i]);
  }
  return samples;
}

Result<Worlds> draw_worlds(const Model& model, std::uint64_t seed, std::size_t count,
                           const Control& control, const Held& held) {
  assert(count > 0);
  assert(held.empty() || held.size() == model.parties());
  Worlds worlds;
  worlds.seed = seed;
  worlds.drawn.resize(count);
  const auto done = for_each_index(
      count, control, [&](std::size_t i) { worlds.drawn[i] = draw_world(model, seed, i, held); });
  if (!done) return tl::unexpected(done.error());

  worlds.share = likelihoods(worlds.drawn, kNone);
  worlds.effective = effective_number(worlds.share);
  if (worlds.effective == 0) worlds.share.assign(count, 1.0);
  const double total = std::accumulate(worlds.share.begin(), worlds.share.end(), 0.0);
  for (double& each : worlds.share) each /= total;

  for (std::size_t i = 0; i < model.observations().size(); ++i) {
    Agreement agreement;
    agreement.description = model.observations()[i].description;
    for (const DrawnWorld& each : worlds.drawn) agreement.share += each.agreement[i];
    agreement.share /= static_cast<double>(count);
    agreement.effective_without = effective_number(likelihoods(worlds.drawn, i));
    worlds.observations.push_back(agreement);
  }
  if (worlds.effective < kCollapse * static_cast<double>(count)) {
    worlds.contradiction = hardest_to_believe(worlds.observations).description;
  }
  return worlds;
}

}  // namespace parley::assess
