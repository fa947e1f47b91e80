#include "parley/assess/ensemble.hpp"

#include <algorithm>
#include <optional>

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
  const std::vector<std::size_t>& parties = model.consenting();
  for (std::size_t p = 0; p < parties.size(); ++p) {
    ensemble.parties.push_back(party_of(model, worlds, counted, parties[p]));
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      for (const Model::Stand::Line& line : model.stand(parties[p], issue).red_lines) {
        Ensemble::RedLine& entry = ensemble.red_lines.emplace_back();
        entry.party = p;
        entry.option = line.option;
        for (const std::size_t i : counted) {
          entry.meant.push_back(
              worlds.drawn[i].red_line[parties[p] * model.options() + line.option]);
        }
      }
    }
  }
  for (std::size_t l = 0; l < model.linkages().size(); ++l) {
    const Model::Link& link = model.linkages()[l];
    Ensemble::Linkage entry;
    if (link.owner) {
      const auto owner = std::ranges::find(parties, *link.owner);
      if (owner == parties.end()) continue;
      entry.owner = static_cast<std::size_t>(owner - parties.begin());
    }
    entry.when = conditions_of(model, link.when);
    entry.then = conditions_of(model, link.then);
    for (const std::size_t i : counted) entry.meant.push_back(worlds.drawn[i].linkage[l]);
    ensemble.linkages.push_back(std::move(entry));
  }
  return ensemble;
}

}  // namespace parley::assess
