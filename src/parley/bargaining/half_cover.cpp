#include "parley/bargaining/half_cover.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "parley/bargaining/combine.hpp"
#include "parley/bargaining/point_tree.hpp"

namespace parley::bargaining::internal {
namespace {

// Points that the frontier of a half may have.
constexpr std::size_t kMostOfHalf = 60'000;
// Pairs looked at before a wider gap is tried, and before the work is given up.
constexpr std::size_t kMostPairs = 20'000'000;
constexpr std::size_t kMostPairsInAll = 40'000'000;
constexpr double kWiden = 1.5;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Some of a model's blocks, as a model of its own, and what it can reach.
struct Half {
  Model model;
  std::vector<std::size_t> blocks;  // places in the whole model
  std::optional<Combination> frontier;
  PointTree tree{1};

  const std::int64_t* units(std::uint32_t at) const {
    return frontier->units(tree.original(at)).data();
  }
};

// Divides blocks so that both halves have about as many combinations of choices.
std::array<Half, 2> divided(const Model& model) {
  std::array<Half, 2> halves;
  std::vector<std::size_t> order(model.blocks.size());
  for (std::size_t b = 0; b < order.size(); ++b) order[b] = b;
  std::ranges::stable_sort(order, std::greater{},
                           [&](std::size_t b) { return model.blocks[b].choices.size(); });
  std::array<double, 2> sizes{};
  for (const std::size_t b : order) {
    const std::size_t to = sizes[1] < sizes[0] ? 1 : 0;
    sizes[to] += std::log2(static_cast<double>(model.blocks[b].choices.size())) + 1e-3;
    halves[to].blocks.push_back(b);
  }
  for (Half& half : halves) {
    std::ranges::sort(half.blocks);
    half.model.parties = model.parties;
    half.model.counted = model.counted;
    half.model.best.resize(model.width());
    half.model.worst.resize(model.width());
    for (const std::size_t b : half.blocks) {
      half.model.blocks.push_back(model.blocks[b]);
      for (std::size_t i = 0; i < model.width(); ++i) {
        half.model.best[i] += model.blocks[b].best[i];
        half.model.worst[i] += model.blocks[b].worst[i];
      }
    }
  }
  return halves;
}

// What a half must reach so that the other one can lift it over the floors.
Bar bar(const Model& model, const Half& other) {
  Bar result{model.floor, {}};
  for (std::size_t i = 0; i < model.width(); ++i) {
    result.enough[i] -= other.model.worst[i];
    if (result.floor[i]) *result.floor[i] -= other.model.best[i];
  }
  return result;
}

class HalfCoverer {
 public:
  HalfCoverer(const Model& model, const std::array<Half, 2>& halves, const Control& control)
      : model_(model),
        first_(halves[0]),
        second_(halves[1]),
        control_(control),
        width_(model.width()),
        highest_(width_),
        covered_(width_) {
    for (std::size_t i = 0; i < width_; ++i) {
      floor_.push_back(model.floor[i] ? static_cast<double>(*model.floor[i]) / model.span(i)
                                      : -kInfinity);
    }
  }

  // Whether the gap was reached with so many points and no more work than is allowed.
  bool run(double gap, std::size_t most_points) {
    gap_ = gap - kRounding;
    most_points_ = most_points;
    most_pairs_ = std::min(kMostPairsInAll, pairs_ + kMostPairs);
    kept_ = GrowingPoints(width_);
    points_.clear();
    if (!first_.tree.empty() && !second_.tree.empty()) visit(0, 0);
    return !is_over();
  }

  bool cancelled() const { return cancelled_; }
  bool gave_up() const { return pairs_ > kMostPairsInAll; }
  std::vector<Choices> points() && { return std::move(points_); }

 private:
  bool is_over() const {
    return cancelled_ || points_.size() > most_points_ || pairs_ > most_pairs_;
  }

  // Whether nothing that is new and over the floors can be below the sum.
  bool is_settled(const double* a, const double* b) {
    ++pairs_;
    for (std::size_t i = 0; i < width_; ++i) {
      highest_[i] = a[i] + b[i];
      if (highest_[i] < floor_[i] - kRounding) return true;
      covered_[i] = i < model_.counted ? highest_[i] - gap_ : -kInfinity;
    }
    return kept_.has_reaching(covered_.data());
  }

  void visit(std::uint32_t a, std::uint32_t b) {
    if (is_over() || is_settled(first_.tree.top(a), second_.tree.top(b))) return;
    const PointTree::Node& left = first_.tree.node(a);
    const PointTree::Node& right = second_.tree.node(b);
    const std::uint32_t left_size = left.high == PointTree::kLeaf ? 0 : left.end - left.begin;
    const std::uint32_t right_size = right.high == PointTree::kLeaf ? 0 : right.end - right.begin;
    if (left_size == 0 && right_size == 0) {
      visit_points(left, right);
    } else if (left_size >= right_size) {
      visit(left.high, b);
      visit(left.low, b);
    } else {
      visit(a, right.high);
      visit(a, right.low);
    }
  }

  void visit_points(const PointTree::Node& left, const PointTree::Node& right) {
    if (control_.cancelled && ++visits_ % 1024 == 0 && control_.cancelled()) cancelled_ = true;
    for (std::uint32_t a = left.begin; a < left.end; ++a) {
      for (std::uint32_t b = right.begin; b < right.end; ++b) {
        if (is_over()) return;
        if (is_settled(first_.tree.point(a), second_.tree.point(b)) || !is_rational(a, b)) continue;
        keep(a, b);
      }
    }
  }

  bool is_rational(std::uint32_t a, std::uint32_t b) const {
    const std::int64_t* x = first_.units(a);
    const std::int64_t* y = second_.units(b);
    for (std::size_t i = 0; i < width_; ++i) {
      if (model_.floor[i] && x[i] + y[i] < *model_.floor[i]) return false;
    }
    return true;
  }

  // Makes a point of the highest sum that exchanging one half after the other leads to, none of
  // which is lower anywhere.
  void keep(std::uint32_t a, std::uint32_t b) {
    const std::vector<double> sum = highest_;
    std::vector<double> least(width_);
    const auto better = [&](const PointTree& tree, std::uint32_t now, const double* fixed) {
      double total = 0;
      for (std::size_t i = 0; i < width_; ++i) {
        least[i] = sum[i] - fixed[i];
        total += tree.point(now)[i];
      }
      return tree.find_largest(least.data(), total + kRounding);
    };
    for (bool changed = true; changed;) {
      changed = false;
      if (const auto to = better(second_.tree, b, first_.tree.point(a)); to != PointTree::kLeaf) {
        b = to;
        changed = true;
      }
      if (const auto to = better(first_.tree, a, second_.tree.point(b)); to != PointTree::kLeaf) {
        a = to;
        changed = true;
      }
    }
    for (std::size_t i = 0; i < width_; ++i) {
      highest_[i] = first_.tree.point(a)[i] + second_.tree.point(b)[i];
    }
    kept_.add(highest_.data());
    Choices& choices = points_.emplace_back(model_.blocks.size());
    add(first_, a, choices);
    add(second_, b, choices);
  }

  static void add(const Half& half, std::uint32_t at, Choices& choices) {
    const Choices own = half.frontier->choices(half.tree.original(at));
    for (std::size_t b = 0; b < own.size(); ++b) choices[half.blocks[b]] = own[b];
  }

  const Model& model_;
  const Half& first_;
  const Half& second_;
  const Control& control_;
  std::size_t width_;
  std::vector<double> floor_;
  double gap_ = 0;
  std::size_t most_points_ = 0;
  std::size_t pairs_ = 0;  // looked at so far
  std::size_t most_pairs_ = 0;
  GrowingPoints kept_{1};
  std::vector<Choices> points_;
  std::vector<double> highest_;  // of the pair that is looked at, and what would cover it
  std::vector<double> covered_;
  std::size_t visits_ = 0;
  bool cancelled_ = false;
};

}  // namespace

Result<std::optional<Cover>> cover_by_halves(const Model& model, const CoverOptions& options,
                                             const Control& control) {
  std::array<Half, 2> halves = divided(model);
  const std::size_t width = model.width();
  for (std::size_t h = 0; h < halves.size(); ++h) {
    Half& half = halves[h];
    half.frontier = combine(half.model, bar(model, halves[1 - h]), kMostOfHalf);
    if (!half.frontier) return std::nullopt;
    std::vector<double> points;
    for (std::size_t at = 0; at < half.frontier->size(); ++at) {
      const std::span<const std::int64_t> row = half.frontier->units(at);
      for (std::size_t i = 0; i < width; ++i) {
        points.push_back(static_cast<double>(row[i]) / model.span(i));
      }
    }
    half.tree = PointTree(std::move(points), width);
  }
  HalfCoverer coverer(model, halves, control);
  double gap = options.gap;
  while (!coverer.run(gap, options.most_points) && !coverer.cancelled()) {
    if (coverer.gave_up()) return std::nullopt;
    gap *= kWiden;
  }
  if (coverer.cancelled()) {
    return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the end");
  }
  return Cover{undominated(model, std::move(coverer).points()), gap};
}

}  // namespace parley::bargaining::internal
