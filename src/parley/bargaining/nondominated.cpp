#include "parley/bargaining/nondominated.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace parley::bargaining::internal {
namespace {

using Positions = std::span<std::size_t>;

// Below this size comparing all pairs is faster than dividing.
constexpr std::size_t kSmall = 24;

class Filter {
 public:
  Filter(std::span<const std::int64_t> vectors, std::size_t width, std::size_t counted)
      : vectors_(vectors), width_(width), counted_(counted), dominated_(vectors.size() / width) {}

  std::vector<std::size_t> run() {
    std::vector<std::size_t> all(dominated_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    divide(all);
    std::erase_if(all, [&](std::size_t each) { return dominated_[each]; });
    return all;
  }

 private:
  std::int64_t at(std::size_t position, std::size_t coordinate) const {
    return vectors_[position * width_ + coordinate];
  }

  // Whether two neighbours differ in what counts.
  bool is_border(std::size_t position) const {
    const auto row = vectors_.begin() + static_cast<std::ptrdiff_t>(position * width_);
    return !std::equal(row, row + static_cast<std::ptrdiff_t>(counted_),
                       row - static_cast<std::ptrdiff_t>(width_));
  }

  // The border nearest to the middle of a part; 0 when there is none.
  std::size_t border(std::span<const std::size_t> part) const {
    const std::size_t half = part.size() / 2;
    if (half == 0) return 0;
    for (std::size_t away = 0; away <= half; ++away) {
      if (half > away && is_border(part[half - away])) return half - away;
      if (half + away < part.size() && is_border(part[half + away])) return half + away;
    }
    return 0;
  }

  // Nothing can be dominated by what follows it in lexicographic order, nor by what is equal in
  // what counts.
  void divide(std::span<const std::size_t> part) {
    const std::size_t half = border(part);
    if (half == 0) return;
    divide(part.first(half));
    divide(part.subspan(half));
    upper_.assign(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(half));
    lower_.assign(part.begin() + static_cast<std::ptrdiff_t>(half), part.end());
    const auto gone = [&](std::size_t each) { return dominated_[each]; };
    std::erase_if(upper_, gone);
    std::erase_if(lower_, gone);
    mark(upper_, lower_, 1);
  }

  // Marks each of `lower` that some of `upper` reaches in all coordinates from `from` on; at least
  // two of those are left.
  void mark(Positions upper, Positions lower, std::size_t from) {
    if (upper.empty() || lower.empty()) return;
    if (upper.size() <= kSmall || lower.size() <= kSmall) {
      compare_all(upper, lower, from);
    } else if (from + 2 == width_) {
      sweep(upper, lower, from);
    } else {
      split(upper, lower, from);
    }
  }

  void compare_all(Positions upper, Positions lower, std::size_t from) {
    for (const std::size_t below : lower) {
      for (const std::size_t above : upper) {
        std::size_t i = from;
        while (i < width_ && at(above, i) >= at(below, i)) ++i;
        if (i == width_) {
          dominated_[below] = true;
          break;
        }
      }
    }
  }

  void sweep(Positions upper, Positions lower, std::size_t from) {
    const auto larger = [&](std::size_t a, std::size_t b) { return at(a, from) > at(b, from); };
    std::ranges::sort(upper, larger);
    std::ranges::sort(lower, larger);
    std::int64_t best = std::numeric_limits<std::int64_t>::min();
    std::size_t next = 0;
    for (const std::size_t each : lower) {
      for (; next < upper.size() && at(upper[next], from) >= at(each, from); ++next) {
        best = std::max(best, at(upper[next], from + 1));
      }
      if (at(each, from + 1) <= best) dominated_[each] = true;
    }
  }

  // Divides both by a pivot on this coordinate; only the larger half of `upper` reaches the smaller
  // half of `lower`, and that without looking at the coordinate again.
  void split(Positions upper, Positions lower, std::size_t from) {
    const auto middle = upper.begin() + static_cast<std::ptrdiff_t>(upper.size() / 2);
    std::ranges::nth_element(
        upper, middle, [&](std::size_t a, std::size_t b) { return at(a, from) > at(b, from); });
    const std::int64_t pivot = at(*middle, from);
    const auto above = [&](std::size_t each) { return at(each, from) > pivot; };
    const auto level = [&](std::size_t each) { return at(each, from) == pivot; };
    const auto [upper_high, upper_level, upper_low] = three(upper, above, level);
    const auto [lower_high, lower_level, lower_low] = three(lower, above, level);
    const Positions upper_top(upper_high.data(), upper_high.size() + upper_level.size());
    const Positions lower_rest(lower_level.data(), lower_level.size() + lower_low.size());
    // Each call reorders its spans, so the wide ones that contain the others come last.
    mark(upper_high, lower_high, from);
    mark(upper_low, lower_low, from);
    mark(upper_top, lower_rest, from + 1);
  }

  struct Thirds {
    Positions high, level, low;
  };
  template <class Above, class Level>
  static Thirds three(Positions all, Above above, Level level) {
    const auto low_and_level = std::ranges::partition(all, above);
    const auto low = std::ranges::partition(low_and_level, level);
    return {Positions(all.begin(), low_and_level.begin()),
            Positions(low_and_level.begin(), low.begin()), Positions(low.begin(), low.end())};
  }

  std::span<const std::int64_t> vectors_;
  std::size_t width_;
  std::size_t counted_;
  std::vector<bool> dominated_;
  std::vector<std::size_t> upper_;
  std::vector<std::size_t> lower_;
};

}  // namespace

std::vector<std::size_t> largest_first(std::span<const std::int64_t> vectors, std::size_t width) {
  std::vector<std::size_t> order(vectors.size() / width);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto row = [&](std::size_t i) {
    return vectors.begin() + static_cast<std::ptrdiff_t>(i * width);
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return std::lexicographical_compare(row(b), row(b + 1), row(a), row(a + 1));
  });
  return order;
}

std::vector<std::size_t> nondominated(std::span<const std::int64_t> vectors, std::size_t width,
                                      std::size_t counted) {
  const std::size_t count = vectors.size() / width;
  if (count == 0) return {};
  if (width == 1) return {0};
  if (width > 2) return Filter(vectors, width, counted).run();
  std::vector<std::size_t> kept;
  std::int64_t largest = std::numeric_limits<std::int64_t>::min();
  std::int64_t bar = largest;  // the largest before those that are equal in what counts
  for (std::size_t i = 0; i < count; ++i) {
    if (counted == 2 || (i > 0 && vectors[i * 2] != vectors[i * 2 - 2])) bar = largest;
    const std::int64_t second = vectors[i * 2 + 1];
    if (second <= bar) continue;
    largest = std::max(largest, second);
    kept.push_back(i);
  }
  return kept;
}

}  // namespace parley::bargaining::internal
