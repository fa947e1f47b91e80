#include "parley/assess/ensemble.hpp"

#include <algorithm>

#include "parley/assess/problem.hpp"

namespace parley::assess {
namespace {

using bargaining::Ensemble;

Ensemble::Party party_of(const Model& model, const Worlds& worlds,
                         const std::vector<std::size_t>& counted, std::size_t party) {
  Ensemble::Party entry;
  entry.added.resize(model.options() * counted.size());
  for (std::size_t i = 0; i < counted.size(); ++i) {
    const DrawnWorld& world = worlds.drawn[counted[i]];
    entry.reservation.push_back(world.no_deal[party]);
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      const double weight = world.weight[party * model.issues() + issue];
      for (std::size_t o = model.first_option(issue); o < model.first_option(issue + 1); ++o) {
        entry.added[o * counted.size() + i] = weight * world.value[party * model.options() + o];
      }
    }
  }
  return entry;
}

std::size_t place_of(const std::vector<std::size_t>& parties, std::size_t party) {
  return static_cast<std::size_t>(std::ranges::find(parties, party) - parties.begin());
}

void add_red_lines(const Model& model, const Worlds& worlds,
                   const std::vector<std::size_t>& counted, std::size_t p, Ensemble& ensemble) {
  const std::size_t party = model.askable()[p];
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    for (const Model::Stand::Line& line : model.stand(party, issue).red_lines) {
      Ensemble::RedLine& entry = ensemble.red_lines.emplace_back();
      entry.party = p;
      entry.option = line.option;
      for (const std::size_t i : counted) {
        entry.meant.push_back(worlds.drawn[i].red_line[party * model.options() + line.option]);
      }
    }
  }
}

void add_linkages(const Model& model, const Worlds& worlds, const std::vector<std::size_t>& counted,
                  Ensemble& ensemble) {
  for (std::size_t l = 0; l < model.linkages().size(); ++l) {
    const Model::Link& link = model.linkages()[l];
    Ensemble::Linkage entry;
    if (link.owner) {
      entry.owner = place_of(model.askable(), *link.owner);
      if (*entry.owner == model.askable().size()) continue;
    }
    entry.when = conditions_of(model, link.when);
    entry.then = conditions_of(model, link.then);
    for (const std::size_t i : counted) entry.meant.push_back(worlds.drawn[i].linkage[l]);
    ensemble.linkages.push_back(std::move(entry));
  }
}

void add_interplay(const Model& model, const Worlds& worlds,
                   const std::vector<std::size_t>& counted, Ensemble& ensemble) {
  for (std::size_t l = 0; l < model.interplay().size(); ++l) {
    Ensemble::Interaction entry;
    entry.party = place_of(model.askable(), model.interplay()[l].party);
    if (entry.party == model.askable().size()) continue;
    entry.when = conditions_of(model, model.interplay()[l].when);
    for (const std::size_t i : counted) entry.value.push_back(worlds.drawn[i].interplay[l]);
    ensemble.interactions.push_back(std::move(entry));
  }
}

}  // namespace

Ensemble ensemble_of(const Model& model, const Worlds& worlds) {
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
    if (worlds.share[i] > 0) counted.push_back(i);
  }
  Ensemble ensemble;
  for (const std::size_t i : counted) ensemble.share.push_back(worlds.share[i]);
  for (std::size_t issue = 0; issue <= model.issues(); ++issue) {
    ensemble.first_option.push_back(model.first_option(issue));
  }
  for (std::size_t p = 0; p < model.askable().size(); ++p) {
    const std::size_t party = model.askable()[p];
    Ensemble::Party& entry = ensemble.parties.emplace_back(party_of(model, worlds, counted, party));
    entry.always = std::ranges::find(model.consenting(), party) != model.consenting().end();
    for (const Model::Act& each : model.acts()) {
      if (each.party == party) entry.acts.push_back(each.option);
    }
    add_red_lines(model, worlds, counted, p, ensemble);
  }
  add_linkages(model, worlds, counted, ensemble);
  add_interplay(model, worlds, counted, ensemble);
  return ensemble;
}

}  // namespace parley::assess
