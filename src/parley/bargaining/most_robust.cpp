#include "parley/bargaining/most_robust.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <queue>

#include "parley/bargaining/ensemble_bound.hpp"

namespace parley::bargaining {
namespace {

constexpr double kNone = -std::numeric_limits<double>::infinity();

// Sums of probabilities closer than this are equal.
constexpr double kRounding = 1e-12;

// Nodes opened at once; never the number of threads, so that no result depends on it.
constexpr std::size_t kRound = 8;

// A bound that says less than so many passes of striking out options is branched on.
constexpr int kPasses = 4;

bool contains(const Ensemble& ensemble, const Box& box, const Condition& condition, bool inside) {
  const std::size_t first = ensemble.first_option[condition.issue];
  for (std::size_t o = first; o < ensemble.first_option[condition.issue + 1]; ++o) {
    const bool in = std::ranges::find(condition.options, o - first) != condition.options.end();
    if (box[o] != 0 && in == inside) return true;
  }
  return false;
}

// The most that a measure comes to over a box, and for each option of the box once it is taken.
class MeasureBound {
 public:
  MeasureBound(const Ensemble& ensemble, const Measure& measure, const Box& box)
      : ensemble_(ensemble), measure_(measure), most_(measure.constant) {
    for (std::size_t issue = 0; issue < ensemble.issues(); ++issue) {
      double best = kNone;
      for (std::size_t o = ensemble.first_option[issue]; o < ensemble.first_option[issue + 1];
           ++o) {
        if (box[o] != 0) best = std::max(best, measure.added[o]);
      }
      best_.push_back(best);
      most_ += best;
    }
    for (const Measure::Bonus& each : measure.bonuses) {
      const bool may = std::ranges::all_of(
          each.when, [&](const Condition& c) { return contains(ensemble, box, c, true); });
      const bool must = std::ranges::none_of(
          each.when, [&](const Condition& c) { return contains(ensemble, box, c, false); });
      if (may) most_ += must ? each.value : std::max(0.0, each.value);
    }
  }

  double most() const { return most_; }
  double with(std::size_t issue, std::size_t option) const {
    return most_ - best_[issue] + measure_.added[option];
  }

 private:
  const Ensemble& ensemble_;
  const Measure& measure_;
  double most_;
  std::vector<double> best_;
};

using Worlds = std::vector<std::uint32_t>;

// A set of deals that may hold a better one.
struct Node {
  Box box;
  // The worlds known to be the only ones that may sign, for each of the search's bounds.
  std::vector<std::shared_ptr<const Worlds>> worlds;
  double bound = 0;
  std::uint64_t number = 0;
};

struct LargestBound {
  bool operator()(const Node& a, const Node& b) const {
    return a.bound != b.bound ? a.bound < b.bound : a.number > b.number;
  }
};

struct Candidate {
  Deal deal;
  double share = 0;
  double value = kNone;
};

// What opening a node gives.
struct Opened {
  Candidate candidate;
  std::vector<Node> children;
  std::uint64_t comparisons = 0;
};

class Search {
 public:
  Search(const Ensemble& ensemble, const RobustOptions& options)
      : ensemble_(ensemble), options_(options) {
    all_.resize(ensemble.parties.size());
    std::iota(all_.begin(), all_.end(), std::size_t{0});
    bounds_.push_back(std::make_unique<EnsembleBound>(ensemble, all_));
    if (!options.measure && options.goal == Robustness::least_willing) {
      for (const std::size_t party : all_) {
        if (!ensemble.parties[party].always) continue;
        alone_.push_back({party});
        bounds_.push_back(std::make_unique<EnsembleBound>(ensemble, alone_.back()));
      }
    }
  }

  Result<RobustDeal> run(const Control& control);

 private:
  // What can be said of a box: the bound on what is maximised, of the whole and option by option;
  // a deal that does not count is bound by kNone.
  struct View {
    std::vector<Outlook> outlooks;  // one a bound
    double bound = kNone;
    std::vector<double> with;  // [option]
  };

  Node root() const;
  Candidate assess(Deal deal) const;
  View view(const Box& box, const std::vector<std::shared_ptr<const Worlds>>& worlds,
            std::uint64_t& comparisons) const;
  Opened open(Node node, double beaten) const;
  std::vector<Node> branch(const Node& node, View& view) const;
  void adopt(Candidate candidate);

  const Ensemble& ensemble_;
  const RobustOptions& options_;
  std::vector<std::size_t> all_;
  std::vector<std::vector<std::size_t>> alone_;
  std::vector<std::unique_ptr<EnsembleBound>> bounds_;
  Candidate best_;
};

Node Search::root() const {
  Node node;
  node.box.assign(ensemble_.options(), 1);
  for (const auto& bound : bounds_) {
    node.worlds.push_back(std::make_shared<const Worlds>(bound->all_worlds()));
  }
  node.bound = std::numeric_limits<double>::infinity();
  return node;
}

// A deal by the definitions, not by bounds.
Candidate Search::assess(Deal deal) const {
  Candidate candidate{std::move(deal), 0, kNone};
  for (const Requirement& each : options_.requirements) {
    if (value_of(ensemble_, each.measure, candidate.deal) < each.least - kTolerance) {
      return candidate;
    }
  }
  candidate.share = signing_share(ensemble_, all_, candidate.deal);
  if (candidate.share <= 0 || candidate.share < options_.least_share - kRounding) return candidate;
  if (options_.measure) {
    candidate.value = value_of(ensemble_, *options_.measure, candidate.deal);
  } else if (options_.goal == Robustness::all_sign) {
    candidate.value = candidate.share;
  } else {
    candidate.value = 1;
    for (const auto& each : alone_) {
      candidate.value = std::min(candidate.value, signing_share(ensemble_, each, candidate.deal));
    }
  }
  return candidate;
}

Search::View Search::view(const Box& box, const std::vector<std::shared_ptr<const Worlds>>& worlds,
                          std::uint64_t& comparisons) const {
  View view;
  for (std::size_t i = 0; i < bounds_.size(); ++i) {
    comparisons += bounds_[i]->cost(worlds[i]->size());
    view.outlooks.push_back(bounds_[i]->outlook(box, *worlds[i]));
  }
  std::vector<MeasureBound> sums;
  for (const Requirement& each : options_.requirements) {
    sums.emplace_back(ensemble_, each.measure, box);
  }
  std::optional<MeasureBound> goal;
  if (options_.measure) goal.emplace(ensemble_, *options_.measure, box);

  // `of` reads an outlook, `sum` a measure: of the whole box or with one option taken.
  const auto bound = [&](auto&& of, auto&& sum) {
    const double share = of(view.outlooks.front());
    if (share <= 0 || share < options_.least_share - kRounding) return kNone;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (sum(sums[i]) < options_.requirements[i].least - kTolerance) return kNone;
    }
    if (goal) return sum(*goal);
    double least = bounds_.size() == 1 ? share : 1;
    for (std::size_t i = 1; i < bounds_.size(); ++i) {
      least = std::min(least, of(view.outlooks[i]));
    }
    return least;
  };
  view.bound = bound([](const Outlook& each) { return each.share; },
                     [](const MeasureBound& each) { return each.most(); });
  view.with.assign(ensemble_.options(), kNone);
  for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
    for (std::size_t o = ensemble_.first_option[issue]; o < ensemble_.first_option[issue + 1];
         ++o) {
      if (box[o] == 0) continue;
      view.with[o] = bound([&](const Outlook& each) { return each.with[o]; },
                           [&](const MeasureBound& each) { return each.with(issue, o); });
    }
  }
  return view;
}

Opened Search::open(Node node, double beaten) const {
  Opened opened;
  View seen;
  bool settled = false;
  for (int pass = 0; pass < kPasses; ++pass) {
    seen = view(node.box, node.worlds, opened.comparisons);
    if (seen.bound <= beaten + kRounding) return opened;
    bool struck = false;
    settled = true;
    for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
      std::size_t left = 0;
      for (std::size_t o = ensemble_.first_option[issue]; o < ensemble_.first_option[issue + 1];
           ++o) {
        if (node.box[o] != 0 && seen.with[o] <= beaten + kRounding) {
          node.box[o] = 0;
          struck = true;
        }
        if (node.box[o] != 0) ++left;
      }
      if (left == 0) return opened;
      settled = settled && left == 1;
    }
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
      node.worlds[i] = std::make_shared<const Worlds>(std::move(seen.outlooks[i].worlds));
    }
    if (!struck || settled) break;
  }
  Deal deal;
  for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
    const std::size_t first = ensemble_.first_option[issue];
    std::size_t promising = first;
    for (std::size_t o = first; o < ensemble_.first_option[issue + 1]; ++o) {
      const bool better = node.box[promising] == 0 || seen.with[o] > seen.with[promising];
      if (node.box[o] != 0 && better) promising = o;
    }
    deal.push_back(promising - first);
  }
  opened.candidate = assess(std::move(deal));
  node.bound = std::min(node.bound, seen.bound);
  if (!settled) opened.children = branch(node, seen);
  return opened;
}

// On the issue whose best option promises least, the fewest options among equals.
std::vector<Node> Search::branch(const Node& node, View& view) const {
  std::size_t chosen = ensemble_.issues();
  double least = std::numeric_limits<double>::infinity();
  double least_sum = least;
  for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
    double most = kNone;
    double sum = 0;
    std::size_t left = 0;
    for (std::size_t o = ensemble_.first_option[issue]; o < ensemble_.first_option[issue + 1];
         ++o) {
      if (node.box[o] == 0) continue;
      ++left;
      most = std::max(most, view.with[o]);
      sum += view.with[o];
    }
    if (left < 2) continue;
    if (most < least || (most == least && sum < least_sum)) {
      least = most;
      least_sum = sum;
      chosen = issue;
    }
  }
  std::vector<Node> children;
  const std::size_t first = ensemble_.first_option[chosen];
  const std::size_t end = ensemble_.first_option[chosen + 1];
  for (std::size_t option = first; option < end; ++option) {
    if (node.box[option] == 0) continue;
    Node child{node.box, node.worlds, std::min(node.bound, view.with[option]), 0};
    for (std::size_t o = first; o < end; ++o) child.box[o] = o == option ? 1 : 0;
    children.push_back(std::move(child));
  }
  return children;
}

void Search::adopt(Candidate candidate) {
  if (candidate.value > best_.value + (best_.deal.empty() ? 0 : kRounding)) {
    best_ = std::move(candidate);
  }
}

Result<RobustDeal> Search::run(const Control& control) {
  for (const Deal& start : options_.starts) adopt(assess(start));
  std::priority_queue<Node, std::vector<Node>, LargestBound> waiting;
  waiting.push(root());
  RobustDeal result;
  std::uint64_t comparisons = 0;
  std::uint64_t number = 0;
  while (!waiting.empty() && waiting.top().bound > best_.value + kRounding &&
         comparisons < options_.most_comparisons) {
    std::vector<Node> round;
    while (!waiting.empty() && round.size() < kRound &&
           waiting.top().bound > best_.value + kRounding) {
      round.push_back(waiting.top());
      waiting.pop();
    }
    std::vector<Opened> opened(round.size());
    Control quiet = control;
    quiet.progress = {};
    const auto done = for_each_index(round.size(), quiet, [&](std::size_t i) {
      opened[i] = open(std::move(round[i]), best_.value);
    });
    if (!done) return tl::unexpected(done.error());
    result.nodes += opened.size();
    for (Opened& each : opened) {
      comparisons += each.comparisons;
      adopt(std::move(each.candidate));
      for (Node& child : each.children) {
        if (child.bound <= best_.value + kRounding) continue;
        child.number = ++number;
        waiting.push(std::move(child));
      }
    }
  }
  result.deal = std::move(best_.deal);
  if (!result.deal.empty()) {
    result.share = best_.share;
    result.value = best_.value;
  }
  if (!waiting.empty() && waiting.top().bound > best_.value + kRounding) {
    result.proved = false;
    result.gap = waiting.top().bound - result.value;
  }
  return result;
}

}  // namespace

double value_of(const Ensemble& ensemble, const Measure& measure, const Deal& deal) {
  double sum = measure.constant;
  for (std::size_t issue = 0; issue < deal.size(); ++issue) {
    sum += measure.added[ensemble.first_option[issue] + deal[issue]];
  }
  for (const Measure::Bonus& each : measure.bonuses) {
    if (std::ranges::all_of(each.when, [&](const Condition& c) { return holds(c, deal); })) {
      sum += each.value;
    }
  }
  return sum;
}

Result<RobustDeal> most_robust(const Ensemble& ensemble, const RobustOptions& options,
                               const Control& control) {
  return Search(ensemble, options).run(control);
}

}  // namespace parley::bargaining
