#include "parley/bargaining/point_tree.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace parley::bargaining::internal {
namespace {

constexpr std::uint32_t kLeafSize = 4;
constexpr std::size_t kRecent = 32;

}  // namespace

PointTree::PointTree(std::vector<double> points, std::size_t width)
    : width_(width), points_(std::move(points)), order_(points_.size() / width) {
  if (order_.empty()) return;
  std::iota(order_.begin(), order_.end(), 0U);
  build(0, static_cast<std::uint32_t>(order_.size()));
  std::vector<double> sorted;
  sorted.reserve(points_.size());
  for (const std::uint32_t each : order_) {
    const auto row = points_.begin() + static_cast<std::ptrdiff_t>(each * width_);
    sorted.insert(sorted.end(), row, row + static_cast<std::ptrdiff_t>(width_));
  }
  points_ = std::move(sorted);
}

std::uint32_t PointTree::build(std::uint32_t begin, std::uint32_t end) {
  const auto at = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({begin, end});
  const std::span part = std::span(order_).subspan(begin, end - begin);
  std::size_t widest = 0;
  double most = -1;
  for (std::size_t i = 0; i < width_; ++i) {
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    for (const std::uint32_t each : part) {
      high = std::max(high, points_[each * width_ + i]);
      low = std::min(low, points_[each * width_ + i]);
    }
    tops_.push_back(high);
    if (high - low > most) {
      most = high - low;
      widest = i;
    }
  }
  if (end - begin <= kLeafSize) return at;
  const std::uint32_t middle = begin + (end - begin) / 2;
  std::ranges::nth_element(part, part.begin() + (middle - begin),
                           [&](std::uint32_t a, std::uint32_t b) {
                             const double x = points_[a * width_ + widest];
                             const double y = points_[b * width_ + widest];
                             return x != y ? x > y : a < b;
                           });
  const std::uint32_t high = build(begin, middle);
  const std::uint32_t low = build(middle, end);
  nodes_[at].high = high;
  nodes_[at].low = low;
  return at;
}

std::uint32_t PointTree::find(const double* least, std::uint32_t node) const {
  if (!reaches(top(node), least, width_)) return kLeaf;
  const Node& here = nodes_[node];
  if (here.high == kLeaf) {
    for (std::uint32_t at = here.begin; at < here.end; ++at) {
      if (reaches(point(at), least, width_)) return at;
    }
    return kLeaf;
  }
  const std::uint32_t found = find(least, here.high);
  return found != kLeaf ? found : find(least, here.low);
}

std::uint32_t PointTree::find_largest(const double* least, double sum) const {
  std::uint32_t found = kLeaf;
  if (!empty()) find_largest(least, 0, sum, found);
  return found;
}

void PointTree::find_largest(const double* least, std::uint32_t node, double& sum,
                             std::uint32_t& found) const {
  const double* highest = top(node);
  if (!reaches(highest, least, width_)) return;
  if (std::accumulate(highest, highest + width_, 0.0) <= sum) return;
  const Node& here = nodes_[node];
  if (here.high != kLeaf) {
    find_largest(least, here.high, sum, found);
    find_largest(least, here.low, sum, found);
    return;
  }
  for (std::uint32_t at = here.begin; at < here.end; ++at) {
    const double* each = point(at);
    const double total = std::accumulate(each, each + width_, 0.0);
    if (total <= sum || !reaches(each, least, width_)) continue;
    sum = total;
    found = at;
  }
}

void GrowingPoints::add(const double* point) {
  recent_.insert(recent_.end(), point, point + width_);
  if (recent_.size() < kRecent * width_) return;
  std::vector<double> points = std::move(recent_);
  recent_.clear();
  std::size_t level = 0;
  for (; level < trees_.size() && !trees_[level].empty(); ++level) {
    const std::vector<double>& more = trees_[level].points();
    points.insert(points.end(), more.begin(), more.end());
    trees_[level] = PointTree(width_);
  }
  if (level == trees_.size()) trees_.emplace_back(width_);
  trees_[level] = PointTree(std::move(points), width_);
}

bool GrowingPoints::has_reaching(const double* least) {
  if (any_ && reaches(last_.data(), least, width_)) return true;
  const double* found = nullptr;
  for (std::size_t at = 0; found == nullptr && at < recent_.size(); at += width_) {
    if (reaches(&recent_[at], least, width_)) found = &recent_[at];
  }
  for (std::size_t t = 0; found == nullptr && t < trees_.size(); ++t) {
    const std::uint32_t at = trees_[t].find(least);
    if (at != PointTree::kLeaf) found = trees_[t].point(at);
  }
  if (found == nullptr) return false;
  std::copy_n(found, width_, last_.begin());
  any_ = true;
  return true;
}

}  // namespace parley::bargaining::internal
