#include "parley/bargaining/zone.hpp"

#include <algorithm>
#include <map>

#include "parley/bargaining/block_plan.hpp"
#include "parley/bargaining/parts.hpp"
#include "parley/bargaining/tally.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

using internal::Block;
using internal::Model;
using Row = std::vector<std::int64_t>;

// Partial deals whose fate is open, equal ones together: nothing when there would be too many.
std::optional<Count> count_rational(const Problem& problem, const internal::Part& part,
                                    std::size_t most_steps) {
  const Model& model = part.model;
  const std::size_t width = model.width();
  const std::vector<internal::BlockPlan> plans =
      internal::plan_blocks(problem, part.in_force, model);
  std::vector<const Block*> blocks;
  for (const Block& each : model.blocks) blocks.push_back(&each);
  // Blocks that move utilities most come first: what follows decides less and less.
  std::ranges::stable_sort(blocks, std::greater{}, [&](const Block* each) {
    double share = 0;
    for (std::size_t i = 0; i < width; ++i) {
      share += static_cast<double>(each->best[i] - each->worst[i]) / model.span(i);
    }
    return share;
  });
  Row best = model.best;  // of the blocks still to come
  Row worst = model.worst;
  // How many ways the blocks from each one on can be settled.
  std::vector<Count> rests(blocks.size() + 1, Count(1));
  for (std::size_t b = blocks.size(); b-- > 0;) rests[b] = rests[b + 1] * blocks[b]->combinations;

  Count total = 0;
  std::map<Row, Count> open;
  const auto place = [&](Row row, const Count& count, std::size_t next,
                         std::map<Row, Count>& into) {
    bool settled = true;
    for (std::size_t i = 0; i < width; ++i) {
      if (!model.floor[i]) {
        row[i] = 0;
        continue;
      }
      const std::int64_t safe = *model.floor[i] - worst[i];
      if (row[i] + best[i] < *model.floor[i]) return;
      row[i] = std::min(row[i], safe);
      settled = settled && row[i] == safe;
    }
    if (settled) {
      total += count * rests[next];
    } else {
      into[std::move(row)] += count;
    }
  };
  place(Row(width), 1, 0, open);
  std::size_t steps = 0;
  for (std::size_t b = 0; b < blocks.size() && !open.empty(); ++b) {
    for (std::size_t i = 0; i < width; ++i) {
      best[i] -= blocks[b]->best[i];
      worst[i] -= blocks[b]->worst[i];
    }
    const auto at = static_cast<std::size_t>(blocks[b] - model.blocks.data());
    const std::optional<internal::Tally> tally = internal::tally(plans[at], most_steps);
    if (!tally) return std::nullopt;
    steps += open.size() * tally->counts.size();
    if (steps > most_steps) return std::nullopt;
    std::map<Row, Count> next;
    for (const auto& [row, count] : open) {
      for (std::size_t c = 0; c < tally->counts.size(); ++c) {
        Row sum = row;
        for (std::size_t i = 0; i < width; ++i) sum[i] += tally->units[c * width + i];
        place(std::move(sum), count * tally->counts[c], b + 1, next);
      }
    }
    open = std::move(next);
  }
  return total;
}

std::vector<std::size_t> out_of_reach(const std::vector<internal::Part>& parts) {
  std::vector<std::size_t> result;
  if (parts.empty()) return result;
  const Model& first = parts.front().model;
  for (std::size_t i = 0; i < first.counted; ++i) {
    const auto beyond = [&](const internal::Part& each) {
      return each.model.floor[i] && *each.model.floor[i] > each.model.best[i];
    };
    if (std::ranges::all_of(parts, beyond)) result.push_back(first.parties[i]);
  }
  return result;
}

}  // namespace

Result<Zone> zone(const Problem& problem, std::size_t most_steps, const Control& control) {
  Zone result;
  result.outcomes = 0;
  const Result<std::optional<Deal>> found =
      internal::find_deal(problem, internal::InForce::all(problem), control);
  if (!found) return tl::unexpected(found.error());
  result.exists = found->has_value();
  result.example = *found;
  if (result.exists && most_steps == 0) {
    result.outcomes.reset();
    return result;
  }
  const auto parts = internal::build_parts(problem, {.most_deals = 1});
  if (!parts) return tl::unexpected(parts.error());
  if (!result.exists) {
    result.out_of_reach = out_of_reach(*parts);
    return result;
  }
  for (const internal::Part& each : *parts) {
    const std::optional<Count> more = count_rational(problem, each, most_steps);
    if (!more) {
      result.outcomes.reset();
      break;
    }
    *result.outcomes += *more;
  }
  return result;
}

}  // namespace parley::bargaining
