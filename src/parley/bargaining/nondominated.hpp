#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::bargaining::internal {

/// Positions of the vectors in lexicographic order, largest first; equal ones as they stand.
std::vector<std::size_t> largest_first(std::span<const std::int64_t> vectors, std::size_t width);

/// The vectors that no other one dominates: at least as large everywhere, larger in one of the
/// first `counted` numbers.
///
/// `vectors` holds them one after another, `width` numbers each, all different and sorted
/// lexicographically, largest first. Returns the positions of the survivors in rising order. Two
/// numbers: a sweep; more: divide and conquer (Kung, Luccio & Preparata 1975, "On finding the
/// maxima of a set of vectors"), O(N log^(width-2) N).
std::vector<std::size_t> nondominated(std::span<const std::int64_t> vectors, std::size_t width,
                                      std::size_t counted);

}  // namespace parley::bargaining::internal
