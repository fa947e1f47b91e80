#include "parley/conflict/moves.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace parley::conflict {
namespace {

constexpr std::uint64_t kMostLinks = 1U << 27U;

// What one decision maker may change, as masks.
struct Reach {
  Taken reversible = 0;
  Taken taking = 0;
  Taken dropping = 0;

  Reach(const GraphModel& model, const DecisionMaker& maker) {
    for (const std::size_t k : maker.options) {
      Taken& mask = model.options[k].direction == Direction::both     ? reversible
                    : model.options[k].direction == Direction::taking ? taking
                                                                      : dropping;
      mask |= Taken{1} << k;
    }
  }
  Taken one_way() const { return taking | dropping; }
  // States with one key form a cell: each reaches each other. One-way options that were moved show
  // as ones, so that a move can only add ones to the key.
  Taken key(Taken taken) const { return (taken ^ dropping) & ~reversible; }
};

// Cells: the states of each key, the keys ascending.
struct Cells {
  std::vector<Taken> keys;
  std::vector<std::uint32_t> first;  // [cell], one more at the end
  std::vector<std::uint32_t> of;     // [state]; kNone for states without moves

  std::uint32_t find(Taken key) const {
    const auto found = std::ranges::lower_bound(keys, key);
    if (found == keys.end() || *found != key) return Moves::kNone;
    return static_cast<std::uint32_t>(found - keys.begin());
  }
};

// The bits of `value` under `mask`, pushed together at the low end.
Taken compressed(Taken value, Taken mask) {
  Taken result = 0;
  unsigned shift = 0;
  while (mask != 0) {
    // A run of ones at a time, since the options of one side mostly stand together.
    const auto start = static_cast<unsigned>(std::countr_zero(mask));
    const auto length = static_cast<unsigned>(std::countr_one(mask >> start));
    const Taken run = length == 64 ? ~Taken{0} : (Taken{1} << length) - 1;
    result |= (value >> start & run) << shift;
    shift += length;
    mask &= ~(run << start);
  }
  return result;
}

class CellBuilder {
 public:
  CellBuilder(const GraphModel& model, const DecisionMaker& maker, std::span<const Taken> states)
      : reach_(model, maker), maker_(maker), states_(states) {
    if (!model.options.empty()) {
      const auto all = (~Taken{0}) >> (64 - model.options.size());
      outer_ = all & ~reach_.reversible;
    }
  }

  const Reach& reach() const { return reach_; }

  Cells build() {
    cells_.of.assign(states_.size(), Moves::kNone);
    const auto bits = static_cast<unsigned>(std::popcount(outer_));
    if (bits < 30 && (std::uint64_t{1} << bits) <= 4 * states_.size()) {
      number_by_table(std::size_t{1} << bits);
    } else {
      number_by_sorting();
    }
    count_members();
    return std::move(cells_);
  }

 private:
  bool sees(Taken state) const {
    return std::ranges::none_of(maker_.misperceived,
                                [&](const Formula& each) { return each.holds(state); });
  }

  // Keys as they come; ascending because compressing keeps the order.
  void number_by_table(std::size_t size) {
    std::vector<std::uint32_t> cell(size, Moves::kNone);
    for (const Taken each : states_) {
      if (sees(each)) cell[compressed(reach_.key(each), outer_)] = 0;
    }
    std::uint32_t next = 0;
    for (std::uint32_t& each : cell) {
      if (each == 0) each = next++;
    }
    cells_.keys.resize(next);
    for (std::size_t s = 0; s < states_.size(); ++s) {
      const Taken key = reach_.key(states_[s]);
      if (!sees(states_[s])) continue;
      cells_.of[s] = cell[compressed(key, outer_)];
      cells_.keys[cells_.of[s]] = key;
    }
  }

  void number_by_sorting() {
    for (const Taken each : states_) {
      if (sees(each)) cells_.keys.push_back(reach_.key(each));
    }
    std::ranges::sort(cells_.keys);
    const auto twins = std::ranges::unique(cells_.keys);
    cells_.keys.erase(twins.begin(), twins.end());
    for (std::size_t s = 0; s < states_.size(); ++s) {
      if (sees(states_[s])) cells_.of[s] = cells_.find(reach_.key(states_[s]));
    }
  }

  void count_members() {
    cells_.first.assign(cells_.keys.size() + 1, 0);
    for (const std::uint32_t each : cells_.of) {
      if (each != Moves::kNone) ++cells_.first[each + 1];
    }
    std::partial_sum(cells_.first.begin(), cells_.first.end(), cells_.first.begin());
  }

  Reach reach_;
  const DecisionMaker& maker_;
  std::span<const Taken> states_;
  Taken outer_ = 0;
  Cells cells_;
};

// How many candidates reached() looks at: the sets of one-way options that are left, or, where
// there are fewer, all cells.
std::uint64_t candidates(const Cells& cells, std::uint32_t cell, Taken one_way) {
  const auto left = static_cast<unsigned>(std::popcount(one_way & ~cells.keys[cell]));
  const std::uint64_t all = cells.keys.size();
  return left < 32 ? std::min(std::uint64_t{1} << left, all) : all;
}

// The cells that states of a cell reach, its own first, then ascending.
std::vector<std::uint32_t> reached(const Cells& cells, std::uint32_t cell, Taken one_way) {
  std::vector<std::uint32_t> found{cell};
  const Taken key = cells.keys[cell];
  const Taken open = one_way & ~key;
  if (candidates(cells, cell, one_way) == cells.keys.size()) {
    for (std::uint32_t other = 0; other < cells.keys.size(); ++other) {
      if (other != cell && ((cells.keys[other] ^ key) & ~open) == 0) found.push_back(other);
    }
    return found;
  }
  for (Taken more = (0 - open) & open; more != 0; more = (more - open) & open) {
    const std::uint32_t other = cells.find(key | more);
    if (other != Moves::kNone) found.push_back(other);
  }
  return found;
}

}  // namespace

Result<Moves> Moves::of_options(const GraphModel& model, std::size_t decision_maker,
                                std::span<const Taken> states) {
  CellBuilder builder(model, model.decision_makers[decision_maker], states);
  const Taken one_way = builder.reach().one_way();
  const Cells cells = builder.build();
  Moves moves;
  moves.own_list_first_ = true;
  moves.targets_.resize(cells.first.back());
  moves.last_.resize(cells.first.back());
  std::vector<std::uint32_t> cursor(cells.first.begin(), cells.first.end() - 1);
  for (std::size_t s = 0; s < states.size(); ++s) {
    if (cells.of[s] != kNone) moves.targets_[cursor[cells.of[s]]++] = static_cast<StateIndex>(s);
  }
  for (std::size_t c = 0; c < cells.keys.size(); ++c) moves.last_[cells.first[c + 1] - 1] = true;
  if (one_way == 0) {
    moves.links_.resize(states.size());
    for (std::size_t s = 0; s < states.size(); ++s) {
      if (cells.of[s] != kNone) moves.links_[s].begin = cells.first[cells.of[s]];
    }
    return moves;
  }
  std::vector<std::vector<std::uint32_t>> reached_from(cells.keys.size());
  const auto too_many = [&] {
    return fail(FailureKind::too_large, "too-many-moves", {},
                "the one-way options of “" + model.decision_makers[decision_maker].name +
                    "” give too many moves",
                "leave options out, or say which combinations cannot be");
  };
  std::uint64_t looked_at = 0;
  for (std::uint32_t c = 0; c < reached_from.size(); ++c) {
    looked_at += candidates(cells, c, one_way);
    if (looked_at > kMostLinks) return too_many();
  }
  std::uint64_t total = 0;
  for (std::uint32_t c = 0; c < reached_from.size(); ++c) {
    reached_from[c] = reached(cells, c, one_way);
    total += std::uint64_t{reached_from[c].size()} * (cells.first[c + 1] - cells.first[c]);
    if (total > kMostLinks) return too_many();
  }
  moves.first_link_.push_back(0);
  for (std::size_t s = 0; s < states.size(); ++s) {
    if (cells.of[s] != kNone) {
      for (const std::uint32_t each : reached_from[cells.of[s]]) {
        moves.links_.push_back({cells.first[each], kNone});
      }
    }
    moves.first_link_.push_back(static_cast<std::uint32_t>(moves.links_.size()));
  }
  return moves;
}

Moves Moves::of_lists(const std::vector<std::vector<StateIndex>>& targets) {
  Moves moves;
  for (const std::vector<StateIndex>& each : targets) {
    Link link;
    if (!each.empty()) {
      link.begin = static_cast<std::uint32_t>(moves.targets_.size());
      moves.targets_.insert(moves.targets_.end(), each.begin(), each.end());
      moves.last_.resize(moves.targets_.size());
      moves.last_.back() = true;
    }
    moves.links_.push_back(link);
  }
  return moves;
}

// By a counting sort over all lists at once: states in the order of their ranks go to their lists.
void Moves::sort_own_lists(std::span<const Rank> ranks) {
  std::vector<std::uint32_t> cursor(ranks.size() + 2, 0);
  for (const Rank each : ranks) ++cursor[each + 1];
  std::partial_sum(cursor.begin(), cursor.end(), cursor.begin());
  std::vector<StateIndex> by_rank(ranks.size());
  for (std::size_t s = 0; s < ranks.size(); ++s) {
    by_rank[cursor[ranks[s]]++] = static_cast<StateIndex>(s);
  }
  cursor.resize(targets_.size());
  std::iota(cursor.begin(), cursor.end(), 0U);
  for (const StateIndex each : by_rank) {
    const std::span<const Link> own = links(each);
    if (!own.empty() && own.front().begin != kNone) {
      targets_[cursor[own.front().begin]++] = each;
    }
  }
}

void Moves::find_improvements(std::span<const Rank> ranks) {
  // Own lists are walked from the end: the first better one is known when a state is met.
  if (own_list_first_) {
    std::uint32_t above = kNone;
    for (auto p = static_cast<std::uint32_t>(targets_.size()); p-- > 0;) {
      if (last_[p]) {
        above = kNone;
      } else if (ranks[targets_[p]] < ranks[targets_[p + 1]]) {
        above = p + 1;
      }
      const StateIndex state = targets_[p];
      links_[first_link_.empty() ? state : first_link_[state]].above = above;
    }
    if (first_link_.empty()) return;
  }
  std::vector<std::uint32_t> end(targets_.size());  // where the list that begins here ends
  for (std::uint32_t p = static_cast<std::uint32_t>(targets_.size()), stop = p; p-- > 0;) {
    if (last_[p]) stop = p + 1;
    end[p] = stop;
  }
  for (StateIndex s = 0; s < ranks.size(); ++s) {
    const std::size_t from = first_link_.empty() ? s : first_link_[s];
    const std::size_t to = first_link_.empty() ? s + 1 : first_link_[s + 1];
    for (std::size_t k = from + (own_list_first_ ? 1 : 0); k < to; ++k) {
      Link& link = links_[k];
      if (link.begin == kNone) continue;
      const auto first = targets_.begin() + link.begin;
      const auto last = targets_.begin() + end[link.begin];
      const auto found = std::upper_bound(
          first, last, ranks[s], [&](Rank rank, StateIndex state) { return rank < ranks[state]; });
      link.above = found == last ? kNone : static_cast<std::uint32_t>(found - targets_.begin());
    }
  }
}

void Moves::rank(std::span<const Rank> ranks) {
  if (own_list_first_) {
    sort_own_lists(ranks);
  } else {
    for (std::size_t begin = 0, p = 0; p < targets_.size(); ++p) {
      if (!last_[p]) continue;
      std::sort(targets_.begin() + static_cast<std::ptrdiff_t>(begin),
                targets_.begin() + static_cast<std::ptrdiff_t>(p) + 1,
                [&](StateIndex a, StateIndex b) {
                  return std::pair(ranks[a], a) < std::pair(ranks[b], b);
                });
      begin = p + 1;
    }
  }
  find_improvements(ranks);
}

}  // namespace parley::conflict
