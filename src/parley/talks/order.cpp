#include "parley/talks/order.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace parley::talks {

Order Order::of_list(const std::vector<double>& worth) {
  std::vector<PackageId> package;
  for (std::size_t i = 0; i < worth.size(); ++i) {
    if (worth[i] != kRefused) package.push_back(static_cast<PackageId>(i));
  }
  std::ranges::stable_sort(package, {}, [&](PackageId each) { return worth[each]; });
  List list;
  list.worth.reserve(package.size());
  for (const PackageId each : package) list.worth.push_back(worth[each]);
  list.package = std::move(package);
  return Order(std::move(list));
}

Order Order::of_groups(const std::vector<Space::Group>& groups, std::size_t party,
                       std::size_t levels) {
  std::vector<std::vector<double>> worth;
  for (const Space::Group& each : groups) worth.push_back(each.worth[party]);
  return Order(Levels(worth, levels));
}

double Order::gap() const {
  const auto* levels = std::get_if<Levels>(&held_);
  return levels == nullptr ? 0 : levels->unit() * static_cast<double>(levels->groups());
}

PackageId Order::best(Packages& packages) const {
  if (const auto* list = std::get_if<List>(&held_)) {
    const auto first = std::ranges::lower_bound(list->worth, list->worth.back());
    return list->package[static_cast<std::size_t>(first - list->worth.begin())];
  }
  const auto& levels = std::get<Levels>(held_);
  Levels::Choices choices;
  levels.first(levels.top(), choices);
  return packages.number(choices);
}

PackageId Order::least_above(double target, Packages& packages) const {
  if (const auto* list = std::get_if<List>(&held_)) {
    const auto found = std::ranges::lower_bound(list->worth, target);
    if (found == list->worth.end()) return best(packages);
    return list->package[static_cast<std::size_t>(found - list->worth.begin())];
  }
  const auto& levels = std::get<Levels>(held_);
  const auto level = levels.at_or_above(levels.level_of(target));
  if (!level) return best(packages);
  Levels::Choices choices;
  levels.first(*level, choices);
  return packages.number(choices);
}

PackageId Order::nearest(double target, std::size_t party, Packages& packages) const {
  const PackageId above = least_above(target, packages);
  const double over = packages.worth(party, above) - target;
  if (const auto* list = std::get_if<List>(&held_)) {
    const auto found = std::ranges::lower_bound(list->worth, target);
    if (found == list->worth.begin()) return above;
    const double under = *std::prev(found);
    if (over >= 0 && over <= target - under) return above;
    const auto first = std::ranges::lower_bound(list->worth, under);
    return list->package[static_cast<std::size_t>(first - list->worth.begin())];
  }
  const auto& levels = std::get<Levels>(held_);
  const auto level = levels.at_or_below(levels.level_of(target) - 1);
  if (!level) return above;
  Levels::Choices choices;
  levels.first(*level, choices);
  const PackageId below = packages.number(choices);
  return over >= 0 && over <= std::abs(target - packages.worth(party, below)) ? above : below;
}

PackageId Order::any_above(double target, RandomStream& random, Packages& packages) const {
  if (const auto* list = std::get_if<List>(&held_)) {
    const auto found = std::ranges::lower_bound(list->worth, target);
    const auto count = static_cast<std::uint64_t>(list->worth.end() - found);
    if (count == 0) return best(packages);
    return list->package[list->package.size() - 1 - random.below(count)];
  }
  const auto& levels = std::get<Levels>(held_);
  const std::int64_t low = std::max<std::int64_t>(levels.level_of(target), 0);
  if (low > levels.top()) return best(packages);
  const auto drawn =
      static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(levels.top() - low) + 1));
  Levels::Choices choices;
  levels.any(*levels.at_or_above(low + drawn), random, choices);
  return packages.number(choices);
}

std::vector<PackageId> Order::spread(double low, double high, std::size_t most,
                                     RandomStream& random, Packages& packages) const {
  std::vector<PackageId> found;
  const auto place = [&](std::size_t i, std::size_t count, std::size_t taken) {
    return taken == 1 ? std::size_t{0} : i * (count - 1) / (taken - 1);
  };
  if (const auto* list = std::get_if<List>(&held_)) {
    const auto first = std::ranges::lower_bound(list->worth, low);
    const auto last = std::ranges::upper_bound(list->worth, high);
    if (first >= last) return found;
    const auto count = static_cast<std::size_t>(last - first);
    const std::size_t taken = std::min(count, most);
    const auto start = static_cast<std::size_t>(first - list->worth.begin());
    for (std::size_t i = 0; i < taken; ++i) {
      found.push_back(list->package[start + place(i, count, taken)]);
    }
    return found;
  }
  const auto& levels = std::get<Levels>(held_);
  const std::int64_t from = std::max<std::int64_t>(levels.level_of(low), 0);
  const std::int64_t to = std::min(levels.level_of(high), levels.top());
  if (from > to) return found;
  const auto count = static_cast<std::size_t>(to - from) + 1;
  const std::size_t taken = std::min(count, most);
  std::int64_t last = -1;
  Levels::Choices choices;
  for (std::size_t i = 0; i < taken; ++i) {
    const auto wanted = from + static_cast<std::int64_t>(place(i, count, taken));
    const auto level = levels.at_or_above(wanted);
    if (!level || *level > to || *level == last) continue;
    last = *level;
    levels.any(last, random, choices);
    found.push_back(packages.number(choices));
  }
  return found;
}

Descent::Descent(const Order& order) : order_(&order) {
  if (const auto* list = std::get_if<Order::List>(&order.held_)) {
    group_begin_ = group_end_ = at_ = list->worth.size();
  } else {
    cursor_.emplace(std::get<Levels>(order.held_));
  }
}

std::optional<PackageId> Descent::next(Packages& packages) {
  if (cursor_) {
    const Levels::Choices* choices = cursor_->next();
    if (choices == nullptr) return std::nullopt;
    return packages.number(*choices);
  }
  const auto& list = std::get<Order::List>(order_->held_);
  if (at_ == group_end_) {
    if (group_begin_ == 0) return std::nullopt;
    group_end_ = group_begin_;
    const auto first = std::ranges::lower_bound(list.worth, list.worth[group_end_ - 1]);
    group_begin_ = at_ = static_cast<std::size_t>(first - list.worth.begin());
  }
  return list.package[at_++];
}

}  // namespace parley::talks
