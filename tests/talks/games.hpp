#pragma once

#include <string>
#include <vector>

#include "parley/bargaining/problem.hpp"

namespace parley::talks {

/// A scorable game: what each side scores by each option, and from what score on it accepts.
struct Game {
  struct Side {
    std::string name;
    double threshold;
    std::vector<std::vector<double>> scores;  ///< [issue][option]
  };
  std::string name;
  std::size_t packages;
  std::size_t all_accept;  ///< how many packages reach every threshold
  std::vector<Side> sides;
};
const std::vector<Game>& games();
bargaining::Problem problem_of(const Game& game);

}  // namespace parley::talks
