#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "parley/drafts/internal/outline.hpp"

namespace parley::drafts::internal {

/// A number of points that a text says a plan has: "28-point", "twelve points"; bytes [begin, end).
struct Claim {
  std::size_t points = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The claims in some words, in their order. "Point 3" and "two of the points" are none.
std::vector<Claim> claims_in(std::string_view words);

/// What a text counts as its points: its articles where it has two or more, else the points of its
/// longest list, else its headings; of several, what is as many as is claimed.
std::size_t count_points(const Outline& outline, std::optional<std::size_t> claimed);

/// Numbers of points or articles that are left out, and those that come twice, in order.
struct Miscounted {
  std::vector<int> missing;
  std::vector<int> twice;
};
Miscounted miscounted(const Outline& outline);

}  // namespace parley::drafts::internal
