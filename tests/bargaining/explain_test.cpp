#include "parley/bargaining/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "bargaining/oracle.hpp"
#include "bargaining/random_problem.hpp"

namespace parley::bargaining {
namespace {

template <class Sets>
std::vector<std::vector<Demand>> sorted(const Sets& sets) {
  std::vector<std::vector<Demand>> result;
  for (const auto& each : sets) {
    result.push_back(each.demands);
    std::ranges::sort(result.back());
  }
  std::ranges::sort(result);
  return result;
}

TEST(Explain, FindsAllMinimalConflictsAndOpenings) {
  std::size_t without_zone = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Problem problem = random_problem(seed);
    ExplainOptions options;
    options.size = demands(problem).size();
    const Result<Explanation> found = explain(problem, options);
    ASSERT_TRUE(found) << seed;
    if (!oracle::rational(problem).empty()) {
      EXPECT_TRUE(found->conflicts.empty() && found->openings.empty()) << seed;
      continue;
    }
    if (found->impossible) {
      EXPECT_TRUE(oracle::openings(problem).empty()) << seed;
      continue;
    }
    ++without_zone;
    EXPECT_EQ(found->size, options.size);
    EXPECT_EQ(sorted(found->conflicts), oracle::conflicts(problem)) << seed;
    EXPECT_EQ(sorted(found->openings), oracle::openings(problem)) << seed;
    for (const Opening& each : found->openings) {
      for (const Demand demand : demands(problem)) {
        if (std::ranges::find(each.demands, demand) == each.demands.end()) {
          EXPECT_TRUE(meets(problem, demand, each.deal)) << seed << " " << to_text(problem, demand);
        }
      }
    }
  }
  EXPECT_GT(without_zone, 300u);
}

TEST(Explain, StopsAtTheSizeAskedFor) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const Problem problem = random_problem(seed);
    ExplainOptions options;
    options.size = 2;
    const Result<Explanation> found = explain(problem, options);
    ASSERT_TRUE(found) << seed;
    if (found->impossible || found->openings.empty()) continue;
    std::vector<std::vector<Demand>> small = oracle::openings(problem);
    std::erase_if(small, [](const auto& each) { return each.size() > 2; });
    EXPECT_EQ(sorted(found->openings), small) << seed;
  }
}

}  // namespace
}  // namespace parley::bargaining
