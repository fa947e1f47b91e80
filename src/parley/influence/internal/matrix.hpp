#pragma once

#include <cstddef>
#include <vector>

namespace parley::influence::internal {

/// A table of numbers in rows, all 0 at first.
class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns) {}

  double& operator()(std::size_t row, std::size_t column) {
    return cells_[row * columns_ + column];
  }
  double operator()(std::size_t row, std::size_t column) const {
    return cells_[row * columns_ + column];
  }
  const double* row(std::size_t index) const { return cells_.data() + index * columns_; }
  std::size_t rows() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  std::size_t columns() const { return columns_; }

 private:
  std::size_t columns_;
  std::vector<double> cells_;
};

}  // namespace parley::influence::internal
