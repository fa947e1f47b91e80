#pragma once

#include <vector>

#include "parley/bargaining/search.hpp"

namespace parley::bargaining::internal {

/// The best combination that a search has met, and the scores it is judged by.
class Incumbent {
 public:
  Incumbent(const Model& model, const Objective& objective, const Scoring& scoring,
            const SearchOptions& options);

  /// The scores of a block's choices, one vector after another.
  const std::vector<double>& scores(std::size_t block) const { return scores_[block]; }
  const double* score(std::size_t block, std::uint32_t choice) const {
    return &scores_[block][choice * width_];
  }
  std::vector<double> scores_of(const Choices& choices) const;

  const std::optional<Choices>& best() const { return best_; }
  double value() const { return value_; }
  /// What a combination must exceed to be of interest.
  double target() const { return std::max(value_, least_); }

  /// Takes the combination if it is better than the best; true when it was.
  bool offer(const Choices& choices) { return offer(choices, scores_of(choices)); }
  bool offer(const Choices& choices, const std::vector<double>& scores);

  /// Changes the best combination one block at a time while that helps.
  void climb();

 private:
  const Objective& objective_;
  std::size_t width_;
  std::vector<double> offset_;
  double least_;
  std::vector<std::vector<double>> scores_;  // [block][choice * width + party]
  std::optional<Choices> best_;
  double value_ = -std::numeric_limits<double>::infinity();
};

}  // namespace parley::bargaining::internal
