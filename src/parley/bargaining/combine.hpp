#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/bargaining/model.hpp"

namespace parley::bargaining::internal {

/// A half space that combinations must reach: sum weight[i] * units[i] >= least.
struct Cut {
  std::vector<double> weight;
  double least = 0;
};

/// What a combination must reach to be of interest.
struct Bar {
  std::vector<std::optional<std::int64_t>> floor;  ///< by coordinate
  std::vector<Cut> cuts;
  /// By coordinate, for those that only have floors: more than this is as good as this.
  std::vector<std::int64_t> enough = floors(floor);

  static std::vector<std::int64_t> floors(const std::vector<std::optional<std::int64_t>>& floor);
};

/// All vectors over the bar that no other one dominates, with the ways to reach them. What lies
/// above `enough` is cut down to it.
class Combination {
 public:
  std::size_t size() const { return units_.size() / width_; }
  /// In lexicographic order, largest first.
  std::span<const std::int64_t> units(std::size_t point) const {
    return std::span(units_).subspan(point * width_, width_);
  }
  /// How many deals give this vector.
  Count outcomes(std::size_t point) const;
  /// The first of them, at most `most`, in a fixed order.
  std::vector<Deal> deals(std::size_t point, std::size_t most) const;
  /// One way to reach it: a choice for each block of the model.
  std::vector<std::uint32_t> choices(std::size_t point) const;

 private:
  friend class Combiner;

  struct Link {
    std::uint32_t before = 0;  // position in the layer before
    std::uint32_t choice = 0;
  };
  struct Layer {
    const Block* block = nullptr;
    std::size_t at = 0;  // the block's place in the model
    std::vector<Link> links;
    std::vector<std::uint32_t> first_link;  // by position, and one more
  };
  struct Way {  // what is chosen in one block
    const Block* block;
    const Choice* choice;
  };
  void follow(std::size_t layer, std::size_t position, std::vector<Way>& ways, std::size_t most,
              std::vector<Deal>& found) const;
  void expand(const std::vector<Way>& ways, std::size_t most, std::vector<Deal>& found) const;

  std::size_t width_ = 1;
  std::size_t issues_ = 0;
  std::vector<std::int64_t> units_;
  std::vector<Layer> layers_;
  std::vector<std::vector<Count>> counts_;  // by layer and position
};

/// Adds up the blocks, largest first, and drops what cannot reach the bar or is dominated among the
/// same blocks. The model must be feasible and outlive the result. Nothing when a layer would hold
/// more than `most` vectors.
std::optional<Combination> combine(const Model& model, const Bar& bar, std::size_t most);

}  // namespace parley::bargaining::internal
