#include "parley/bargaining/incumbent.hpp"

#include <utility>

namespace parley::bargaining::internal {

Incumbent::Incumbent(const Model& model, const Objective& objective, const Scoring& scoring,
                     const SearchOptions& options)
    : objective_(objective), width_(model.width()), offset_(scoring.offset), least_(options.least) {
  for (const Block& block : model.blocks) {
    std::vector<double>& scores = scores_.emplace_back(block.units.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i] = static_cast<double>(block.units[i]) * scoring.factor[i % width_];
    }
  }
  if (options.begin) offer(*options.begin);
}

std::vector<double> Incumbent::scores_of(const Choices& choices) const {
  std::vector<double> x(width_);
  for (std::size_t i = 0; i < width_; ++i) x[i] = -offset_[i];
  for (std::size_t b = 0; b < choices.size(); ++b) {
    const double* add = score(b, choices[b]);
    for (std::size_t i = 0; i < width_; ++i) x[i] += add[i];
  }
  return x;
}

bool Incumbent::offer(const Choices& choices, const std::vector<double>& scores) {
  const double value = objective_.value(scores);
  if (value <= value_ || value < least_) return false;
  value_ = value;
  best_ = choices;
  return true;
}

void Incumbent::climb() {
  if (!best_) return;
  Choices choices = *best_;
  std::vector<double> x = scores_of(choices);
  std::vector<double> changed(width_);
  for (bool better = true; better;) {
    better = false;
    for (std::size_t b = 0; b < choices.size(); ++b) {
      const std::size_t count = scores_[b].size() / width_;
      for (std::uint32_t c = 0; c < count; ++c) {
        for (std::size_t i = 0; i < width_; ++i) {
          changed[i] = x[i] + score(b, c)[i] - score(b, choices[b])[i];
        }
        if (objective_.value(changed) <= value_ + kRounding) continue;
        const std::uint32_t before = std::exchange(choices[b], c);
        if (offer(choices)) {
          x = changed;
          better = true;
        } else {
          choices[b] = before;  // better by rounding only
        }
      }
    }
  }
}

}  // namespace parley::bargaining::internal
