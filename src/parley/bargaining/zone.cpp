#include "parley/bargaining/zone.hpp"

#include <algorithm>
#include <map>

#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

using internal::Block;
using internal::Model;
using Row = std::vector<std::int64_t>;

// Partial deals whose fate is open, equal ones together: nothing when there would be too many.
std::optional<Count> count_rational(const Problem& problem, const Model& model,
                                    std::size_t most_steps) {
  const std::size_t width = model.width();
  const internal::InForce in_force = internal::InForce::all(problem);
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
    const std::optional<internal::Tally> tally =
        internal::tally(problem, in_force, model, *blocks[b], most_steps);
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

}  // namespace

Result<Zone> zone(const Problem& problem, std::size_t most_steps, const Control& control) {
  const Result<Model> model = internal::build_model(problem);
  if (!model) return tl::unexpected(model.error());
  Zone result;
  result.outcomes = 0;
  if (!model->feasible) return result;
  for (std::size_t i = 0; i < model->width(); ++i) {
    if (model->floor[i] && *model->floor[i] > model->best[i]) {
      result.out_of_reach.push_back(model->parties[i]);
    }
  }
  const Result<std::optional<internal::Choices>> found = internal::find_rational(*model, control);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return result;
  result.exists = true;
  result.example = internal::deal(*model, **found);
  result.outcomes = count_rational(problem, *model, most_steps);
  return result;
}

}  // namespace parley::bargaining
