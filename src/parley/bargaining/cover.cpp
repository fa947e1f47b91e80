#include "parley/bargaining/cover.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// A zone whose bound a search did not lower to this share is given up.
constexpr double kProgress = 0.9;
constexpr std::size_t kSteps = 30;

using Vector = std::vector<double>;

// Something not covered yet: deals above the corner in every coordinate. A coordinate that no point
// limits yet is minus infinity and not looked at.
struct Zone {
  Vector corner;
  Vector weights;  // the multipliers of the zone it came from
  double bound;    // no deal exceeds the corner by more than this in every coordinate
};

class Coverer {
 public:
  Coverer(const Model& model, const Choices& rational, const CoverOptions& options,
          const Control& control)
      : model_(model),
        rational_(rational),
        options_(options),
        control_(control),
        width_(model.width()),
        picked_(model.blocks.size()),
        sum_(width_) {
    for (const Block& block : model.blocks) {
      Vector& scores = scores_.emplace_back(block.units.size());
      for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i] = static_cast<double>(block.units[i]) / model.span(i % width_);
      }
    }
  }

  Result<Cover> run() {
    for (std::size_t i = 0; i < width_; ++i) {
      floor_.push_back(model_.floor[i]
                           ? static_cast<double>(*model_.floor[i]) / model_.span(i) - kRounding
                           : -kInfinity);
    }
    Zone all{Vector(width_, -kInfinity), Vector(width_), kInfinity};
    split(std::move(all), scores_of(rational_));
    points_.push_back(rational_);
    Cover result;
    // A zone that could not be closed sets the gap; only higher ones are still worth looking into.
    while (!open_.empty() && open_.front().bound > std::max(options_.gap, gap_)) {
      if (control_.cancelled && control_.cancelled()) {
        return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the end");
      }
      if (points_.size() >= options_.most_points || ++looked_into_ > options_.most_zones ||
          compared_ > options_.most_comparisons) {
        break;
      }
      std::ranges::pop_heap(open_, lower);
      Zone zone = std::move(open_.back());
      open_.pop_back();
      look_into(std::move(zone));
    }
    for (const Zone& each : open_) gap_ = std::max(gap_, each.bound);
    // No deal gives anybody more than the whole span.
    result.gap = std::min(gap_, 1.0);
    result.points = undominated(model_, points_);
    return result;
  }

 private:
  static bool lower(const Zone& a, const Zone& b) { return a.bound < b.bound; }

  void push(Zone zone) {
    open_.push_back(std::move(zone));
    std::ranges::push_heap(open_, lower);
  }

  const double* score(std::size_t block, std::uint32_t choice) const {
    return &scores_[block][choice * width_];
  }

  // The largest weighted sum over all deals; picked_ and sum_ become the deal and its scores.
  double support(const Vector& weights) {
    double total = 0;
    std::ranges::fill(sum_, 0.0);
    for (std::size_t b = 0; b < picked_.size(); ++b) {
      const Vector& scores = scores_[b];
      double most = -kInfinity;
      std::size_t best = 0;
      for (std::size_t at = 0; at < scores.size(); at += width_) {
        double value = 0;
        for (std::size_t i = 0; i < width_; ++i) value += weights[i] * scores[at + i];
        if (value > most) {
          most = value;
          best = at;
        }
      }
      total += most;
      picked_[b] = static_cast<std::uint32_t>(best / width_);
      for (std::size_t i = 0; i < width_; ++i) sum_[i] += scores[best + i];
    }
    return total;
  }

  Vector scores_of(const Choices& choices) const {
    Vector x(width_);
    for (std::size_t b = 0; b < choices.size(); ++b) {
      for (std::size_t i = 0; i < width_; ++i) x[i] += score(b, choices[b])[i];
    }
    return x;
  }

  // By how much a deal exceeds the corner in every coordinate; minus infinity below a floor.
  double lead(const Vector& corner, const Vector& x) const {
    double least = kInfinity;
    for (std::size_t i = 0; i < width_; ++i) {
      if (x[i] < floor_[i]) return -kInfinity;
      least = std::min(least, x[i] - corner[i]);
    }
    return least;
  }

  // Makes the weights sum to 1; equal when they are all 0.
  static void normalise(Vector& weights, const std::vector<std::size_t>& limited) {
    double total = 0;
    for (const std::size_t i : limited) total += weights[i];
    for (const std::size_t i : limited) {
      weights[i] = total > 0 ? weights[i] / total : 1 / static_cast<double>(limited.size());
    }
  }

  // Closes the zone, splits it by a point inside, or leaves it in the gap.
  void look_into(Zone zone) {
    const double before = zone.bound;
    Vector weights = zone.weights;
    Choices best;
    Vector best_sum;
    double best_lead = 0;
    std::vector<std::size_t> limited;
    for (std::size_t i = 0; i < width_; ++i) {
      if (std::isfinite(zone.corner[i])) limited.push_back(i);
    }
    normalise(weights, limited);
    for (std::size_t step = 0; step < kSteps; ++step) {
      double bound = support(weights);
      double mean = 0;
      for (const std::size_t i : limited) {
        bound -= weights[i] * zone.corner[i];
        mean += (sum_[i] - zone.corner[i]) / static_cast<double>(limited.size());
      }
      if (bound < zone.bound) {
        zone.bound = bound;
        zone.weights = weights;
      }
      const double now = lead(zone.corner, sum_);
      if (now > best_lead) {
        best_lead = now;
        best = picked_;
        best_sum = sum_;
      }
      if (zone.bound <= options_.gap || best_lead > zone.bound / 2) break;
      // A subgradient step towards the bound that would close the zone (Polyak 1969).
      double square = 0;
      for (const std::size_t i : limited) {
        const double slope = sum_[i] - zone.corner[i] - mean;
        square += slope * slope;
      }
      if (square == 0) break;
      const double length = (bound - options_.gap * 0.9) / square;
      for (const std::size_t i : limited) {
        weights[i] = std::max(0.0, weights[i] - length * (sum_[i] - zone.corner[i] - mean));
      }
      normalise(weights, limited);
    }
    if (zone.bound <= options_.gap) {
      gap_ = std::max(gap_, zone.bound);
      return;
    }
    if (best.empty() || best_lead < zone.bound / 4) climb(zone.corner, best, best_sum, best_lead);
    if (best.empty() && !search_inside(zone, best, best_sum)) {
      const bool lowered = zone.bound < before * kProgress;
      if (lowered && zone.bound > options_.gap) return push(std::move(zone));
      gap_ = std::max(gap_, zone.bound);
      return;
    }
    split(std::move(zone), best_sum);
    points_.push_back(std::move(best));
  }

  // Looks for a deal that leads the corner by half of the zone's bound, so that a search either
  // splits the zone or halves its bound; false when there is none or nodes have run out.
  bool search_inside(Zone& zone, Choices& best, Vector& best_sum) {
    if (nodes_ >= options_.most_nodes) return false;
    constexpr std::size_t kNodes = 2000;
    const double least = std::max(options_.gap, zone.bound / 2);
    Objective objective{Objective::Kind::smallest, {}, {}, {}};
    Scoring scoring;
    for (std::size_t i = 0; i < width_; ++i) {
      const bool limited = std::isfinite(zone.corner[i]);
      objective.counted.push_back(limited);
      scoring.factor.push_back(1 / model_.span(i));
      scoring.offset.push_back(limited ? zone.corner[i] : 0);
      objective.floor.push_back(floor_[i] - scoring.offset.back());
    }
    const auto found = search(model_, objective, scoring,
                              {.most_nodes = kNodes,
                               .least = least,
                               .enough = 1.1 * least,
                               .multipliers = zone.weights,
                               .root_steps = 12},
                              {});
    nodes_ += found->nodes;
    if (found->best) {
      best = *found->best;
      best_sum = scores_of(best);
      return true;
    }
    zone.bound = std::min(zone.bound, found->bound);
    return false;
  }

  // Raises the smallest lead over the corner, one block at a time, from the last deal that was
  // picked.
  void climb(const Vector& corner, Choices& best, Vector& best_sum, double& best_lead) {
    Choices choices = best.empty() ? picked_ : best;
    Vector x = best.empty() ? sum_ : best_sum;
    double now = lead(corner, x);
    Vector changed(width_);
    for (bool better = true; better;) {
      better = false;
      for (std::size_t b = 0; b < choices.size(); ++b) {
        for (std::uint32_t c = 0; c < scores_[b].size() / width_; ++c) {
          for (std::size_t i = 0; i < width_; ++i) {
            changed[i] = x[i] + score(b, c)[i] - score(b, choices[b])[i];
          }
          const double value = lead(corner, changed);
          if (value <= now + kRounding) continue;
          now = value;
          choices[b] = c;
          x = changed;
          better = true;
        }
      }
    }
    if (now <= best_lead) return;
    best_lead = now;
    best = std::move(choices);
    best_sum = std::move(x);
  }

  // Replaces every zone that holds the point by those parts of it that the point does not cover.
  void split(Zone zone, const Vector& point) {
    std::vector<Zone> around;
    around.push_back(std::move(zone));
    const auto holds = [&](const Zone& each) {
      for (std::size_t i = 0; i < width_; ++i) {
        if (point[i] <= each.corner[i]) return false;
      }
      return true;
    };
    compared_ += open_.size();
    std::size_t kept = 0;
    for (std::size_t z = 0; z < open_.size(); ++z) {
      if (holds(open_[z])) {
        around.push_back(std::move(open_[z]));
      } else {
        if (kept != z) open_[kept] = std::move(open_[z]);
        ++kept;
      }
    }
    const bool removed = kept < open_.size();
    open_.resize(kept);
    if (removed) std::ranges::make_heap(open_, lower);
    for (std::size_t i = 0; i < model_.counted; ++i) {
      for (std::size_t a = 0; a < around.size(); ++a) {
        if (is_redundant(around, a, i)) continue;
        Zone part = around[a];
        part.corner[i] = point[i];
        push(std::move(part));
      }
    }
  }

  // Whether another of the zones contains this one once coordinate i is cut off for all.
  bool is_redundant(const std::vector<Zone>& around, std::size_t a, std::size_t i) {
    for (std::size_t b = 0; b < around.size(); ++b) {
      if (a == b) continue;
      ++compared_;
      bool contains = true;
      bool equal = true;
      for (std::size_t j = 0; contains && j < width_; ++j) {
        if (j == i) continue;
        contains = around[b].corner[j] <= around[a].corner[j];
        equal = equal && around[b].corner[j] == around[a].corner[j];
      }
      if (contains && (!equal || b < a)) return true;
    }
    return false;
  }

  const Model& model_;
  const Choices& rational_;
  const CoverOptions& options_;
  const Control& control_;
  std::size_t width_;
  std::vector<Vector> scores_;  // [block][choice * width + party]
  Vector floor_;
  Choices picked_;
  Vector sum_;
  std::vector<Zone> open_;  // a heap, the largest bound first
  std::vector<Choices> points_;
  double gap_ = 0;
  std::size_t nodes_ = 0;
  std::size_t looked_into_ = 0;
  std::uint64_t compared_ = 0;
};

}  // namespace

std::vector<Choices> undominated(const Model& model, const std::vector<Choices>& combinations) {
  std::vector<std::pair<std::vector<std::int64_t>, std::size_t>> sorted;
  for (std::size_t p = 0; p < combinations.size(); ++p) {
    sorted.emplace_back(units(model, combinations[p]), p);
    sorted.back().first.resize(model.counted);
  }
  std::ranges::sort(sorted, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  const auto equals = std::ranges::unique(sorted, {}, [](const auto& each) { return each.first; });
  sorted.erase(equals.begin(), equals.end());
  std::vector<std::int64_t> rows;
  for (const auto& [row, p] : sorted) rows.insert(rows.end(), row.begin(), row.end());
  std::vector<Choices> kept;
  for (const std::size_t at : nondominated(rows, model.counted, model.counted))
    kept.push_back(combinations[sorted[at].second]);
  return kept;
}

Result<Cover> cover(const Model& model, const Choices& rational, const CoverOptions& options,
                    const Control& control) {
  return Coverer(model, rational, options, control).run();
}

}  // namespace parley::bargaining::internal
