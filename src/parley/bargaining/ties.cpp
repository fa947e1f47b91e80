#include "parley/bargaining/ties.hpp"

#include <functional>
#include <map>

#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {

Ties::Ties(const Model& model, std::vector<Choices> combinations) : model_(model) {
  std::map<std::vector<std::int64_t>, std::vector<Choices>, std::greater<>> grouped;
  for (Choices& each : combinations) {
    std::vector<std::int64_t> row = internal::units(model, each);
    row.resize(model.counted);
    grouped[std::move(row)].push_back(std::move(each));
  }
  std::vector<std::int64_t> rows;
  std::vector<Group> all;
  for (auto& [row, same] : grouped) {
    rows.insert(rows.end(), row.begin(), row.end());
    all.push_back({row, std::move(same)});
  }
  for (const std::size_t at : nondominated(rows, model.counted, model.counted)) {
    groups_.push_back(std::move(all[at]));
  }
}

Count Ties::outcomes(std::size_t point) const {
  Count sum = 0;
  for (const Choices& each : groups_[point].combinations) sum += internal::outcomes(model_, each);
  return sum;
}

std::vector<Deal> Ties::deals(std::size_t point, std::size_t most) const {
  std::vector<Deal> found;
  for (const Choices& each : groups_[point].combinations) {
    std::vector<std::size_t> picked(each.size());  // counts up like a number, last block fastest
    for (bool done = false; !done && found.size() < most;) {
      found.push_back(deal(model_, each, picked));
      done = true;
      for (std::size_t b = picked.size(); done && b-- > 0;) {
        picked[b] = (picked[b] + 1) % model_.blocks[b].choices[each[b]].combinations.size();
        done = picked[b] == 0;
      }
    }
  }
  return found;
}

}  // namespace parley::bargaining::internal
