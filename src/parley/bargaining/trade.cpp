#include "parley/bargaining/trade.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "parley/bargaining/parts.hpp"
#include "parley/bargaining/search.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

class Trader {
 public:
  Trader(const Problem& problem, const Deal& draft, const TradeOptions& options)
      : problem_(problem),
        draft_(draft),
        options_(options),
        before_(utilities(problem, draft)),
        asked_(consents_needed(problem, draft)),
        forbidden_(problem.issues.size()) {
    for (std::size_t k = 0; k < problem.issues.size(); ++k) {
      forbidden_[k].resize(problem.issues[k].options.size());
    }
    for (const RedLine& line : problem.red_lines) {
      if (problem.parties[line.party].consents) forbidden_[line.issue][line.option] = true;
    }
    for (std::size_t i = 0; i < problem.parties.size(); ++i) {
      slack_.push_back(tolerance(problem, i));
      double most = 0;
      for (std::size_t k = 0; k < forbidden_.size(); ++k) {
        for (std::size_t o = 0; o < forbidden_[k].size(); ++o)
          most = std::max(most, step_gain(i, k, o));
      }
      most_step_gain_.push_back(most);
      double sum = 0;
      bool any = false;
      for (const Interaction& each : problem.interactions) {
        if (each.party != i) continue;
        any = true;
        sum += std::abs(each.value);
      }
      has_interactions_.push_back(any);
      most_interaction_gain_.push_back(sum);
    }
  }

  // All trades with exactly so many steps; smaller ones must have been found before.
  void find(std::size_t steps) {
    changed_ = draft_;
    extend(0, steps, std::vector<double>(problem_.parties.size()));
  }

  Trades ranked() && {
    std::ranges::stable_sort(found_, [&](const Trade& a, const Trade& b) {
      if (a.joint_gain != b.joint_gain) return a.joint_gain > b.joint_gain;
      if (least(a) != least(b)) return least(a) > least(b);
      return a.steps.size() < b.steps.size();
    });
    Trades result;
    result.found = found_.size();
    if (found_.size() > options_.most_trades) found_.resize(options_.most_trades);
    result.trades = std::move(found_);
    return result;
  }

 private:
  // `gains`: what the steps taken so far give each party, without interactions.
  void extend(std::size_t first, std::size_t steps, const std::vector<double>& gains) {
    if (steps == 0) return offer(gains);
    for (std::size_t k = first; k + steps <= problem_.issues.size(); ++k) {
      for (std::size_t option = 0; option < forbidden_[k].size(); ++option) {
        if (option == draft_[k] || forbidden_[k][option]) continue;
        std::vector<double> sum = gains;
        bool hopeless = false;
        for (std::size_t i = 0; i < sum.size(); ++i) {
          sum[i] += step_gain(i, k, option);
          hopeless = hopeless || (problem_.parties[i].consents &&
                                  sum[i] + static_cast<double>(steps - 1) * most_step_gain_[i] +
                                          most_interaction_gain_[i] <
                                      -slack_[i]);
        }
        if (hopeless) continue;
        changed_[k] = option;
        taken_.push_back(k);
        if (!completes_trade()) extend(k + 1, steps - 1, sum);
        taken_.pop_back();
        changed_[k] = draft_[k];
      }
    }
  }

  double step_gain(std::size_t party, std::size_t issue, std::size_t option) const {
    const Party& who = problem_.parties[party];
    return who.weights[issue] * (who.values[issue][option] - who.values[issue][draft_[issue]]);
  }

  // Whether the last step makes some of the others a trade found before, so that the rest is not
  // needed.
  bool completes_trade() const {
    const std::size_t earlier = taken_.size() - 1;
    for (std::size_t subset = 0; subset < std::size_t{1} << earlier; ++subset) {
      std::vector<std::pair<std::size_t, std::size_t>> steps;
      for (std::size_t at = 0; at <= earlier; ++at) {
        if (at == earlier || (subset >> at & 1) != 0)
          steps.emplace_back(taken_[at], changed_[taken_[at]]);
      }
      if (known_.contains(steps)) return true;
    }
    return false;
  }

  void offer(const std::vector<double>& gains) {
    Trade trade;
    bool better = false;
    for (std::size_t i = 0; i < problem_.parties.size(); ++i) {
      const double gain =
          has_interactions_[i] ? utility(problem_, i, changed_) - before_[i] : gains[i];
      trade.gains.push_back(gain);
      if (!problem_.parties[i].consents) continue;
      if (gain < -slack_[i]) return;
      better = better || gain > slack_[i];
      trade.joint_gain += gain;
    }
    if (!better) return;
    if (!is_accepted(trade.gains)) return;
    std::vector<std::pair<std::size_t, std::size_t>> steps;
    for (const std::size_t k : taken_) {
      steps.emplace_back(k, changed_[k]);
      TradeStep step{k, draft_[k], changed_[k], {}};
      for (std::size_t i = 0; i < problem_.parties.size(); ++i) {
        step.gains.push_back(step_gain(i, k, step.to));
      }
      trade.steps.push_back(std::move(step));
    }
    known_.insert(std::move(steps));
    found_.push_back(std::move(trade));
  }

  // Whether the change breaks no fact and no demand of a party that it needs, unless the draft
  // needs the party as well and breaks it too.
  bool is_accepted(const std::vector<double>& gains) const {
    const std::vector<bool> asked = consents_needed(problem_, changed_);
    for (const Linkage& each : problem_.linkages) {
      if (keeps(each, changed_) || (each.owner && !asked[*each.owner])) continue;
      const bool is_new = each.owner && !asked_[*each.owner];
      if (is_new || keeps(each, draft_)) return false;
    }
    for (const RedLine& line : problem_.red_lines) {
      if (!asked[line.party] || changed_[line.issue] != line.option) continue;
      if (!asked_[line.party] || draft_[line.issue] != line.option) return false;
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const Party& party = problem_.parties[i];
      if (!asked[i] || party.consents) continue;
      const double least =
          asked_[i] ? 0 : party.reservation.value_or(before_[i] + gains[i]) - before_[i];
      if (gains[i] < least - slack_[i]) return false;
    }
    return true;
  }

  double least(const Trade& trade) const {
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < trade.gains.size(); ++i) {
      if (problem_.parties[i].consents) smallest = std::min(smallest, trade.gains[i]);
    }
    return smallest;
  }

  const Problem& problem_;
  const Deal& draft_;
  const TradeOptions& options_;
  std::vector<double> before_;
  std::vector<bool> asked_;  // whose consent the draft needs
  std::vector<double> slack_;
  std::vector<std::vector<bool>> forbidden_;  // [issue][option]
  Deal changed_;
  std::vector<std::size_t> taken_;  // issues that changed_ settles otherwise
  std::vector<Trade> found_;
  std::set<std::vector<std::pair<std::size_t, std::size_t>>>
      known_;  // their steps: issue and option
  std::vector<bool> has_interactions_;
  std::vector<double> most_step_gain_;         // by party: of any single step
  std::vector<double> most_interaction_gain_;  // by party: of all interactions together
};

// What a party that is asked for its acts must get: as much as in the draft where the draft asks it
// too, else what no deal is worth to it. The others are only compared with the draft.
Problem as_seen_from(const Deal& draft, Problem problem) {
  const std::vector<bool> asked = consents_needed(problem, draft);
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    Party& party = problem.parties[i];
    if (party.consents) {
      party.reservation.reset();
    } else if (asked[i]) {
      party.reservation = utility(problem, i, draft);
    }
  }
  return problem;
}

// The allowed deal that gives every consenting party most above the draft, its own scale aside.
Result<void> find_headroom(const Problem& problem, const Deal& draft, const Control& control,
                           Trades& result) {
  const auto parts = internal::build_parts(as_seen_from(draft, problem), {.most_deals = 1});
  if (!parts) return tl::unexpected(parts.error());
  result.best = draft;
  for (const internal::Part& part : *parts) {
    const internal::Model& model = part.model;
    const auto rational = internal::find_rational(model, control);
    if (!rational) return tl::unexpected(rational.error());
    if (!*rational) continue;
    double unit = 0;
    for (std::size_t i = 0; i < model.counted; ++i) {
      unit = std::max(unit, model.span(i) / model.scales[i].units_per_one());
    }
    internal::Objective objective{internal::Objective::Kind::smallest, {}, {}, {}};
    internal::Scoring scoring;
    for (std::size_t i = 0; i < model.width(); ++i) {
      const bool counted = i < model.counted;
      const double factor =
          counted ? 1 / (model.scales[i].units_per_one() * unit) : 1 / model.span(i);
      objective.counted.push_back(counted);
      objective.floor.push_back(model.floor[i] ? static_cast<double>(*model.floor[i]) * factor
                                               : -std::numeric_limits<double>::infinity());
      scoring.factor.push_back(factor);
      scoring.offset.push_back(counted ? utility(problem, model.parties[i], draft) / unit : 0);
    }
    const auto found = internal::search(model, objective, scoring, {.begin = *rational}, control);
    if (!found) return tl::unexpected(found.error());
    if (!found->best || found->value <= kTolerance || found->value * unit <= result.headroom) {
      continue;
    }
    result.headroom = found->value * unit;
    result.best = internal::deal(model, *found->best);
  }
  return {};
}

}  // namespace

Result<Trades> trades(const Problem& problem, const Deal& draft, const TradeOptions& options,
                      const Control& control) {
  Trader trader(problem, draft, options);
  for (std::size_t steps = 1; steps <= options.most_steps; ++steps) {
    if (control.cancelled && control.cancelled()) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the end");
    }
    trader.find(steps);
  }
  Trades result = std::move(trader).ranked();
  const Result<void> headroom = find_headroom(problem, draft, control, result);
  if (!headroom) return tl::unexpected(headroom.error());
  return result;
}

}  // namespace parley::bargaining
