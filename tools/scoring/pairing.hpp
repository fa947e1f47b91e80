#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace parley::scoring {

/// Pairs of (wanted, found), in ascending order.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Pairs wanted and found items one to one, the greatest weight first and then the lowest numbers.
/// `weight(w, f)` is negative for items that do not fit. Cost O(wanted found log(wanted found)).
Pairs pair_up(std::size_t wanted, std::size_t found,
              const std::function<double(std::size_t, std::size_t)>& weight);

}  // namespace parley::scoring
