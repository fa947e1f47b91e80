#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "parley/bargaining/deal.hpp"

namespace parley::bargaining::internal {

/// Points from the parts of a problem, told apart by their counted coordinates.
class Gathered {
 public:
  using Row = std::vector<std::int64_t>;
  using Points = std::vector<std::pair<Row, Point>>;

  Gathered(const Problem& problem, std::size_t most_deals)
      : problem_(problem), most_deals_(most_deals) {}

  std::size_t size() const { return points_.size(); }

  /// `units` begins with the `counted` coordinates; the deals are none that were added before.
  void add(std::span<const std::int64_t> units, std::size_t counted, std::vector<Deal> deals,
           const Count& outcomes);

  /// Those that no other one dominates, the largest row first.
  Points undominated() &&;

 private:
  const Problem& problem_;
  std::size_t most_deals_;
  std::map<Row, Point, std::greater<>> points_;
};

}  // namespace parley::bargaining::internal
