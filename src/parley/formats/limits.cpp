#include "parley/formats/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "parley/bargaining/deal.hpp"

namespace parley::formats::internal {
namespace {

using bargaining::Problem;

constexpr double kMostTied = 200'000;
constexpr double kMostWork = 2e8;

// Finds the deals above 1, at most kMostDeals, in lexicographic order.
class AboveOne {
 public:
  AboveOne(const Problem& problem, std::size_t party)
      : problem_(problem), party_(party), rest_(problem.issues.size() + 1) {
    for (const bargaining::Interaction& each : problem.interactions) {
      if (each.party == party) rest_.back() += std::max(0.0, each.value);
    }
    const bargaining::Party& who = problem.parties[party];
    for (std::size_t k = problem.issues.size(); k-- > 0;) {
      rest_[k] = rest_[k + 1] + who.weights[k] * std::ranges::max(who.values[k]);
    }
  }

  bool can_bind() const { return rest_.front() > kOne; }

  // False when there are too many, or the search too long.
  bool find() {
    deal_.resize(problem_.issues.size());
    return descend(0, 0);
  }
  const std::vector<bargaining::Deal>& deals() const { return deals_; }

 private:
  static constexpr double kOne = 1 + bargaining::kTolerance;
  static constexpr std::size_t kMostDeals = 2'000;
  static constexpr std::size_t kMostSteps = 500'000;

  bool descend(std::size_t issue, double sum) {
    if (++steps_ > kMostSteps) return false;
    if (sum + rest_[issue] <= kOne) return true;
    if (issue == deal_.size()) {
      if (bargaining::utility(problem_, party_, deal_) > kOne) deals_.push_back(deal_);
      return deals_.size() <= kMostDeals;
    }
    const bargaining::Party& who = problem_.parties[party_];
    for (std::size_t o = 0; o < who.values[issue].size(); ++o) {
      deal_[issue] = o;
      if (!descend(issue + 1, sum + who.weights[issue] * who.values[issue][o])) return false;
    }
    return true;
  }

  const Problem& problem_;
  std::size_t party_;
  std::vector<double> rest_;  // [issue]: the most that it and later ones, and ties, can add
  bargaining::Deal deal_;
  std::vector<bargaining::Deal> deals_;
  std::size_t steps_ = 0;
};

}  // namespace

std::optional<std::string> too_tied(const Problem& problem) {
  // The first issue of each group, followed to the end, stands for the group.
  std::vector<std::size_t> group(problem.issues.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto representative = [&](std::size_t issue) {
    while (group[issue] != issue) issue = group[issue] = group[group[issue]];
    return issue;
  };
  for (const bargaining::Interaction& each : problem.interactions) {
    for (const bargaining::Condition& with : each.when) {
      group[representative(with.issue)] = representative(each.when.front().issue);
    }
  }
  std::vector<double> ties(group.size());
  for (const bargaining::Interaction& each : problem.interactions) {
    ++ties[representative(each.when.front().issue)];
  }
  std::vector<double> combinations(group.size(), 1);
  std::vector<std::size_t> members(group.size());
  for (std::size_t k = 0; k < group.size(); ++k) {
    combinations[representative(k)] *= static_cast<double>(problem.issues[k].options.size());
    ++members[representative(k)];
  }
  for (std::size_t k = 0; k < group.size(); ++k) {
    if (ties[k] == 0) continue;
    if (combinations[k] <= kMostTied && combinations[k] * ties[k] <= kMostWork) continue;
    return fmt::format("{} of them tie {} issues together, which have {:.3g} combinations", ties[k],
                       members[k], combinations[k]);
  }
  return std::nullopt;
}

Cap cap_at_one(Problem& problem, std::size_t party) {
  AboveOne above(problem, party);
  if (!above.can_bind()) return Cap::never_binds;
  const bool complete = above.find();
  if (!complete) return Cap::not_cut;
  if (above.deals().empty()) return Cap::never_binds;
  Problem cut = problem;
  for (const bargaining::Deal& deal : above.deals()) {
    bargaining::Interaction excess{party, {}, 1 - bargaining::utility(problem, party, deal)};
    for (std::size_t k = 0; k < deal.size(); ++k) excess.when.push_back({k, {deal[k]}});
    cut.interactions.push_back(std::move(excess));
  }
  if (too_tied(cut)) return Cap::not_cut;
  problem = std::move(cut);
  return Cap::exact;
}

}  // namespace parley::formats::internal
