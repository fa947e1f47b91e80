#include "parley/bargaining/search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parley/bargaining/incumbent.hpp"
#include "parley/bargaining/max_min.hpp"

namespace parley::bargaining::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kNodeSteps = 12;
constexpr std::size_t kKeptMultipliers = 8;

// The choices that are left of each block, one after another.
struct Node {
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> end;  // by block; a block begins where the one before ends
  std::vector<double> multipliers;

  std::uint32_t begin_of(std::size_t block) const { return block == 0 ? 0 : end[block - 1]; }
  std::uint32_t size_of(std::size_t block) const { return end[block] - begin_of(block); }
};

class Search {
 public:
  Search(const Model& model, const Objective& objective, const Scoring& scoring,
         const SearchOptions& options, const Control& control)
      : model_(model),
        objective_(objective),
        options_(options),
        control_(control),
        width_(model.width()),
        offset_(scoring.offset),
        incumbent_(model, objective, scoring, options) {
    gradient_.resize(width_);
    picked_.resize(model.blocks.size());
    picked_at_.resize(model.blocks.size());
  }

  Result<SearchResult> run() {
    Node root;
    for (const Block& block : model_.blocks) {
      for (std::uint32_t c = 0; c < block.choices.size(); ++c) root.left.push_back(c);
      root.end.push_back(static_cast<std::uint32_t>(root.left.size()));
    }
    root.multipliers =
        options_.multipliers.empty() ? objective_.start(start_scores()) : options_.multipliers;
    result_.bound = kInfinity;
    explore(root, kInfinity);
    if (cancelled_) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the end");
    }
    result_.best = incumbent_.best();
    result_.value = incumbent_.value();
    result_.bound = std::min(root_bound_, std::max(open_bound_, target()));
    std::ranges::stable_sort(cuts_, {}, &std::pair<double, std::vector<double>>::first);
    for (auto& [bound, multipliers] : cuts_) {
      result_.multipliers.push_back(std::move(multipliers));
      if (result_.multipliers.size() == kKeptMultipliers) break;
    }
    return std::move(result_);
  }

 private:
  const double* score(std::size_t block, std::uint32_t choice) const {
    return incumbent_.score(block, choice);
  }

  double weighed(const std::vector<double>& multipliers, const double* scores) const {
    double sum = 0;
    for (std::size_t i = 0; i < width_; ++i) sum += multipliers[i] * scores[i];
    return sum;
  }

  std::vector<double> start_scores() const {
    return incumbent_.scores_of(incumbent_.best() ? *incumbent_.best()
                                                  : Choices(model_.blocks.size(), 0));
  }

  double target() const { return incumbent_.target(); }

  // The best choices under the multipliers and the bound they prove; sets gradient_ and what is
  // picked.
  double bound(const Node& node, const std::vector<double>& multipliers) {
    double sum = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      sum -= multipliers[i] * offset_[i];
      gradient_[i] = -offset_[i];
    }
    for (std::size_t b = 0; b < picked_.size(); ++b) {
      double most = -kInfinity;
      for (std::uint32_t at = node.begin_of(b); at < node.end[b]; ++at) {
        const double value = weighed(multipliers, score(b, node.left[at]));
        if (value > most) {
          most = value;
          picked_at_[b] = at;
        }
      }
      sum += most;
      picked_[b] = node.left[picked_at_[b]];
      const double* add = score(b, picked_[b]);
      for (std::size_t i = 0; i < width_; ++i) gradient_[i] += add[i];
    }
    picked_scores_ = gradient_;
    return sum + objective_.conjugate(multipliers, gradient_);
  }

  // Lowers the bound by steps towards the target; true when nothing better can be in the node.
  bool settle(Node& node, std::size_t steps, double& lowest, std::vector<double>& agreement) {
    std::vector<double> multipliers = node.multipliers;
    agreement.assign(node.left.size(), 0);
    const bool at_root = result_.nodes == 1;
    double pace = 1;
    std::size_t idle = 0;
    for (std::size_t step = 0; step < steps; ++step) {
      const double now = bound(node, multipliers);
      incumbent_.offer(picked_, picked_scores_);
      if (at_root) cuts_.emplace_back(now, multipliers);
      for (const std::uint32_t at : picked_at_) agreement[at] += 1;
      if (now < lowest - kRounding) {
        lowest = now;
        node.multipliers = multipliers;
        idle = 0;
      } else if (++idle > 4) {
        pace /= 2;
        idle = 0;
      }
      if (lowest <= target() + kRounding || incumbent_.value() >= options_.enough) return true;
      double square = 0;
      for (const double each : gradient_) square += each * each;
      if (square == 0) break;  // the multipliers are optimal
      const double aim =
          std::isfinite(target()) ? target() : now - 0.1 * std::max(1.0, std::abs(now));
      const double length = pace * (now - aim) / square;
      for (std::size_t i = 0; i < width_; ++i) multipliers[i] -= length * gradient_[i];
      objective_.project(multipliers);
    }
    return false;
  }

  // Drops choices that cannot be part of anything better.
  void reduce(Node& node, double lowest) {
    std::uint32_t to = 0;
    std::uint32_t from = 0;
    for (std::size_t b = 0; b < node.end.size(); ++b) {
      const std::uint32_t end = node.end[b];
      double most = -kInfinity;
      for (std::uint32_t at = from; at < end; ++at) {
        most = std::max(most, weighed(node.multipliers, score(b, node.left[at])));
      }
      for (; from < end; ++from) {
        const double cost = most - weighed(node.multipliers, score(b, node.left[from]));
        if (lowest - cost > target() + kRounding) node.left[to++] = node.left[from];
      }
      node.end[b] = to;
    }
    node.left.resize(to);
  }

  struct Branch {
    std::uint32_t choice;
    double agreement;
    double bound;
  };

  void explore(Node& node, double inherited) {
    ++result_.nodes;
    if (control_.cancelled && result_.nodes % 256 == 0 && control_.cancelled()) cancelled_ = true;
    const bool is_root = result_.nodes == 1;
    if (cancelled_ || result_.nodes > options_.most_nodes) {
      open_bound_ = std::max(open_bound_, inherited);
      return;
    }
    double lowest = inherited;
    std::vector<double> agreement;
    const bool settled =
        settle(node, is_root ? options_.root_steps : kNodeSteps, lowest, agreement);
    if (is_root) {
      root_bound_ = lowest;
      incumbent_.climb();
    }
    if (settled || lowest <= target() + kRounding) {
      if (incumbent_.value() >= options_.enough) open_bound_ = std::max(open_bound_, lowest);
      return;
    }
    const std::size_t block = choose_block(node, agreement);
    if (block == node.end.size()) return;  // a single combination, already offered
    std::vector<Branch> branches;
    double most = -kInfinity;
    for (std::uint32_t at = node.begin_of(block); at < node.end[block]; ++at) {
      const double value = weighed(node.multipliers, score(block, node.left[at]));
      most = std::max(most, value);
      branches.push_back({node.left[at], agreement[at], value});
    }
    for (Branch& each : branches) each.bound += lowest - most;
    std::ranges::stable_sort(branches, [](const Branch& a, const Branch& b) {
      return std::pair(-a.agreement, -a.bound) < std::pair(-b.agreement, -b.bound);
    });
    reduce(node, lowest);
    for (std::size_t b = 0; b < node.end.size(); ++b) {
      if (node.size_of(b) == 0) return;
    }
    for (const Branch& each : branches) {
      if (incumbent_.value() >= options_.enough) {
        open_bound_ = std::max(open_bound_, each.bound);
        continue;
      }
      if (each.bound <= target() + kRounding) continue;
      Node child = with(node, block, each.choice);
      explore(child, each.bound);
    }
  }

  // The block with the largest difference, in scores, between choices that the steps picked.
  std::size_t choose_block(const Node& node, const std::vector<double>& agreement) const {
    std::size_t chosen = node.end.size();
    double largest = -1;
    for (std::size_t b = 0; b < node.end.size(); ++b) {
      if (node.size_of(b) < 2) continue;
      double most = 0;
      double total = 0;
      for (std::uint32_t at = node.begin_of(b); at < node.end[b]; ++at) {
        most = std::max(most, agreement[at]);
        total += agreement[at];
      }
      double spread = 0;
      for (std::size_t i = 0; i < width_; ++i) {
        double low = kInfinity;
        double high = -kInfinity;
        for (std::uint32_t at = node.begin_of(b); at < node.end[b]; ++at) {
          low = std::min(low, score(b, node.left[at])[i]);
          high = std::max(high, score(b, node.left[at])[i]);
        }
        spread += high - low;
      }
      const double merit = (total - most + 0.01) * spread;
      if (merit > largest) {
        largest = merit;
        chosen = b;
      }
    }
    return chosen;
  }

  static Node with(const Node& node, std::size_t block, std::uint32_t choice) {
    Node child;
    child.multipliers = node.multipliers;
    child.left.reserve(node.left.size());
    child.end.reserve(node.end.size());
    for (std::size_t b = 0; b < node.end.size(); ++b) {
      if (b == block) {
        child.left.push_back(choice);
      } else {
        child.left.insert(child.left.end(), node.left.begin() + node.begin_of(b),
                          node.left.begin() + node.end[b]);
      }
      child.end.push_back(static_cast<std::uint32_t>(child.left.size()));
    }
    return child;
  }

  const Model& model_;
  const Objective& objective_;
  const SearchOptions& options_;
  const Control& control_;
  std::size_t width_;
  std::vector<double> offset_;
  Incumbent incumbent_;
  std::vector<double> gradient_;
  Choices picked_;  // of the last bound, with their places among the node's choices
  std::vector<std::uint32_t> picked_at_;
  std::vector<double> picked_scores_;
  SearchResult result_;
  std::vector<std::pair<double, std::vector<double>>> cuts_;
  double root_bound_ = kInfinity;
  double open_bound_ = -kInfinity;
  bool cancelled_ = false;
};

}  // namespace

Result<SearchResult> search(const Model& model, const Objective& objective, const Scoring& scoring,
                            const SearchOptions& options, const Control& control) {
  if (objective.kind == Objective::Kind::smallest) {
    return maximise_smallest(model, objective, scoring, options, control);
  }
  return Search(model, objective, scoring, options, control).run();
}

std::vector<std::int64_t> units(const Model& model, const Choices& choices) {
  std::vector<std::int64_t> sum(model.width());
  for (std::size_t b = 0; b < choices.size(); ++b) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
      sum[i] += model.blocks[b].units[choices[b] * sum.size() + i];
    }
  }
  return sum;
}

Count outcomes(const Model& model, const Choices& choices) {
  Count count = 1;
  for (std::size_t b = 0; b < choices.size(); ++b) {
    count *= model.blocks[b].choices[choices[b]].count;
  }
  return count;
}

Deal deal(const Model& model, const Choices& choices, std::span<const std::size_t> picked) {
  std::size_t issues = 0;
  for (const Block& block : model.blocks) issues += block.issues.size();
  Deal result(issues);
  for (std::size_t b = 0; b < choices.size(); ++b) {
    const Block& block = model.blocks[b];
    const std::size_t at = picked.empty() ? 0 : picked[b];
    const std::vector<std::size_t>& options = block.choices[choices[b]].combinations[at];
    for (std::size_t i = 0; i < options.size(); ++i) result[block.issues[i]] = options[i];
  }
  return result;
}

}  // namespace parley::bargaining::internal
