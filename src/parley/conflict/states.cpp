#include "parley/conflict/states.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <numeric>

namespace parley::conflict {
namespace {

constexpr std::uint64_t kMostNodes = 100'000'000;
constexpr std::uint64_t kMostCountingNodes = 1'000'000;

// Options that conditions tie together, and those conditions.
struct Component {
  std::vector<std::size_t> options;
  std::vector<const Formula*> conditions;
};

std::size_t root(std::vector<std::size_t>& parents, std::size_t k) {
  while (parents[k] != k) k = parents[k] = parents[parents[k]];
  return k;
}

std::vector<Component> components(const GraphModel& model) {
  std::vector<std::size_t> parents(model.options.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  for (const Formula& each : model.infeasible) {
    const std::vector<std::size_t> atoms = each.atoms();
    for (const std::size_t atom : atoms) {
      parents[root(parents, atom)] = root(parents, atoms.front());
    }
  }
  std::vector<Component> all(model.options.size());
  for (std::size_t k = 0; k < parents.size(); ++k) all[root(parents, k)].options.push_back(k);
  for (const Formula& each : model.infeasible) {
    const std::vector<std::size_t> atoms = each.atoms();
    if (!atoms.empty()) all[root(parents, atoms.front())].conditions.push_back(&each);
  }
  std::erase_if(all, [](const Component& each) { return each.options.empty(); });
  return all;
}

// The component's options in an order that settles conditions early: always those of the condition
// with the fewest options left.
std::vector<std::size_t> settling_order(const Component& component) {
  std::vector<std::vector<std::size_t>> left;
  for (const Formula* each : component.conditions) left.push_back(each->atoms());
  std::vector<std::size_t> order;
  for (;;) {
    std::erase_if(left, [](const auto& each) { return each.empty(); });
    if (left.empty()) return order;
    const std::vector<std::size_t> next =
        *std::ranges::min_element(left, {}, [](const auto& each) { return each.size(); });
    order.insert(order.end(), next.begin(), next.end());
    for (auto& each : left) {
      std::erase_if(each, [&](std::size_t k) { return std::ranges::binary_search(next, k); });
    }
  }
}

enum class Outcome { listed, too_many, too_hard };

// Depth-first search over the options of one component; a condition that certainly holds cuts.
class Search {
 public:
  Search(const Component& component, std::uint64_t most, std::uint64_t& nodes)
      : order_(settling_order(component)), most_(most), nodes_(nodes) {
    for (const std::size_t option : order_) {
      std::vector<const Formula*>& touched = conditions_.emplace_back();
      for (const Formula* each : component.conditions) {
        const std::vector<std::size_t> atoms = each->atoms();
        if (std::ranges::binary_search(atoms, option)) touched.push_back(each);
      }
    }
  }

  Outcome run() {
    descend(0, 0, 0);
    return outcome_;
  }
  std::vector<Taken> take() { return std::move(found_); }

 private:
  void descend(std::size_t depth, Taken known, Taken taken) {
    if (depth == order_.size()) {
      if (found_.size() == most_) outcome_ = Outcome::too_many;
      found_.push_back(taken);
      return;
    }
    const Taken bit = Taken{1} << order_[depth];
    for (const Taken choice : {Taken{0}, bit}) {
      if (outcome_ != Outcome::listed) return;
      if (nodes_-- == 0) {
        ++nodes_;
        outcome_ = Outcome::too_hard;
        return;
      }
      const auto cut = [&](const Formula* each) {
        return each->holds(known | bit, taken | choice) == true;
      };
      if (std::ranges::none_of(conditions_[depth], cut)) {
        descend(depth + 1, known | bit, taken | choice);
      }
    }
  }

  std::vector<std::size_t> order_;
  std::vector<std::vector<const Formula*>> conditions_;  // by depth: those that name its option
  std::uint64_t most_;
  std::uint64_t& nodes_;
  std::vector<Taken> found_;
  Outcome outcome_ = Outcome::listed;
};

tl::unexpected<Failure> too_many_states() {
  return fail(FailureKind::too_large, "too-many-states", {},
              fmt::format("there are more than {} states", kMostStates),
              "say which combinations of options cannot be, or leave options out");
}

tl::unexpected<Failure> no_states() {
  return fail(
      FailureKind::invalid_input, "no-states", {},
      "no combination of options is feasible: the conditions on what cannot be rule out all",
      "take one of them away");
}

// Every combination of a part already found with every subset of `free`, ascending.
std::vector<Taken> with_free(const std::vector<Taken>& found, Taken free) {
  std::vector<Taken> all;
  all.reserve(found.size() << std::popcount(free));
  for (const Taken each : found) {
    Taken subset = 0;
    do {
      all.push_back(each | subset);
      subset = (subset - free) & free;
    } while (subset != 0);
  }
  if (!std::ranges::is_sorted(all)) std::ranges::sort(all);
  return all;
}

class Counting {
 public:
  Counting(const Formula& formula, std::size_t options)
      : formula_(formula), atoms_(formula.atoms()), options_(options) {}

  std::optional<std::uint64_t> run() {
    descend(0, 0, 0);
    if (nodes_ > kMostCountingNodes) return std::nullopt;
    return count_ << (options_ - atoms_.size());
  }

 private:
  // Adds the combinations of the formula's own options that meet it.
  void descend(std::size_t depth, Taken known, Taken taken) {
    if (++nodes_ > kMostCountingNodes) return;
    if (const auto settled = formula_.holds(known, taken)) {
      if (*settled) count_ += std::uint64_t{1} << (atoms_.size() - depth);
      return;
    }
    const Taken bit = Taken{1} << atoms_[depth];
    descend(depth + 1, known | bit, taken);
    descend(depth + 1, known | bit, taken | bit);
  }

  const Formula& formula_;
  std::vector<std::size_t> atoms_;
  std::size_t options_;
  std::uint64_t nodes_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace

Result<std::vector<Taken>> feasible_states(const GraphModel& model) {
  for (const Formula& each : model.infeasible) {
    if (each.atoms().empty() && each.holds(Taken{0})) return no_states();
  }
  Taken free = 0;
  std::vector<Component> tied;
  for (Component& each : components(model)) {
    if (each.conditions.empty()) {
      free |= Taken{1} << each.options.front();
    } else {
      tied.push_back(std::move(each));
    }
  }
  std::uint64_t most = std::popcount(free) > 24 ? 0 : kMostStates >> std::popcount(free);
  bool too_many = most == 0;
  std::uint64_t nodes = kMostNodes;
  std::vector<std::vector<Taken>> parts;
  // A part without any state rules out all, however many the others have: so all are looked at.
  for (const Component& each : tied) {
    Search search(each, too_many ? 0 : most, nodes);
    const Outcome outcome = search.run();
    if (outcome == Outcome::too_hard) {
      return fail(FailureKind::too_large, "too-hard", {},
                  "the conditions on what cannot be are too entangled to list the states");
    }
    parts.push_back(search.take());
    if (parts.back().empty()) return no_states();
    if (outcome == Outcome::too_many) {
      too_many = true;
    } else {
      most /= parts.back().size();
      too_many = too_many || most == 0;
    }
  }
  if (too_many) return too_many_states();
  std::vector<Taken> found{0};
  for (const std::vector<Taken>& part : parts) {
    std::vector<Taken> more;
    more.reserve(found.size() * part.size());
    for (const Taken one : found) {
      for (const Taken other : part) more.push_back(one | other);
    }
    found = std::move(more);
  }
  std::ranges::sort(found);
  return with_free(found, free);
}

std::vector<std::optional<std::uint64_t>> ruled_out(const GraphModel& model) {
  std::vector<std::optional<std::uint64_t>> counts;
  for (const Formula& each : model.infeasible) {
    counts.push_back(Counting(each, model.options.size()).run());
  }
  return counts;
}

}  // namespace parley::conflict
