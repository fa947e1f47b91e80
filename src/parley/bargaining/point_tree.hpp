#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace parley::bargaining::internal {

/// Points in a tree of boxes (a k-d tree, Bentley 1975), each of which knows the largest
/// coordinates within.
class PointTree {
 public:
  static constexpr std::uint32_t kLeaf = std::numeric_limits<std::uint32_t>::max();

  struct Node {
    std::uint32_t begin = 0;  ///< of its points, in the tree's order
    std::uint32_t end = 0;
    std::uint32_t high = kLeaf;  ///< the child that reaches higher; kLeaf when there is none
    std::uint32_t low = kLeaf;
  };

  /// `points` holds them one after another, `width` numbers each. Takes O(n log^2 n).
  PointTree(std::vector<double> points, std::size_t width);
  explicit PointTree(std::size_t width) : width_(width) {}

  bool empty() const { return nodes_.empty(); }
  const Node& node(std::uint32_t at) const { return nodes_[at]; }  ///< 0 is the root
  const double* top(std::uint32_t node) const { return &tops_[node * width_]; }
  const double* point(std::uint32_t at) const { return &points_[at * width_]; }
  /// Where the point stood in what the tree was made from.
  std::uint32_t original(std::uint32_t at) const { return order_[at]; }
  const std::vector<double>& points() const { return points_; }

  /// A point that is at least `least` in every coordinate; kLeaf when there is none.
  std::uint32_t find(const double* least) const { return empty() ? kLeaf : find(least, 0); }

  /// Of those points the one with the largest sum, if that is above `sum`.
  std::uint32_t find_largest(const double* least, double sum) const;

 private:
  std::uint32_t build(std::uint32_t begin, std::uint32_t end);
  std::uint32_t find(const double* least, std::uint32_t node) const;
  void find_largest(const double* least, std::uint32_t node, double& sum,
                    std::uint32_t& found) const;

  std::size_t width_;
  std::vector<double> points_;
  std::vector<std::uint32_t> order_;
  std::vector<Node> nodes_;
  std::vector<double> tops_;
};

/// Whether a point is at least another in every coordinate.
inline bool reaches(const double* point, const double* least, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) {
    if (point[i] < least[i]) return false;
  }
  return true;
}

/// Points that can be added to while asking for one that reaches a given vector: trees of doubling
/// sizes (Bentley & Saxe 1980).
class GrowingPoints {
 public:
  explicit GrowingPoints(std::size_t width) : width_(width), last_(width) {}

  void add(const double* point);
  bool has_reaching(const double* least);

 private:
  std::size_t width_;
  std::vector<double> recent_;  // not in a tree yet
  std::vector<PointTree> trees_;
  std::vector<double> last_;  // the last answer is often the next one
  bool any_ = false;
};

}  // namespace parley::bargaining::internal
