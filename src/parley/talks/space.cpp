#include "parley/talks/space.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <mutex>
#include <numeric>

#include "parley/bargaining/demand.hpp"
#include "parley/talks/order.hpp"

namespace parley::talks {
namespace {

using bargaining::Condition;
using bargaining::Deal;
using bargaining::Problem;

// Issues that something ties together have one root.
class Ties {
 public:
  explicit Ties(std::size_t issues) : root_(issues) { std::iota(root_.begin(), root_.end(), 0U); }

  std::size_t root(std::size_t issue) {
    while (root_[issue] != issue) issue = root_[issue] = root_[root_[issue]];
    return issue;
  }
  void tie(const std::vector<Condition>& a, const std::vector<Condition>& b) {
    const std::size_t first = a.empty() ? b.front().issue : a.front().issue;
    for (const auto* each : {&a, &b}) {
      for (const Condition& one : *each) join(first, one.issue);
    }
  }

 private:
  // The first issue of a group is its root, so that groups stand in the order of their first
  // issues.
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    root_[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::size_t> root_;
};

std::vector<std::vector<std::size_t>> tied_issues(const Problem& problem) {
  Ties ties(problem.issues.size());
  for (const auto& each : problem.linkages) {
    if (binds(problem, each) && !(each.when.empty() && each.then.empty())) {
      ties.tie(each.when, each.then);
    }
  }
  for (const auto& each : problem.interactions) {
    if (!each.when.empty()) ties.tie(each.when, {});
  }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t k = 0; k < problem.issues.size(); ++k) groups[ties.root(k)].push_back(k);
  std::vector<std::vector<std::size_t>> result;
  for (auto& each : groups) result.push_back(std::move(each.second));
  return result;
}

// What of a problem lies within one group of issues.
class GroupMaker {
 public:
  GroupMaker(const Problem& problem, std::vector<std::size_t> issues) : problem_(problem) {
    group_.issues = std::move(issues);
    inside_.resize(problem.issues.size());
    for (const std::size_t each : group_.issues) inside_[each] = true;
    group_.worth.resize(problem.parties.size());
  }

  // Nothing when there are too many combinations.
  std::optional<Space::Group> make() {
    double count = 1;
    for (const std::size_t each : group_.issues) {
      count *= static_cast<double>(problem_.issues[each].options.size());
    }
    if (count > static_cast<double>(Space::kMostCombinations)) return std::nullopt;
    Deal deal(problem_.issues.size());
    do {
      if (is_possible(deal)) add(deal);
    } while (next(deal));
    return std::move(group_);
  }

 private:
  bool next(Deal& deal) const {
    for (auto issue = group_.issues.rbegin(); issue != group_.issues.rend(); ++issue) {
      if (++deal[*issue] < problem_.issues[*issue].options.size()) return true;
      deal[*issue] = 0;
    }
    return false;
  }

  bool is_inside(const std::vector<Condition>& when) const {
    return !when.empty() && inside_[when.front().issue];
  }
  bool is_inside(const bargaining::Linkage& each) const {
    return is_inside(each.when) || (each.when.empty() && is_inside(each.then));
  }

  bool is_possible(const Deal& deal) const {
    return std::ranges::all_of(problem_.linkages, [&](const auto& each) {
      return each.owner || !is_inside(each) || keeps(each, deal);
    });
  }

  bool is_refused(std::size_t party, const Deal& deal) const {
    const bool crossed = std::ranges::any_of(problem_.red_lines, [&](const auto& each) {
      return each.party == party && inside_[each.issue] && deal[each.issue] == each.option;
    });
    return crossed || std::ranges::any_of(problem_.linkages, [&](const auto& each) {
             return each.owner == party && is_inside(each) && !keeps(each, deal);
           });
  }

  double worth(std::size_t party, const Deal& deal) const {
    if (is_refused(party, deal)) return kRefused;
    const bargaining::Party& who = problem_.parties[party];
    double sum = 0;
    for (const std::size_t k : group_.issues) sum += who.weights[k] * who.values[k][deal[k]];
    for (const auto& each : problem_.interactions) {
      const bool counts =
          each.party == party && is_inside(each.when) &&
          std::ranges::all_of(each.when, [&](const auto& c) { return holds(c, deal); });
      if (counts) sum += each.value;
    }
    return sum;
  }

  void add(const Deal& deal) {
    std::vector<std::size_t>& options = group_.combinations.emplace_back();
    for (const std::size_t each : group_.issues) options.push_back(deal[each]);
    std::uint32_t asked = 0;
    for (const bargaining::Act& act : problem_.acts) {
      if (inside_[act.issue] && deal[act.issue] == act.option) asked |= 1U << act.party;
    }
    group_.asked.push_back(asked);
    for (std::size_t p = 0; p < problem_.parties.size(); ++p) {
      group_.worth[p].push_back(worth(p, deal));
    }
  }

  const Problem& problem_;
  std::vector<bool> inside_;
  Space::Group group_;
};

}  // namespace

struct Space::Orders {
  struct One {
    std::once_flag made;
    std::optional<Order> order;
  };
  explicit Orders(std::size_t parties) : all(parties) {}
  std::vector<One> all;
};

Space::Space(Space&&) noexcept = default;
Space& Space::operator=(Space&&) noexcept = default;
Space::~Space() = default;

Result<Space> Space::of(Problem problem, const SpaceOptions& options) {
  assert(!has_errors(bargaining::check(problem)));
  Space space;
  space.problem_ = std::move(problem);
  space.options_ = options;
  const Problem& source = space.problem_;
  for (std::vector<std::size_t>& issues : tied_issues(source)) {
    auto group = GroupMaker(source, std::move(issues)).make();
    if (!group) {
      return fail(FailureKind::too_large, "block-too-large", {},
                  "issues that linkages or interactions tie together have too many combinations to "
                  "go through",
                  "tie fewer issues together");
    }
    if (group->combinations.empty()) {
      return fail(FailureKind::invalid_input, "no-package", {},
                  "facts about the options leave no package", "loosen a linkage that nobody owns");
    }
    space.groups_.push_back(*std::move(group));
  }
  for (std::size_t p = 0; p < source.parties.size(); ++p) {
    if (source.parties[p].consents) space.always_ |= 1U << p;
  }
  space.acts_ = !source.acts.empty();
  space.measure();
  space.list();
  space.orders_ = std::make_unique<Orders>(source.parties.size());
  return space;
}

void Space::measure() {
  for (std::size_t p = 0; p < parties(); ++p) {
    tolerance_.push_back(bargaining::tolerance(problem_, p));
    const double scale = tolerance_[p] / bargaining::kTolerance;
    per_unit_.push_back(scale > 0 ? std::pow(10.0, 12 - std::ceil(std::log10(scale))) : 1);
    double best = 0;
    double worst = 0;
    for (const Group& each : groups_) {
      double high = kRefused;
      double low = -kRefused;
      for (const double worth : each.worth[p]) {
        if (worth == kRefused) continue;
        high = std::max(high, worth);
        low = std::min(low, worth);
      }
      best += high;
      worst = high == kRefused ? kRefused : worst + low;
    }
    best_.push_back(rounded(p, best));
    worst_.push_back(best == kRefused ? kRefused : rounded(p, worst));
  }
}

double Space::rounded(std::size_t party, double utility) const {
  return std::round(utility * per_unit_[party]) / per_unit_[party];
}

void Space::list() {
  double count = 1;
  for (const Group& each : groups_) count *= static_cast<double>(each.combinations.size());
  if (count > static_cast<double>(options_.most_listed)) return;
  listed_ = static_cast<std::size_t>(count);
  for (std::size_t p = 0; p < parties(); ++p) {
    std::vector<double> sums{0};
    for (const Group& group : groups_) {
      std::vector<double> longer;
      longer.reserve(sums.size() * group.combinations.size());
      for (const double sum : sums) {
        for (const double worth : group.worth[p]) longer.push_back(sum + worth);
      }
      sums = std::move(longer);
    }
    for (double& each : sums) each = rounded(p, each);
    worth_.push_back(std::move(sums));
  }
}

double Space::no_deal(std::size_t party) const {
  return problem_.parties[party].reservation.value_or(worst_[party]);
}

const Order& Space::order(std::size_t party) const {
  Orders::One& one = orders_->all[party];
  std::call_once(one.made, [&] {
    one.order.emplace(listed_ ? Order::of_list(worth_[party])
                              : Order::of_groups(groups_, party, options_.levels));
  });
  return *one.order;
}

PackageId Packages::number(std::span<const std::uint32_t> choices) {
  assert(choices.size() == groups());
  if (space_->listed_) {
    PackageId number = 0;
    for (std::size_t g = 0; g < choices.size(); ++g) {
      number = number * static_cast<PackageId>(space_->groups_[g].combinations.size()) + choices[g];
    }
    return number;
  }
  const auto next = static_cast<PackageId>(numbers_.size());
  const auto [found, is_new] =
      numbers_.try_emplace(std::vector<std::uint32_t>(choices.begin(), choices.end()), next);
  if (is_new) {
    named_choices_.insert(named_choices_.end(), choices.begin(), choices.end());
    for (std::size_t p = 0; p < space_->parties(); ++p) {
      double sum = 0;
      for (std::size_t g = 0; g < choices.size(); ++g) {
        sum += space_->groups_[g].worth[p][choices[g]];
      }
      named_worth_.push_back(space_->rounded(p, sum));
    }
  }
  return found->second;
}

void Packages::choices(PackageId package, std::vector<std::uint32_t>& choices) const {
  choices.resize(groups());
  if (!space_->listed_) {
    std::copy_n(named_choices_.begin() + static_cast<std::ptrdiff_t>(package * groups()), groups(),
                choices.begin());
    return;
  }
  for (std::size_t g = groups(); g-- > 0;) {
    const auto size = static_cast<PackageId>(space_->groups_[g].combinations.size());
    choices[g] = package % size;
    package /= size;
  }
}

std::uint32_t Packages::needed(PackageId package) const {
  std::uint32_t needed = space_->always_;
  if (!space_->acts_) return needed;
  std::vector<std::uint32_t> taken;
  choices(package, taken);
  for (std::size_t g = 0; g < taken.size(); ++g) needed |= space_->groups_[g].asked[taken[g]];
  return needed;
}

Deal Packages::deal(PackageId package) const {
  std::vector<std::uint32_t> taken;
  choices(package, taken);
  Deal deal(space_->problem().issues.size());
  for (std::size_t g = 0; g < taken.size(); ++g) {
    const Space::Group& group = space_->groups_[g];
    for (std::size_t i = 0; i < group.issues.size(); ++i) {
      deal[group.issues[i]] = group.combinations[taken[g]][i];
    }
  }
  return deal;
}

std::optional<PackageId> Packages::find(const Deal& deal) {
  std::vector<std::uint32_t> taken;
  for (const Space::Group& group : space_->groups_) {
    std::vector<std::size_t> options;
    for (const std::size_t each : group.issues) options.push_back(deal[each]);
    const auto found = std::ranges::lower_bound(group.combinations, options);
    if (found == group.combinations.end() || *found != options) return std::nullopt;
    taken.push_back(static_cast<std::uint32_t>(found - group.combinations.begin()));
  }
  return number(taken);
}

}  // namespace parley::talks
