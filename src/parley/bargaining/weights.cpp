#include "parley/bargaining/weights.hpp"

#include <algorithm>
#include <limits>

namespace parley::bargaining::internal {
namespace {

constexpr double kZero = 1e-11;

// The inverse of a basis. Rows of the program: for each coordinate i
//   sum of mixed vectors' coordinates i - level - slack i = 0,
// then: shares of the mixture sum to 1. The level is always basic.
class Basis {
 public:
  // One vector alone: its share, the level at its smallest coordinate, slack for all others.
  explicit Basis(std::span<const double> vector)
      : size_(vector.size() + 1), inverse_(size_ * size_) {
    const std::size_t last = size_ - 1;
    const auto smallest =
        static_cast<std::size_t>(std::ranges::min_element(vector) - vector.begin());
    at(last, last) = 1;
    level_ = smallest;
    at(level_, last) = vector[smallest];
    at(level_, smallest) = -1;
    for (std::size_t i = 0; i < last; ++i) {
      if (i == smallest) continue;
      at(i, last) = vector[i] - vector[smallest];
      at(i, smallest) = 1;
      at(i, i) = -1;
    }
  }

  double level() const { return inverse_[level_ * size_ + size_ - 1]; }
  double weight(std::size_t i) const { return -inverse_[level_ * size_ + i]; }

  // Brings a column in; false when it changes nothing that can be told from rounding.
  bool enter(std::span<const double> column) {
    std::vector<double> direction(size_);
    for (std::size_t r = 0; r < size_; ++r) {
      for (std::size_t k = 0; k < size_; ++k) direction[r] += at(r, k) * column[k];
    }
    std::size_t leaving = size_;
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t r = 0; r < size_; ++r) {
      if (r == level_ || direction[r] <= kZero) continue;
      const double ratio = std::max(0.0, at(r, size_ - 1)) / direction[r];
      if (ratio < smallest) {
        smallest = ratio;
        leaving = r;
      }
    }
    if (leaving == size_) return false;
    const double pivot = direction[leaving];
    for (std::size_t k = 0; k < size_; ++k) at(leaving, k) /= pivot;
    for (std::size_t r = 0; r < size_; ++r) {
      if (r == leaving || direction[r] == 0) continue;
      for (std::size_t k = 0; k < size_; ++k) at(r, k) -= direction[r] * at(leaving, k);
    }
    return true;
  }

 private:
  double& at(std::size_t row, std::size_t column) { return inverse_[row * size_ + column]; }

  std::size_t size_;
  std::vector<double> inverse_;
  std::size_t level_ = 0;
};

}  // namespace

Weights lowest_bound(std::span<const double> start, const Support& support,
                     const WeightsOptions& options) {
  const std::size_t width = start.size();
  std::vector<double> vector(width);
  Weights result{{start.begin(), start.end()}, support(start, vector)};
  Basis basis(vector);
  std::vector<double> weights(width);
  std::vector<double> column(width + 1);
  for (std::size_t step = 0; step < options.most_steps; ++step) {
    if (result.bound <= options.low || basis.level() > options.high) break;
    std::size_t negative = 0;
    double total = 0;
    for (std::size_t i = 0; i < width; ++i) {
      weights[i] = basis.weight(i);
      if (weights[i] < weights[negative]) negative = i;
      total += std::max(0.0, weights[i]);
    }
    std::ranges::fill(column, 0.0);
    if (weights[negative] < -kZero) {
      column[negative] = -1;  // its slack
    } else {
      for (double& each : weights) each = std::max(0.0, each) / total;
      const double bound = support(weights, vector);
      if (bound < result.bound) {
        result.bound = bound;
        result.weights = weights;
      }
      if (bound <= basis.level() + kZero) break;
      std::ranges::copy(vector, column.begin());
      column[width] = 1;
    }
    if (!basis.enter(column)) break;
  }
  return result;
}

}  // namespace parley::bargaining::internal
