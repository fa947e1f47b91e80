#include "parley/talks/opponent.hpp"

#include <algorithm>
#include <cmath>

namespace parley::talks {
namespace {

class ZeroSum final : public OpponentModel {
 public:
  void hear(std::span<const std::uint32_t> /*choices*/, double /*t*/) override {}
  double part(std::size_t /*group*/, std::uint32_t /*choice*/, double mine) const override {
    return -mine;
  }
};

// What both frequency models share: counts of what was offered, and weights of the issues.
class Counting : public OpponentModel {
 public:
  Counting(const Space& space, double first_count) {
    for (const Space::Group& each : space.groups()) {
      counts_.emplace_back(each.combinations.size(), first_count);
      largest_.push_back(first_count);
    }
    weights_.assign(counts_.size(), 1 / static_cast<double>(counts_.size()));
  }

  void hear(std::span<const std::uint32_t> choices, double t) override {
    if (!before_.empty()) weigh(choices, t);
    for (std::size_t g = 0; g < choices.size(); ++g) {
      double& count = counts_[g][choices[g]];
      largest_[g] = std::max(largest_[g], ++count);
    }
    before_.assign(choices.begin(), choices.end());
  }

  double part(std::size_t group, std::uint32_t choice, double /*mine*/) const override {
    return largest_[group] > 0 ? weights_[group] * counts_[group][choice] / largest_[group] : 0;
  }

 protected:
  // Raises the weights of the issues that did not change since the offer before.
  virtual void weigh(std::span<const std::uint32_t> choices, double t) = 0;
  bool unchanged(std::span<const std::uint32_t> choices, std::size_t group) const {
    return choices[group] == before_[group];
  }
  std::vector<double>& weights() { return weights_; }

 private:
  std::vector<std::vector<double>> counts_;  // [group][combination]
  std::vector<double> largest_;              // [group]
  std::vector<double> weights_;              // sum to 1
  std::vector<std::uint32_t> before_;
};

class Frequency final : public Counting {
 public:
  explicit Frequency(const Space& space) : Counting(space, 0) {}

 private:
  static constexpr double kLearning = 0.1;
  void weigh(std::span<const std::uint32_t> choices, double t) override {
    double sum = 0;
    for (std::size_t g = 0; g < choices.size(); ++g) {
      if (unchanged(choices, g)) weights()[g] += kLearning * (1 - t);
      sum += weights()[g];
    }
    for (double& each : weights()) each /= sum;
  }
};

class HardHeaded final : public Counting {
 public:
  explicit HardHeaded(const Space& space) : Counting(space, 1) {}

 private:
  static constexpr double kLearning = 0.2;
  void weigh(std::span<const std::uint32_t> choices, double /*t*/) override {
    const auto issues = static_cast<double>(choices.size());
    const double gain = kLearning / issues;
    double kept = 0;
    for (std::size_t g = 0; g < choices.size(); ++g) kept += unchanged(choices, g) ? 1 : 0;
    const double sum = 1 + gain * kept;
    const double cap = 1 - issues * gain / sum;
    for (std::size_t g = 0; g < choices.size(); ++g) {
      double& weight = weights()[g];
      if (unchanged(choices, g) && weight < cap) weight += gain;
      weight /= sum;
    }
  }
};

}  // namespace

std::unique_ptr<OpponentModel> opponent_model(Model model, const Space& space) {
  switch (model) {
    case Model::zero_sum:
      return std::make_unique<ZeroSum>();
    case Model::frequency:
      return std::make_unique<Frequency>(space);
    case Model::hard_headed:
      return std::make_unique<HardHeaded>(space);
  }
  return nullptr;
}

}  // namespace parley::talks
