#include "parley/conflict/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parley/conflict/stability.hpp"

namespace parley::conflict {
namespace {

constexpr std::uint64_t kMostWork = 100'000'000;  // states judged, over all tries

std::vector<Change> all_changes(const GraphModel& model) {
  using Kind = Change::Kind;
  std::vector<Change> all;
  for (std::size_t i = 0; i < model.decision_makers.size(); ++i) {
    const DecisionMaker& maker = model.decision_makers[i];
    if (const auto* statements = std::get_if<Statements>(&maker.preference)) {
      const std::size_t count = statements->most_important_first.size();
      for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t to = k; to-- > 0;) all.push_back({Kind::raise, i, k, to});
      }
      for (std::size_t k = 0; k < count; ++k) all.push_back({Kind::drop, i, k, 0});
      for (std::size_t k = 0; k < count; ++k) all.push_back({Kind::turn, i, k, 0});
      for (const std::size_t option : maker.options) all.push_back({Kind::cost, i, option, 0});
    }
  }
  for (const Change::Kind kind : {Kind::bind, Kind::rule_out}) {
    const Direction has = kind == Kind::bind ? Direction::taking : Direction::dropping;
    for (std::size_t k = 0; k < model.options.size(); ++k) {
      if (model.options[k].direction != has) all.push_back({kind, 0, k, 0});
    }
  }
  return all;
}

// Takes one direction away from an option; from one that has only the other, nothing is left, so
// that it belongs to nobody.
void forbid(GraphModel& model, std::size_t option, Direction kept) {
  Direction& direction = model.options[option].direction;
  if (direction == Direction::both || direction == kept) {
    direction = kept;
    return;
  }
  for (DecisionMaker& each : model.decision_makers) std::erase(each.options, option);
}

class Search {
 public:
  Search(const GraphModel& model, const ChangeSearch& wanted, StateIndex state)
      : model_(model), wanted_(wanted), state_(state) {}

  Result<bool> works(const std::vector<Change>& changes) const {
    GraphModel changed = model_;
    for (const Change& each : changes) changed = after(std::move(changed), each);
    const auto graph = build(changed);
    if (!graph) return tl::unexpected(graph.error());
    const auto found = stability(*graph, Control{1, {}, {}});
    if (!found) return tl::unexpected(found.error());
    return found->equilibrium(wanted_.concept_, state_) == wanted_.holds;
  }

 private:
  const GraphModel& model_;
  const ChangeSearch& wanted_;
  StateIndex state_;
};

// Those of the sets that work, in their order.
Result<std::vector<std::vector<Change>>> those_that_work(const Search& search,
                                                         std::vector<std::vector<Change>> sets,
                                                         const Control& control) {
  std::vector<std::uint8_t> works(sets.size(), 0);
  std::vector<std::optional<Failure>> failed(sets.size());
  const auto done = for_each_index(sets.size(), control, [&](std::size_t k) {
    const auto result = search.works(sets[k]);
    if (result) {
      works[k] = *result ? 1 : 0;
    } else {
      failed[k] = result.error();
    }
  });
  if (!done) return tl::unexpected(done.error());
  std::vector<std::vector<Change>> found;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    if (failed[k]) return tl::unexpected(*std::move(failed[k]));
    if (works[k] != 0) found.push_back(std::move(sets[k]));
  }
  return found;
}

// The second of two changes is made to the model as it is given, so places in a list of statements
// mean what they meant: two changes to one decision maker's statements are not tried together.
bool can_join(const Change& a, const Change& b) {
  const auto on_statements = [](const Change& each) {
    return each.kind != Change::Kind::bind && each.kind != Change::Kind::rule_out;
  };
  return !on_statements(a) || !on_statements(b) || a.decision_maker != b.decision_maker;
}

}  // namespace

GraphModel after(GraphModel model, const Change& change) {
  using Kind = Change::Kind;
  if (change.kind == Kind::bind || change.kind == Kind::rule_out) {
    forbid(model, change.at, change.kind == Kind::bind ? Direction::taking : Direction::dropping);
    return model;
  }
  auto& list = std::get<Statements>(model.decision_makers[change.decision_maker].preference)
                   .most_important_first;
  const auto place = [&](std::size_t k) { return list.begin() + static_cast<std::ptrdiff_t>(k); };
  switch (change.kind) {
    case Kind::raise:
      std::rotate(place(change.to), place(change.at), place(change.at) + 1);
      break;
    case Kind::drop:
      list.erase(place(change.at));
      break;
    case Kind::turn:
      list[change.at] = Formula::negation(list[change.at]);
      break;
    default:
      list.insert(list.begin(), Formula::negation(Formula::atom(change.at)));
  }
  return model;
}

Result<std::vector<std::vector<Change>>> smallest_changes(const GraphModel& model,
                                                          const ChangeSearch& wanted,
                                                          const Control& control) {
  const auto graph = build(model, control);
  if (!graph) return tl::unexpected(graph.error());
  const auto state = state_of(*graph, wanted.state);
  if (!state) {
    return fail(FailureKind::invalid_input, "unknown-state", {},
                "the situation that is asked about is not feasible");
  }
  const std::vector<Change> changes = all_changes(model);
  const std::uint64_t pairs = wanted.most > 1 ? changes.size() * (changes.size() - 1) / 2 : 0;
  if ((1 + changes.size() + pairs) * graph->size > kMostWork) {
    return fail(FailureKind::too_large, "too-large", {},
                fmt::format("{} changes to try, two at a time, are too many for {} states",
                            changes.size(), graph->size));
  }
  const Search search(model, wanted, *state);
  auto found = those_that_work(search, {{}}, control);
  if (!found || !found->empty()) return found;
  std::vector<std::vector<Change>> sets;
  for (const Change& each : changes) sets.push_back({each});
  found = those_that_work(search, std::move(sets), control);
  if (!found || !found->empty() || wanted.most < 2) return found;
  sets.clear();
  for (std::size_t a = 0; a < changes.size(); ++a) {
    for (std::size_t b = a + 1; b < changes.size(); ++b) {
      if (can_join(changes[a], changes[b])) sets.push_back({changes[a], changes[b]});
    }
  }
  return those_that_work(search, std::move(sets), control);
}

std::string to_text(const GraphModel& model, const Change& change) {
  using Kind = Change::Kind;
  if (change.kind == Kind::bind) {
    return fmt::format("“{}”, once taken, cannot be dropped", option_name(model, change.at));
  }
  if (change.kind == Kind::rule_out) {
    return fmt::format("“{}”, not taken yet, cannot be taken", option_name(model, change.at));
  }
  const DecisionMaker& maker = model.decision_makers[change.decision_maker];
  if (change.kind == Kind::cost) {
    return fmt::format("{} comes to mind above all that “{}” is taken", maker.name,
                       option_name(model, change.at));
  }
  const auto& list = std::get<Statements>(maker.preference).most_important_first;
  const auto text = [&](std::size_t k) {
    return to_text(list[k], [&](std::size_t option) { return option_name(model, option); });
  };
  switch (change.kind) {
    case Kind::raise:
      return fmt::format("{} holds “{}” to be more important than “{}”", maker.name,
                         text(change.at), text(change.to));
    case Kind::drop:
      return fmt::format("“{}” no longer matters to {}", text(change.at), maker.name);
    default:
      return fmt::format("{} comes to want the contrary of “{}”", maker.name, text(change.at));
  }
}

}  // namespace parley::conflict
