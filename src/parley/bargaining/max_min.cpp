#include "parley/bargaining/max_min.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "parley/bargaining/incumbent.hpp"
#include "parley/bargaining/weights.hpp"

namespace parley::bargaining::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// Weights that a depth keeps, and how often it looks for more.
constexpr std::size_t kKeptWeights = 16;
constexpr std::size_t kTries = 64;
// The reach begins at this share of what is open and grows by this factor.
constexpr double kFirstReach = 1.0 / 16;
constexpr double kGrowth = 1.41;
// A floor of a party that is not counted becomes a coordinate that falls this much faster.
constexpr double kFloorSlope = 64;
constexpr std::size_t kKeptMultipliers = 8;

// What must be large: score * slope - offset of one party, which goes in steps.
struct Coordinate {
  std::size_t party = 0;
  double slope = 1;
  double offset = 0;
  double step = 0;

  // The smallest value from `level` on that whole units of the party's scale can give.
  double at_least(double level) const {
    const double steps = (level + offset) / step;
    return is_fine(steps) ? level : std::max(level, std::ceil(steps - kNoise) * step - offset);
  }
  // The largest one up to `level`.
  double at_most(double level) const {
    const double steps = (level + offset) / step;
    return is_fine(steps) ? level : std::min(level, std::floor(steps + kNoise) * step - offset);
  }

  static constexpr double kNoise = 1e-6;
  // So many steps that rounding hides single ones.
  static bool is_fine(double steps) { return !(std::abs(steps) < 1e9); }
};

// A block in the order of the search, its choices from the cheapest on.
struct Stage {
  std::size_t block = 0;
  std::vector<std::uint32_t> choices;
  std::vector<double> costs;
  std::vector<double> vectors;  // [place * width + coordinate]
};

// Weights of one depth, the ones that served last in front: `width` weights, then the most that the
// stages from this depth on can add to the weighted sum.
struct Pool {
  std::vector<double> rows;
  std::size_t tries = 0;
};

class MaxMin {
 public:
  MaxMin(const Model& model, const Objective& objective, const Scoring& scoring,
         const SearchOptions& options, const Control& control)
      : model_(model),
        objective_(objective),
        options_(options),
        control_(control),
        incumbent_(model, objective, scoring, options) {
    set_coordinates(scoring);
    for (std::size_t b = 0; b < model.blocks.size(); ++b) {
      Stage& stage = stages_.emplace_back();
      stage.block = b;
      stage.choices.resize(model.blocks[b].choices.size());
      std::iota(stage.choices.begin(), stage.choices.end(), 0U);
      set_vectors(stage);
    }
    partial_.resize((stages_.size() + 1) * width_);
    for (std::size_t i = 0; i < width_; ++i) partial_[i] = -coordinates_[i].offset;
    lacking_.resize(width_);
    choices_.resize(stages_.size());
    pools_.resize(stages_.size() + 1);
  }

  Result<SearchResult> run() {
    // Whether some deal is good enough is mostly seen without the linear program.
    if (std::isfinite(options_.enough)) {
      offer_best(start_weights());
      incumbent_.climb();
    }
    if (!is_enough()) {
      find_root();
      incumbent_.climb();
    }
    if (options_.most_nodes > 1 && !is_enough()) {
      set_order();
      widen();
    }
    if (cancelled_) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the end");
    }
    SearchResult result;
    result.best = incumbent_.best();
    result.value = incumbent_.value();
    result.bound = std::max(bound_, incumbent_.target());
    result.multipliers = multipliers();
    result.nodes = nodes_;
    if (complete_ && collects_) {
      for (auto& [value, choices] : tied_) {
        if (value >= result.value - margin()) result.tied.push_back(std::move(choices));
      }
    }
    return result;
  }

 private:
  void set_coordinates(const Scoring& scoring) {
    double most = kInfinity;  // no deal has a larger smallest score
    for (std::size_t i = 0; i < model_.width(); ++i) {
      if (!objective_.counted[i]) continue;
      coordinates_.push_back({i, 1, scoring.offset[i], scoring.factor[i]});
      const double best = static_cast<double>(model_.best[i]) * scoring.factor[i];
      most = std::min(most, best - scoring.offset[i]);
    }
    assert(!coordinates_.empty());
    counted_ = coordinates_.size();
    for (std::size_t i = 0; i < model_.width(); ++i) {
      if (objective_.counted[i] || !std::isfinite(objective_.floor[i])) continue;
      // At the floor it is at least every score, so that it does not lower the smallest.
      coordinates_.push_back({i, kFloorSlope,
                              kFloorSlope * (scoring.offset[i] + objective_.floor[i]) - most,
                              kFloorSlope * scoring.factor[i]});
    }
    width_ = coordinates_.size();
  }

  void set_vectors(Stage& stage) {
    stage.vectors.clear();
    for (const std::uint32_t choice : stage.choices) {
      for (const Coordinate& each : coordinates_) {
        stage.vectors.push_back(incumbent_.score(stage.block, choice)[each.party] * each.slope);
      }
    }
  }

  static double weighed(const double* weights, const double* vector, std::size_t width) {
    double sum = 0;
    for (std::size_t i = 0; i < width; ++i) sum += weights[i] * vector[i];
    return sum;
  }

  // Adds what the stages from a depth on do best under the weights; returns the weighted sum.
  double add_best(std::size_t depth, std::span<const double> weights, std::span<double> vector) {
    for (std::size_t s = depth; s < stages_.size(); ++s) {
      const Stage& stage = stages_[s];
      double most = -kInfinity;
      std::size_t best = 0;
      for (std::size_t place = 0; place < stage.choices.size(); ++place) {
        const double value = weighed(weights.data(), &stage.vectors[place * width_], width_);
        if (value <= most) continue;
        most = value;
        best = place;
      }
      choices_[stage.block] = stage.choices[best];
      for (std::size_t i = 0; i < width_; ++i) vector[i] += stage.vectors[best * width_ + i];
    }
    return weighed(weights.data(), vector.data(), width_);
  }

  std::vector<double> start_weights() const {
    std::vector<double> start(width_, 0);
    double total = 0;
    for (std::size_t i = 0; i < counted_ && !options_.multipliers.empty(); ++i) {
      total += start[i] = options_.multipliers[coordinates_[i].party];
    }
    for (std::size_t i = 0; i < counted_; ++i) {
      start[i] = total > 0 ? start[i] / total : 1 / static_cast<double>(counted_);
    }
    return start;
  }

  // Tries the best deal under the weights.
  void offer_best(const std::vector<double>& weights) {
    std::vector<double> vector(partial_.begin(),
                               partial_.begin() + static_cast<std::ptrdiff_t>(width_));
    add_best(0, weights, vector);
    incumbent_.offer(choices_);
  }

  void find_root() {
    const Weights root = lowest_bound(
        start_weights(),
        [&](std::span<const double> weights, std::span<double> vector) {
          std::copy_n(partial_.begin(), width_, vector.begin());
          const double bound = add_best(0, weights, vector);
          incumbent_.offer(choices_);
          cuts_.emplace_back(bound, std::vector(weights.begin(), weights.end()));
          return bound;
        },
        {.low = options_.least - kRounding, .high = kInfinity, .most_steps = options_.root_steps});
    root_ = root.bound;
    bound_ = largest_value(root_);
    weights_ = root.weights;
  }

  // Sorts choices by cost and stages by how much their cheap choices differ.
  void set_order() {
    const double open = root_ - incumbent_.target();
    const double cheap = std::max(1e-9, std::isfinite(open) ? open / 4 : 1);
    std::vector<std::pair<double, std::size_t>> merit;
    for (Stage& stage : stages_) {
      std::vector<std::pair<double, std::uint32_t>> priced;
      for (std::size_t place = 0; place < stage.choices.size(); ++place) {
        priced.emplace_back(-weighed(weights_.data(), &stage.vectors[place * width_], width_),
                            stage.choices[place]);
      }
      std::ranges::sort(priced);
      for (std::size_t place = 0; place < priced.size(); ++place) {
        stage.choices[place] = priced[place].second;
        stage.costs.push_back(priced[place].first - priced.front().first);
      }
      set_vectors(stage);
      double difference = 0;
      for (std::size_t place = 1; place < priced.size(); ++place) {
        double distance = 0;
        for (std::size_t i = 0; i < width_; ++i) {
          distance += std::abs(stage.vectors[place * width_ + i] - stage.vectors[i]);
        }
        difference += distance * std::exp(-stage.costs[place] / cheap);
      }
      merit.emplace_back(-difference, stage.block);
    }
    std::ranges::sort(merit);
    std::vector<Stage> ordered;
    for (const auto& [difference, block] : merit) ordered.push_back(std::move(stages_[block]));
    stages_ = std::move(ordered);
  }

  // Goes through all deals within a reach of the root's bound, and widens the reach until it holds
  // the best deal known.
  void widen() {
    collects_ = options_.most_tied > 0;
    if (root_ <= options_.least) return;
    const double open = root_ - incumbent_.target();
    double reach = std::max(1e-7, (std::isfinite(open) ? open : 1) * kFirstReach);
    const double worst = smallest_possible();
    while (!is_enough()) {
      tied_.clear();
      threshold_ = root_ - reach;
      explore(0, 0);
      if (stopped_ || cancelled_) return;
      bound_ = std::min(bound_, std::max(largest_value(threshold_), incumbent_.target()));
      complete_ = threshold_ < incumbent_.target() - margin() || threshold_ < worst;
      if (complete_) return;
      reach *= kGrowth;
    }
  }

  bool is_enough() const { return incumbent_.value() >= options_.enough; }

  // How far below the best value a tie may lie; in a search without ties deals must be better.
  double margin() const { return collects_ ? 2 * kTolerance : 0; }

  // The largest value up to a level that a smallest score can have.
  double largest_value(double level) const {
    double largest = -kInfinity;
    for (std::size_t i = 0; i < counted_; ++i) {
      largest = std::max(largest, coordinates_[i].at_most(level));
    }
    return largest;
  }

  double smallest_possible() const {
    double smallest = kInfinity;
    for (const Coordinate& each : coordinates_) {
      double sum = -each.offset;
      for (const Stage& stage : stages_) {
        double worst = kInfinity;
        for (const std::uint32_t choice : stage.choices) {
          worst = std::min(worst, incumbent_.score(stage.block, choice)[each.party]);
        }
        sum += worst * each.slope;
      }
      smallest = std::min(smallest, sum);
    }
    return smallest - kRounding;
  }

  // Only deals above this are of interest.
  double level() const {
    const double value = collects_ ? incumbent_.value() - margin() : incumbent_.value() + kRounding;
    return std::max({threshold_, value, options_.least});
  }

  // What each coordinate of such a deal reaches.
  void set_limits() {
    if (level() == limits_at_) return;
    limits_at_ = level();
    limits_.clear();
    for (const Coordinate& each : coordinates_) limits_.push_back(each.at_least(limits_at_));
    limit_ = weighed(weights_.data(), limits_.data(), width_);
  }

  void explore(std::size_t depth, double cost) {
    if (++nodes_ % 1024 == 0 && control_.cancelled && control_.cancelled()) cancelled_ = true;
    if (nodes_ > options_.most_nodes) stopped_ = true;
    const Stage& stage = stages_[depth];
    const double* before = &partial_[depth * width_];
    double* after = &partial_[(depth + 1) * width_];
    for (std::size_t place = 0; place < stage.choices.size(); ++place) {
      if (stopped_ || cancelled_ || is_enough()) return;
      const double now = cost + stage.costs[place];
      set_limits();
      if (root_ - now < limit_ - kRounding) return;
      const double* add = &stage.vectors[place * width_];
      for (std::size_t i = 0; i < width_; ++i) after[i] = before[i] + add[i];
      path_.push_back(stage.choices[place]);
      if (depth + 1 == stages_.size()) {
        arrive();
      } else if (!is_hopeless(depth + 1)) {
        explore(depth + 1, now);
      }
      path_.pop_back();
    }
  }

  // A whole deal.
  void arrive() {
    for (std::size_t s = 0; s < stages_.size(); ++s) choices_[stages_[s].block] = path_[s];
    const std::vector<double> scores = incumbent_.scores_of(choices_);
    incumbent_.offer(choices_, scores);
    if (!collects_) return;
    const double value = objective_.value(scores);
    if (value < incumbent_.value() - margin()) return;
    tied_.emplace_back(value, choices_);
    if (tied_.size() <= options_.most_tied) return;
    std::erase_if(tied_,
                  [&](const auto& each) { return each.first < incumbent_.value() - margin(); });
    if (tied_.size() <= options_.most_tied) return;
    collects_ = false;
    tied_.clear();
  }

  // Whether some weights prove that the partial deal leads to nothing that reaches the limits.
  bool is_hopeless(std::size_t depth) {
    const double* vector = &partial_[depth * width_];
    for (std::size_t i = 0; i < width_; ++i) lacking_[i] = vector[i] - limits_[i];
    Pool& pool = pools_[depth];
    const std::size_t stride = width_ + 1;
    for (std::size_t row = 0; row < pool.rows.size(); row += stride) {
      const double* weights = &pool.rows[row];
      if (weighed(weights, lacking_.data(), width_) + weights[width_] > -kRounding) continue;
      const std::size_t ahead = row / stride / 2 * stride;
      std::swap_ranges(&pool.rows[row], &pool.rows[row] + stride, &pool.rows[ahead]);
      return true;
    }
    if (pool.rows.size() >= kKeptWeights * stride || pool.tries >= kTries) return false;
    ++pool.tries;
    const Weights found = lowest_bound(weights_,
                                       [&](std::span<const double> weights, std::span<double> sum) {
                                         std::ranges::copy(lacking_, sum.begin());
                                         return add_best(depth, weights, sum);
                                       },
                                       {.low = -kRounding, .high = -kRounding});
    if (found.bound > -kRounding) return false;
    pool.rows.insert(pool.rows.end(), found.weights.begin(), found.weights.end());
    pool.rows.push_back(found.bound - weighed(found.weights.data(), lacking_.data(), width_));
    return true;
  }

  // The weights with the lowest bounds as multipliers of the objective.
  std::vector<std::vector<double>> multipliers() {
    std::ranges::stable_sort(cuts_, {}, &std::pair<double, std::vector<double>>::first);
    std::vector<std::vector<double>> result;
    for (const auto& [bound, weights] : cuts_) {
      if (result.size() == kKeptMultipliers) break;
      const double total = std::accumulate(
          weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(counted_), 0.0);
      if (total <= 0) continue;
      std::vector<double>& row = result.emplace_back(model_.width());
      for (std::size_t i = 0; i < width_; ++i) {
        row[coordinates_[i].party] = weights[i] * coordinates_[i].slope / total;
      }
    }
    return result;
  }

  const Model& model_;
  const Objective& objective_;
  const SearchOptions& options_;
  const Control& control_;
  Incumbent incumbent_;
  std::vector<Coordinate> coordinates_;  // counted parties first
  std::size_t counted_ = 0;
  std::size_t width_ = 0;
  std::vector<Stage> stages_;
  std::vector<Pool> pools_;      // by depth
  std::vector<double> partial_;  // [depth * width + coordinate]
  std::vector<std::uint32_t> path_;
  Choices choices_;
  std::vector<std::pair<double, std::vector<double>>> cuts_;
  std::vector<double> weights_;  // of the root
  double root_ = kInfinity;      // its bound
  double bound_ = kInfinity;
  double threshold_ = -kInfinity;
  std::vector<double> limits_;  // by coordinate, for the level they were set at
  double limits_at_ = kInfinity;
  double limit_ = 0;  // their sum under the root's weights
  std::vector<double> lacking_;
  std::vector<std::pair<double, Choices>> tied_;
  std::size_t nodes_ = 0;
  bool collects_ = false;
  bool complete_ = false;
  bool stopped_ = false;
  bool cancelled_ = false;
};

}  // namespace

Result<SearchResult> maximise_smallest(const Model& model, const Objective& objective,
                                       const Scoring& scoring, const SearchOptions& options,
                                       const Control& control) {
  return MaxMin(model, objective, scoring, options, control).run();
}

}  // namespace parley::bargaining::internal
