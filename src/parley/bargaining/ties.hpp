#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "parley/bargaining/search.hpp"

namespace parley::bargaining::internal {

/// Combinations told apart by their vectors of units, without the dominated ones; read like a
/// Combination.
class Ties {
 public:
  /// All different; the model must outlive the result.
  Ties(const Model& model, std::vector<Choices> combinations);

  std::size_t size() const { return groups_.size(); }
  /// In lexicographic order, largest first.
  std::span<const std::int64_t> units(std::size_t point) const { return groups_[point].units; }
  Count outcomes(std::size_t point) const;
  std::vector<Deal> deals(std::size_t point, std::size_t most) const;

 private:
  struct Group {
    std::vector<std::int64_t> units;
    std::vector<Choices> combinations;
  };
  const Model& model_;
  std::vector<Group> groups_;
};

}  // namespace parley::bargaining::internal
