#include "parley/assess/changes.hpp"

namespace parley::assess {
namespace {

std::vector<std::size_t> within_issue(const Model& model, std::size_t draft, std::size_t issue) {
  std::vector<std::size_t> options = model.possible(draft, issue);
  for (std::size_t& each : options) each -= model.first_option(issue);
  return options;
}

std::vector<Reception> receptions_of(const Model& model, const Worlds& worlds,
                                     const TermChange& term) {
  std::vector<Reception> receptions;
  const std::size_t before = model.first_option(term.issue) + term.before.front();
  const std::size_t after = model.first_option(term.issue) + term.after.front();
  for (std::size_t party = 0; party < model.parties(); ++party) {
    // Without a position there is nothing to gain or lose that the case knows of.
    if (model.stand(party, term.issue).values.known == Model::Values::Known::nothing) continue;
    Reception reception{party, 0, 0};
    for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
      const double* value = worlds.drawn[i].value.data() + party * model.options();
      if (value[after] > value[before]) reception.gains += worlds.share[i];
      if (value[after] < value[before]) reception.loses += worlds.share[i];
    }
    receptions.push_back(reception);
  }
  return receptions;
}

}  // namespace

std::vector<Amendment> assess_changes(const Model& model, const Worlds& worlds) {
  std::vector<Amendment> amendments;
  for (std::size_t draft = 0; draft < model.drafts(); ++draft) {
    for (const casefile::Reference& earlier : model.source().drafts[draft].second.amends) {
      Amendment amendment{model.source().drafts.index_of(earlier.id), draft, {}};
      for (std::size_t issue = 0; issue < model.issues(); ++issue) {
        TermChange term;
        term.issue = issue;
        term.before = within_issue(model, amendment.from, issue);
        term.after = within_issue(model, amendment.to, issue);
        const bool was_known = term.before.size() == 1;
        const bool is_known = term.after.size() == 1;
        if (!was_known && !is_known) continue;
        if (was_known && is_known) {
          term.change = term.before == term.after ? Change::kept : Change::altered;
        } else {
          term.change = is_known ? Change::settled : Change::opened;
        }
        if (term.change == Change::altered) term.receptions = receptions_of(model, worlds, term);
        amendment.terms.push_back(std::move(term));
      }
      amendments.push_back(std::move(amendment));
    }
  }
  return amendments;
}

}  // namespace parley::assess
