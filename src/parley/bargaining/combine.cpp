#include "parley/bargaining/combine.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {
namespace {

std::vector<const Block*> largest_first(const Model& model) {
  std::vector<const Block*> blocks;
  for (const Block& each : model.blocks) blocks.push_back(&each);
  std::ranges::stable_sort(blocks, std::greater{},
                           [](const Block* each) { return each->choices.size(); });
  return blocks;
}

double weighted(const std::vector<double>& weight, const std::int64_t* units) {
  double sum = 0;
  for (std::size_t i = 0; i < weight.size(); ++i) sum += weight[i] * static_cast<double>(units[i]);
  return sum;
}

// What a partial combination must have after each layer for the rest to lift it over the bar.
struct Thresholds {
  std::vector<std::vector<std::int64_t>> floor;   // [layer][party]
  std::vector<std::vector<double>> cut;           // [layer][cut]
  std::vector<std::vector<std::int64_t>> enough;  // [layer][coordinate]

  Thresholds(const std::vector<const Block*>& blocks, const Bar& bar, std::size_t width)
      : floor(blocks.size(), std::vector(width, std::numeric_limits<std::int64_t>::min())),
        cut(blocks.size(), std::vector<double>(bar.cuts.size())),
        enough(blocks.size(), bar.enough) {
    for (std::size_t layer = blocks.size(); layer-- > 1;) {
      for (std::size_t i = 0; i < width; ++i) {
        enough[layer - 1][i] = enough[layer][i] - blocks[layer]->worst[i];
      }
    }
    for (std::size_t i = 0; i < width; ++i) {
      if (!bar.floor[i]) continue;
      std::int64_t least = *bar.floor[i];
      for (std::size_t layer = blocks.size(); layer-- > 0;) {
        floor[layer][i] = least;
        least -= blocks[layer]->best[i];
      }
    }
    for (std::size_t c = 0; c < bar.cuts.size(); ++c) {
      double least = bar.cuts[c].least;
      for (std::size_t layer = blocks.size(); layer-- > 0;) {
        cut[layer][c] = least;
        const Block& block = *blocks[layer];
        double most = -std::numeric_limits<double>::infinity();
        for (std::size_t choice = 0; choice < block.choices.size(); ++choice) {
          most = std::max(most, weighted(bar.cuts[c].weight, &block.units[choice * width]));
        }
        least -= most;
      }
    }
  }
};

struct Candidate {
  std::uint32_t before = 0;
  std::uint32_t choice = 0;
  std::uint32_t row = 0;  // of its units
};

}  // namespace

class Combiner {
 public:
  Combiner(const Model& model, const Bar& bar)
      : model_(model),
        bar_(bar),
        width_(model.width()),
        blocks_(largest_first(model)),
        thresholds_(blocks_, bar, width_) {
    result_.width_ = width_;
    result_.units_.assign(width_, 0);
    result_.counts_.push_back({1});
  }

  std::optional<Combination> run(std::size_t most) && {
    // Candidates of one layer, for each vector that may be kept, before it is given up.
    constexpr std::size_t kCandidates = 16;
    const std::size_t most_candidates = kCandidates * std::max(most, kFew);
    for (std::size_t layer = 0; layer < blocks_.size(); ++layer) {
      if (!extend(layer, most_candidates)) return std::nullopt;
      merge();
      const std::vector<std::size_t> survivors = nondominated(distinct_, width_, model_.counted);
      if (survivors.size() > most) return std::nullopt;
      close(layer, survivors);
    }
    return std::move(result_);
  }

 private:
  static constexpr std::size_t kFew = 1000;

  const std::int64_t* row(const Candidate& each) const { return &units_[each.row * width_]; }

  // All sums of what is kept and the next block's choices that can still reach the bar.
  bool extend(std::size_t layer, std::size_t most_candidates) {
    const Block& block = *blocks_[layer];
    units_.clear();
    candidates_.clear();
    for (std::size_t before = 0; before < result_.size(); ++before) {
      for (std::size_t choice = 0; choice < block.choices.size(); ++choice) {
        const std::size_t start = units_.size();
        bool reaches = true;
        for (std::size_t i = 0; i < width_; ++i) {
          std::int64_t sum = result_.units_[before * width_ + i] + block.units[choice * width_ + i];
          if (i >= model_.counted) sum = std::min(sum, thresholds_.enough[layer][i]);
          units_.push_back(sum);
          reaches = reaches && units_.back() >= thresholds_.floor[layer][i];
        }
        for (std::size_t c = 0; reaches && c < bar_.cuts.size(); ++c) {
          reaches = weighted(bar_.cuts[c].weight, &units_[start]) >= thresholds_.cut[layer][c];
        }
        if (!reaches) {
          units_.resize(start);
          continue;
        }
        candidates_.push_back({static_cast<std::uint32_t>(before),
                               static_cast<std::uint32_t>(choice),
                               static_cast<std::uint32_t>(candidates_.size())});
      }
      if (candidates_.size() > most_candidates) return false;
    }
    return true;
  }

  // Sorts candidates, equal ones next to each other, and lists the distinct vectors.
  void merge() {
    std::ranges::sort(candidates_, [&](const Candidate& a, const Candidate& b) {
      const std::int64_t* x = row(a);
      const std::int64_t* y = row(b);
      for (std::size_t i = 0; i < width_; ++i) {
        if (x[i] != y[i]) return x[i] > y[i];
      }
      return std::pair(a.before, a.choice) < std::pair(b.before, b.choice);
    });
    distinct_.clear();
    first_of_.clear();
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      const std::int64_t* now = row(candidates_[c]);
      if (c > 0 && std::equal(now, now + width_, row(candidates_[c - 1]))) continue;
      first_of_.push_back(c);
      distinct_.insert(distinct_.end(), now, now + width_);
    }
    first_of_.push_back(candidates_.size());
  }

  // Makes the survivors the new layer.
  void close(std::size_t layer, const std::vector<std::size_t>& survivors) {
    Combination::Layer next;
    next.block = blocks_[layer];
    next.at = static_cast<std::size_t>(next.block - model_.blocks.data());
    next.first_link.push_back(0);
    result_.issues_ += next.block->issues.size();
    result_.units_.clear();
    std::vector<Count> counts;
    for (const std::size_t each : survivors) {
      const auto begin = distinct_.begin() + static_cast<std::ptrdiff_t>(each * width_);
      result_.units_.insert(result_.units_.end(), begin,
                            begin + static_cast<std::ptrdiff_t>(width_));
      Count count = 0;
      for (std::size_t c = first_of_[each]; c < first_of_[each + 1]; ++c) {
        const Candidate& way = candidates_[c];
        next.links.push_back({way.before, way.choice});
        count += result_.counts_[layer][way.before] * next.block->choices[way.choice].count;
      }
      counts.push_back(std::move(count));
      next.first_link.push_back(static_cast<std::uint32_t>(next.links.size()));
    }
    result_.layers_.push_back(std::move(next));
    result_.counts_.push_back(std::move(counts));
  }

  const Model& model_;
  const Bar& bar_;
  std::size_t width_;
  std::vector<const Block*> blocks_;
  Thresholds thresholds_;
  Combination result_;
  std::vector<std::int64_t> units_;
  std::vector<Candidate> candidates_;
  std::vector<std::int64_t> distinct_;
  std::vector<std::size_t>
      first_of_;  // candidate at which each distinct vector begins, and the end
};

std::vector<std::int64_t> Bar::floors(const std::vector<std::optional<std::int64_t>>& floor) {
  std::vector<std::int64_t> result;
  for (const std::optional<std::int64_t>& each : floor) result.push_back(each.value_or(0));
  return result;
}

std::optional<Combination> combine(const Model& model, const Bar& bar, std::size_t most) {
  return Combiner(model, bar).run(most);
}

std::vector<std::uint32_t> Combination::choices(std::size_t point) const {
  std::vector<std::uint32_t> result(layers_.size());
  for (std::size_t layer = layers_.size(); layer-- > 0;) {
    const Layer& here = layers_[layer];
    const Link& link = here.links[here.first_link[point]];
    result[here.at] = link.choice;
    point = link.before;
  }
  return result;
}

Count Combination::outcomes(std::size_t point) const { return counts_.back()[point]; }

std::vector<Deal> Combination::deals(std::size_t point, std::size_t most) const {
  std::vector<Deal> found;
  std::vector<Way> ways;
  follow(layers_.size(), point, ways, most, found);
  return found;
}

void Combination::follow(std::size_t layer, std::size_t position, std::vector<Way>& ways,
                         std::size_t most, std::vector<Deal>& found) const {
  if (layer == 0) return expand(ways, most, found);
  const Layer& here = layers_[layer - 1];
  for (std::size_t link = here.first_link[position];
       link < here.first_link[position + 1] && found.size() < most; ++link) {
    ways.push_back({here.block, &here.block->choices[here.links[link].choice]});
    follow(layer - 1, here.links[link].before, ways, most, found);
    ways.pop_back();
  }
}

void Combination::expand(const std::vector<Way>& ways, std::size_t most,
                         std::vector<Deal>& found) const {
  std::vector<std::size_t> combination(ways.size());  // counts up like a number, last way fastest
  for (bool done = false; !done && found.size() < most;) {
    Deal& deal = found.emplace_back(issues_);
    for (std::size_t w = 0; w < ways.size(); ++w) {
      const std::vector<std::size_t>& options = ways[w].choice->combinations[combination[w]];
      for (std::size_t i = 0; i < options.size(); ++i) deal[ways[w].block->issues[i]] = options[i];
    }
    done = true;
    for (std::size_t w = ways.size(); done && w-- > 0;) {
      combination[w] = (combination[w] + 1) % ways[w].choice->combinations.size();
      done = combination[w] == 0;
    }
  }
}

}  // namespace parley::bargaining::internal
