#include "scoring/pairing.hpp"

#include <algorithm>
#include <tuple>

namespace parley::scoring {

Pairs pair_up(std::size_t wanted, std::size_t found,
              const std::function<double(std::size_t, std::size_t)>& weight) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
  for (std::size_t w = 0; w < wanted; ++w) {
    for (std::size_t f = 0; f < found; ++f) {
      if (const double each = weight(w, f); each >= 0) candidates.emplace_back(-each, w, f);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> wanted_done(wanted);
  std::vector<bool> found_done(found);
  Pairs pairs;
  for (const auto& [negated, w, f] : candidates) {
    if (wanted_done[w] || found_done[f]) continue;
    wanted_done[w] = found_done[f] = true;
    pairs.emplace_back(w, f);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace parley::scoring
