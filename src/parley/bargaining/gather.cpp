#include "parley/bargaining/gather.hpp"

#include <algorithm>

#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {

void Gathered::add(std::span<const std::int64_t> units, std::size_t counted,
                   std::vector<Deal> deals, const Count& outcomes) {
  const auto [at, is_new] =
      points_.try_emplace(Row(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(counted)));
  Point& point = at->second;
  point.outcomes += outcomes;
  if (is_new) {
    point.deals = std::move(deals);
    return;
  }
  point.deals.insert(point.deals.end(), std::make_move_iterator(deals.begin()),
                     std::make_move_iterator(deals.end()));
  std::ranges::sort(point.deals);
  if (point.deals.size() > most_deals_) point.deals.resize(most_deals_);
}

Gathered::Points Gathered::undominated() && {
  Row rows;
  Points all;
  for (auto& [row, point] : points_) {
    rows.insert(rows.end(), row.begin(), row.end());
    all.emplace_back(row, std::move(point));
  }
  if (all.empty()) return all;
  const std::size_t width = all.front().first.size();
  Points kept;
  for (const std::size_t at : nondominated(rows, width, width)) {
    all[at].second.utilities = utilities(problem_, all[at].second.deals.front());
    kept.push_back(std::move(all[at]));
  }
  return kept;
}

}  // namespace parley::bargaining::internal
