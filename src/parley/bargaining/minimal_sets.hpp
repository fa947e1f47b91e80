#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "parley/base/result.hpp"

namespace parley::bargaining::internal {

/// A set of items 0, 1, …, in rising order.
using ItemSet = std::vector<std::size_t>;

/// Whether two sets have no item in common.
bool disjoint(const ItemSet& a, const ItemSet& b);

struct MinimalSets {
  std::vector<ItemSet> sets;  ///< smaller sets first, then lexicographically
  std::size_t size = 0;       ///< complete up to this size
};

/// All minimal sets with a property that no larger set loses, up to `size` items.
///
/// Breadth-first hitting sets (Reiter 1987, corrected by Greiner, Smith & Wilkerson 1989): a set
/// without the property is grown while it stays without it; what is left outside is a blocker, and
/// every set with the property contains one of its items. So the search branches over the blocker's
/// items only. Stops at a smaller complete size when more than `most_sets` sets would be looked at.
/// The property may fail; the failure is passed on.
Result<MinimalSets> minimal_sets(std::size_t items,
                                 const std::function<Result<bool>(const ItemSet&)>& has_property,
                                 std::size_t size, std::size_t most_sets);

}  // namespace parley::bargaining::internal
