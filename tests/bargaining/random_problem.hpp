#pragma once

#include <cstdint>

#include "parley/bargaining/problem.hpp"

namespace parley::bargaining {

/// What random problems are made of; each count is an upper limit, sizes are drawn below it.
struct RandomProblemOptions {
  std::size_t parties = 4;
  std::size_t issues = 5;
  std::size_t options = 4;
  std::size_t linkages = 3;
  std::size_t red_lines = 4;
  std::size_t interactions = 2;
  std::size_t acts = 3;
};

/// A problem drawn from a seed: half of them with values in small whole tenths (so that ties
/// abound), the others with values of any size; some parties that are not always needed, some of
/// them for their acts, some without a reservation value.
Problem random_problem(std::uint64_t seed, const RandomProblemOptions& options = {});

/// Exactly so many parties, issues and options, additive, values uniform on [0, 1], weights uniform
/// and normalised, no reservation values: the random plans of the benchmarks.
Problem random_plan(std::uint64_t seed, std::size_t parties, std::size_t issues,
                    std::size_t options);

/// Adds random linkages between two issues each: if one option of the first then one of two of the
/// second.
void add_random_linkages(Problem& problem, std::uint64_t seed, std::size_t count);

}  // namespace parley::bargaining
