#include "parley/bargaining/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "bargaining/small_problem.hpp"

namespace parley::bargaining {
namespace {

TEST(Json, HasTheFieldsOthersRelyOn) {
  Problem problem =
      small_problem({{"price", {"low", "mid", "high"}}, {"delivery", {"1w", "2w", "4w"}}},
                    {{"A", {0.6, 0.4}, {{0, 0.5, 1}, {0, 0.7, 1}}, 0.3},
                     {"B", {0.5, 0.5}, {{1, 0.6, 0}, {1, 0.8, 0}}, 0.35}});
  const auto analysis = analyse(problem, {{"first draft", {0, 2}}});
  ASSERT_TRUE(analysis);
  const Json json = to_json(problem, *analysis);
  EXPECT_EQ(json["parties"][1]["name"], "B");
  EXPECT_EQ(json["outcomes"], "9");
  EXPECT_EQ(json["frontier"]["size"], 4);
  EXPECT_EQ(json["frontier"]["exact"], true);
  EXPECT_EQ(json["frontier"]["gap"], 0);
  EXPECT_EQ(json["frontier"]["points"][0]["deal"], (Json{{"price", "high"}, {"delivery", "2w"}}));
  EXPECT_EQ(json["zone"]["exists"], true);
  EXPECT_EQ(json["zone"]["outcomes"], "5");
  EXPECT_EQ(json["solutions"]["nash"]["deal"], (Json{{"price", "mid"}, {"delivery", "2w"}}));
  EXPECT_EQ(json["solutions"]["utilitarian"]["ties"].size(), 1u);
  EXPECT_NEAR(json["opposition"].get<double>(), 0.5161395160225577, 1e-12);
  EXPECT_TRUE(json["conflicts"].empty());
  EXPECT_EQ(json["trades"][0]["draft"], "first draft");
  EXPECT_FALSE(json["trades"][0]["trades"].empty());
}

TEST(Json, ExplainsAnEmptyZoneInTheProblemsWords) {
  Problem problem = small_problem({{"Donbas", {"freeze", "cession"}}},
                                  {{"Ukraine", {1}, {{1, 0}}, 0}, {"Russia", {1}, {{0, 1}}, 0.8}});
  problem.red_lines.push_back({0, 0, 1, 2});
  const auto analysis = analyse(problem);
  ASSERT_TRUE(analysis);
  const Json json = to_json(problem, *analysis);
  EXPECT_EQ(json["zone"],
            (Json{{"exists", false}, {"outcomes", "0"}, {"out_of_reach", {"Russia"}}}));
  ASSERT_EQ(json["conflicts"].size(), 1u);
  EXPECT_EQ(json["conflicts"][0]["demands"][0]["text"],
            "Russia: at least 0.8, the value of no deal");
  EXPECT_EQ(json["conflicts"][0]["demands"][1]["text"], "Ukraine: no “cession” on Donbas");
  ASSERT_EQ(json["openings"].size(), 2u);
  EXPECT_EQ(json["openings"][0]["demands"][0]["by"], 0.8);
  EXPECT_EQ(json["openings"][1]["deal"], (Json{{"Donbas", "cession"}}));
}

}  // namespace
}  // namespace parley::bargaining
