#include "parley/assess/conflict/table.hpp"

#include <algorithm>
#include <utility>

#include "parley/casefile/facts.hpp"

namespace parley::assess {
namespace {

using casefile::Fact;

const casefile::Named<casefile::Move>* moves_of(const Model& model, std::size_t party) {
  return model.source().moves.find(model.source().parties[party].first);
}

// The same formula with other formulas in the place of its atoms.
template <class Replace>
Formula replaced(const Formula& formula, const Replace& replace) {
  std::vector<Formula> stack;
  const auto two = [&](auto join) {
    const Formula b = std::move(stack.back());
    stack.pop_back();
    stack.back() = join(stack.back(), b);
  };
  for (const Formula::Step& step : formula.steps()) {
    switch (step.op) {
      case Formula::Op::atom:
        stack.push_back(replace(step.value));
        break;
      case Formula::Op::constant:
        stack.push_back(Formula::constant(step.value != 0));
        break;
      case Formula::Op::negation:
        stack.back() = Formula::negation(stack.back());
        break;
      case Formula::Op::conjunction:
        two(&Formula::conjunction);
        break;
      case Formula::Op::disjunction:
        two(&Formula::disjunction);
        break;
      case Formula::Op::only_if:
        two(&Formula::only_if);
        break;
      case Formula::Op::iff:
        two(&Formula::iff);
        break;
    }
  }
  return stack.back();
}

bool is_deal_alone(const casefile::Preference& preference) {
  return preference.says.formula == Formula::atom(0) && preference.says.names.front().id == "deal";
}

}  // namespace

Table::Table(const Model& model, std::optional<Text> text)
    : model_(&model), text_(std::move(text)) {
  for (std::size_t party = 0; party < model.parties(); ++party) {
    const std::size_t before = acts_.size();
    if (text_ && std::ranges::find(text_->signers, party) != text_->signers.end()) {
      acts_.push_back({party, std::nullopt});
    }
    const auto* moves = moves_of(model, party);
    for (std::size_t at = 0; moves != nullptr && at < moves->size(); ++at) {
      acts_.push_back({party, at});
    }
    if (acts_.size() > before) players_.push_back(party);
  }
}

Formula Table::deal() const {
  if (!text_) return Formula::constant(false);
  Formula all;
  for (std::size_t k = 0; k < acts_.size(); ++k) {
    if (!acts_[k].move) all = Formula::conjunction(all, Formula::atom(k));
  }
  return all;
}

Formula Table::formula(const casefile::Proposition& proposition) const {
  const auto of = [&](const Fact& fact) {
    switch (fact.kind) {
      case Fact::Kind::deal:
        return deal();
      case Fact::Kind::move: {
        const auto at = std::ranges::find(acts_, Act{fact.of, fact.at});
        return Formula::atom(static_cast<std::size_t>(at - acts_.begin()));
      }
      case Fact::Kind::draft:
        return text_ && text_->draft == fact.of ? deal() : Formula::constant(false);
      case Fact::Kind::option: {
        const std::size_t option = model_->first_option(fact.of) + fact.at;
        return text_ && text_->options[fact.of] == option ? deal() : Formula::constant(false);
      }
    }
    return Formula::constant(false);
  };
  return replaced(proposition.formula, [&](std::size_t name) {
    return of(casefile::facts_called(model_->source(), proposition.names[name].id).front());
  });
}

conflict::Statements Table::minds(std::size_t player, Liking liking,
                                  const std::vector<bool>& held) const {
  conflict::Statements minded;
  auto& all = minded.most_important_first;
  const auto add_liking = [&] {
    if (!text_ || liking == Liking::not_known) return;
    all.push_back(liking == Liking::likes ? deal() : Formula::negation(deal()));
  };
  const auto& source = model_->source();
  const auto* outlook = source.outlooks.find(source.parties[players_[player]].first);
  if (outlook == nullptr || std::ranges::none_of(*outlook, &is_deal_alone)) add_liking();
  for (std::size_t k = 0; outlook != nullptr && k < outlook->size(); ++k) {
    if (!held[k]) continue;
    const casefile::Preference& each = (*outlook)[k];
    is_deal_alone(each) ? add_liking() : all.push_back(formula(each.says));
  }
  return minded;
}

conflict::GraphModel Table::conflict(std::vector<conflict::Statements> minds) const {
  conflict::GraphModel model;
  const auto& parties = model_->source().parties;
  for (const Act& act : acts_) {
    const auto* moves = moves_of(*model_, act.party);
    const bool stays = act.move && !(*moves)[*act.move].second.undo;
    model.options.push_back(
        {parties[act.party].first + "/" + (act.move ? (*moves)[*act.move].first : "sign"),
         stays ? conflict::Direction::taking : conflict::Direction::both});
  }
  for (std::size_t player = 0; player < players_.size(); ++player) {
    conflict::DecisionMaker maker{parties[players_[player]].first, {}, std::move(minds[player])};
    for (std::size_t k = 0; k < acts_.size(); ++k) {
      if (acts_[k].party == players_[player]) maker.options.push_back(k);
    }
    model.decision_makers.push_back(std::move(maker));
  }
  for (const casefile::Impossible& each : model_->source().impossible) {
    model.infeasible.push_back(formula(each.when));
  }
  return model;
}

conflict::Taken Table::today() const {
  conflict::Taken taken = 0;
  for (std::size_t k = 0; k < acts_.size(); ++k) {
    const auto* moves = moves_of(*model_, acts_[k].party);
    if (acts_[k].move && (*moves)[*acts_[k].move].second.now) taken |= conflict::Taken{1} << k;
  }
  return taken;
}

conflict::Taken Table::kept() const {
  conflict::Taken taken = 0;
  for (std::size_t k = 0; k < acts_.size(); ++k) {
    const auto* moves = moves_of(*model_, acts_[k].party);
    if (!acts_[k].move || (*moves)[*acts_[k].move].second.under_deal) {
      taken |= conflict::Taken{1} << k;
    }
  }
  return taken;
}

}  // namespace parley::assess
