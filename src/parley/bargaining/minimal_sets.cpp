#include "parley/bargaining/minimal_sets.hpp"

#include <algorithm>
#include <set>

namespace parley::bargaining::internal {
namespace {

ItemSet with(const ItemSet& set, std::size_t item) {
  ItemSet larger = set;
  larger.insert(std::ranges::lower_bound(larger, item), item);
  return larger;
}

// Grows a set without the property as far as it goes; what stays outside is the blocker.
Result<ItemSet> blocker(std::size_t items, ItemSet set,
                        const std::function<Result<bool>(const ItemSet&)>& has_property) {
  ItemSet outside;
  for (std::size_t item = 0; item < items; ++item) {
    if (std::ranges::binary_search(set, item)) continue;
    ItemSet larger = with(set, item);
    const Result<bool> has = has_property(larger);
    if (!has) return tl::unexpected(has.error());
    if (*has) {
      outside.push_back(item);
    } else {
      set = std::move(larger);
    }
  }
  return outside;
}

}  // namespace

bool disjoint(const ItemSet& a, const ItemSet& b) {
  ItemSet common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return common.empty();
}

Result<MinimalSets> minimal_sets(std::size_t items,
                                 const std::function<Result<bool>(const ItemSet&)>& has_property,
                                 std::size_t size, std::size_t most_sets) {
  MinimalSets result;
  std::vector<ItemSet> blockers;
  std::set<ItemSet> level = {{}};
  std::size_t looked_at = 0;
  for (std::size_t depth = 0;; ++depth) {
    std::set<ItemSet> next;
    for (const ItemSet& set : level) {
      const auto within = [&](const ItemSet& found) { return std::ranges::includes(set, found); };
      if (std::ranges::any_of(result.sets, within)) continue;
      if (++looked_at > most_sets) return result;
      auto missed =
          std::ranges::find_if(blockers, [&](const ItemSet& each) { return disjoint(each, set); });
      if (missed == blockers.end()) {
        const Result<bool> has = has_property(set);
        if (!has) return tl::unexpected(has.error());
        if (*has) {
          result.sets.push_back(set);
          continue;
        }
        Result<ItemSet> found = blocker(items, set, has_property);
        if (!found) return tl::unexpected(std::move(found.error()));
        missed = blockers.insert(blockers.end(), std::move(*found));
      }
      if (depth == size) continue;
      for (const std::size_t item : *missed) next.insert(with(set, item));
    }
    result.size = depth;
    if (next.empty()) {
      result.size = size;  // nothing larger is left to look at
      return result;
    }
    level = std::move(next);
  }
}

}  // namespace parley::bargaining::internal
