#include "parley/base/nearest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace parley {
namespace {

// The definition, without a table: the last letters are equal, or one of four edits was the last.
std::size_t naive_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string_view a1 = a.substr(0, a.size() - 1);
  const std::string_view b1 = b.substr(0, b.size() - 1);
  std::size_t best = std::min({naive_distance(a1, b) + 1, naive_distance(a, b1) + 1,
                               naive_distance(a1, b1) + (a.back() == b.back() ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a.back() == b1.back() && b.back() == a1.back()) {
    const std::string_view a2 = a.substr(0, a.size() - 2);
    best = std::min(best, naive_distance(a2, b.substr(0, b.size() - 2)) + 1);
  }
  return best;
}

TEST(Nearest, DistanceEqualsItsDefinitionOnAllShortWords) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; words[i].size() < 4; ++i) {
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  for (const std::string& a : words) {
    for (const std::string& b : words)
      ASSERT_EQ(edit_distance(a, b), naive_distance(a, b)) << a << b;
  }
}

TEST(Nearest, FindsWhatWasMeant) {
  const std::vector<std::string_view> names = {"guarantees", "territory", "red_lines", "no"};
  EXPECT_EQ(nearest("guarentees", names), "guarantees");
  EXPECT_EQ(nearest("Red Lines", names), "red_lines");
  EXPECT_EQ(nearest("terrtiory", names), "territory");
  EXPECT_EQ(nearest("on", names), "no");
  EXPECT_EQ(nearest("x", names), "");
  EXPECT_EQ(nearest("amnesty", names), "");
  EXPECT_EQ(suggestion("guarentees", names), "did you mean guarantees?");
  EXPECT_EQ(suggestion("amnesty", {"a", "bc"}), "known here: a, bc");
  EXPECT_EQ(suggestion("amnesty", {}), "");
}

}  // namespace
}  // namespace parley
