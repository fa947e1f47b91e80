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
  std::vector<std::vector<std::int64_t>> floor;  // [layer][party]
  std::vector<std::vector<double>> cut;          // [layer][cut]

  Thresholds(const std::vector<const Block*>& blocks, const Bar& bar, std::size_t width)
      : floor(blocks.size(), std::vector(width, std::numeric_limits<std::int64_t>::min())),
        cut(blocks.size(), std::vector<double>(bar.cuts.size())) {
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

std::optional<Combination> combine(const Model& model, const Bar& bar, std::size_t most) {
  // Candidates of one layer before the dominated ones are dropped, for each vector that may be
  // kept.
  constexpr std::size_t kCandidates = 16;
  const std::size_t width = model.width();
  const std::vector<const Block*> blocks = largest_first(model);
  const Thresholds thresholds(blocks, bar, width);

  Combination result;
  result.width_ = width;
  result.units_.assign(width, 0);
  result.counts_.push_back({1});
  std::vector<std::int64_t> units;
  std::vector<Candidate> candidates;
  std::vector<std::int64_t> kept;
  for (std::size_t layer = 0; layer < blocks.size(); ++layer) {
    const Block& block = *blocks[layer];
    result.issues_ += block.issues.size();
    units.clear();
    candidates.clear();
    for (std::size_t before = 0; before < result.size(); ++before) {
      for (std::size_t choice = 0; choice < block.choices.size(); ++choice) {
        const std::size_t row = units.size();
        bool reaches = true;
        for (std::size_t i = 0; i < width; ++i) {
          units.push_back(result.units_[before * width + i] + block.units[choice * width + i]);
          reaches = reaches && units.back() >= thresholds.floor[layer][i];
        }
        for (std::size_t c = 0; reaches && c < bar.cuts.size(); ++c) {
          reaches = weighted(bar.cuts[c].weight, &units[row]) >= thresholds.cut[layer][c];
        }
        if (!reaches) {
          units.resize(row);
          continue;
        }
        candidates.push_back({static_cast<std::uint32_t>(before),
                              static_cast<std::uint32_t>(choice),
                              static_cast<std::uint32_t>(candidates.size())});
      }
      if (candidates.size() > kCandidates * std::max<std::size_t>(most, 1000)) return std::nullopt;
    }
    const auto row = [&](const Candidate& each) { return &units[each.row * width]; };
    std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
      const std::int64_t* x = row(a);
      const std::int64_t* y = row(b);
      for (std::size_t i = 0; i < width; ++i) {
        if (x[i] != y[i]) return x[i] > y[i];
      }
      return std::pair(a.before, a.choice) < std::pair(b.before, b.choice);
    });
    kept.clear();
    std::vector<std::size_t> first_of;  // candidate at which each distinct vector begins
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const std::int64_t* now = row(candidates[c]);
      if (c > 0 && std::equal(now, now + width, row(candidates[c - 1]))) continue;
      first_of.push_back(c);
      kept.insert(kept.end(), now, now + width);
    }
    const std::vector<std::size_t> survivors = nondominated(kept, width);
    if (survivors.size() > most) return std::nullopt;
    Combination::Layer next;
    next.block = &block;
    next.first_link.push_back(0);
    std::vector<Count> counts;
    result.units_.clear();
    for (const std::size_t each : survivors) {
      result.units_.insert(result.units_.end(),
                           kept.begin() + static_cast<std::ptrdiff_t>(each * width),
                           kept.begin() + static_cast<std::ptrdiff_t>((each + 1) * width));
      const std::size_t end = each + 1 < first_of.size() ? first_of[each + 1] : candidates.size();
      Count count = 0;
      for (std::size_t c = first_of[each]; c < end; ++c) {
        next.links.push_back({candidates[c].before, candidates[c].choice});
        count +=
            result.counts_[layer][candidates[c].before] * block.choices[candidates[c].choice].count;
      }
      counts.push_back(std::move(count));
      next.first_link.push_back(static_cast<std::uint32_t>(next.links.size()));
    }
    result.layers_.push_back(std::move(next));
    result.counts_.push_back(std::move(counts));
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
