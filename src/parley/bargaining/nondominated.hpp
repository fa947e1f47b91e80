#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::bargaining::internal {

/// The vectors that no other one dominates (at least as large everywhere, larger somewhere).
///
/// `vectors` holds them one after another, `width` numbers each, all different and sorted
/// lexicographically, largest first. Returns the positions of the survivors in rising order. Two
/// numbers: a sweep; more: divide and conquer (Kung, Luccio & Preparata 1975, "On finding the
/// maxima of a set of vectors"), O(N log^(width-2) N).
std::vector<std::size_t> nondominated(std::span<const std::int64_t> vectors, std::size_t width);

}  // namespace parley::bargaining::internal
