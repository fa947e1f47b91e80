#include "parley/formats/geniusweb.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.hpp"
#include "parley/bargaining/deal.hpp"

namespace parley::formats {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pointwise;

// A profile over one issue of two values and one of the numbers 0, 0.5, 1.
std::string profile(const std::string& weights, const std::string& more = {}) {
  return R"({"LinearAdditiveUtilitySpace": {"name": "p", "domain": {"name": "d", "issuesValues": {
"A": {"values": ["x", "y"]}, "B": {"range": [0, 1.2, 0.5]}}}, "issueUtilities": {
"A": {"discreteutils": {"valueUtilities": {"x": 0.25, "y": 1}}},
"B": {"NumberValueSetUtilities": {"lowValue": 0, "lowUtility": 1, "highValue": 2, "highUtility": 0}}},
"issueWeights": )" +
         weights + more + "}}";
}

Result<ReadProblem> read(const std::string& text) {
  return read_geniusweb({source("p.json", text)});
}

std::vector<std::string> mistakes(const std::string& text) {
  const auto result = read(text);
  return result ? std::vector<std::string>{} : lines(result.error().diagnostics);
}

TEST(GeniusWeb, BothSpellingsAndNumbersByLines) {
  const auto result = read(profile(R"({"A": 0.4, "B": 0.6})"));
  ASSERT_TRUE(result);
  const bargaining::Problem& problem = result->problem;
  EXPECT_EQ(problem.parties[0].name, "p");
  EXPECT_EQ(problem.parties[0].reservation, 0);
  ASSERT_EQ(problem.issues[1].options.size(), 3U);
  EXPECT_EQ(problem.issues[1].options[2].name, "1");
  EXPECT_EQ(problem.issues[1].range, (bargaining::Range{0, 1, 0.5}));
  EXPECT_THAT(problem.parties[0].values[0], ElementsAre(0.25, 1));
  EXPECT_THAT(problem.parties[0].values[1], ElementsAre(1, 0.75, 0.5));
}

TEST(GeniusWeb, WeightsAreSummedAsDecimals) {
  const std::string three =
      R"({"LinearAdditiveUtilitySpace": {"domain": {"issuesValues": {"A": {"values": ["x"]},
"B": {"values": ["x"]}, "C": {"values": ["x"]}}}, "issueUtilities": {
"A": {"discreteutils": {"valueUtilities": {"x": 1}}},
"B": {"discreteutils": {"valueUtilities": {"x": 1}}},
"C": {"discreteutils": {"valueUtilities": {"x": 1}}}},
"issueWeights": {"A": 0.1, "B": 0.2, "C": 0.7)";
  EXPECT_TRUE(read(three + "}}}"));
  EXPECT_THAT(mistakes(three + "00000000000000000001}}}"),
              ElementsAre("p.json:6:17: error: the weights sum to 1.000000000000000000001, not to "
                          "exactly 1"));
}

TEST(GeniusWeb, TheReservationIsWhatThePartialBidIsWorth) {
  const auto result = read(
      profile(R"({"A": 0.4, "B": 0.6})", R"(, "reservationBid": {"issuevalues": {"B": 0.50}})"));
  ASSERT_TRUE(result);
  EXPECT_THAT(result->problem.parties[0].reservation, testing::Optional(DoubleEq(0.6 * 0.75)));
}

TEST(GeniusWeb, IssuesAreMatchedByNameAcrossProfiles) {
  const auto result = read_geniusweb({scenario("seller.json"), scenario("buyer.json")});
  ASSERT_TRUE(result);
  const bargaining::Problem& problem = result->problem;
  EXPECT_THAT(bargaining::utilities(problem, {1, 1}), Pointwise(DoubleEq(), {0.5, 0.7}));
  EXPECT_THAT(problem.parties[0].reservation, testing::Optional(DoubleEq(0.3)));
}

TEST(GeniusWeb, KeysOutsideTheFormatAreReadWithAWarning) {
  const auto result =
      read(profile(R"({"A": 0.4, "B": 0.6})",
                   R"(, "reserved_value": 0.2, "discount_factor": 0.9, "colour": "red")"));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->problem.parties[0].reservation, 0.2);
  EXPECT_EQ(result->warnings.size(), 3U);
}

TEST(GeniusWebMistakes, AllOfThemAreToldWithTheirPlace) {
  EXPECT_THAT(mistakes(profile(R"({"A": 0.5, "C": 0.5})",
                               R"(,
"reservationBid": {"issuevalues": {"A": "z"}})")),
              ElementsAre("p.json:5:17: error: there are no weights for “B”",
                          "p.json:5:28: error: the domain has no issue “C”",
                          "p.json:6:41: error: “z” is not a value of “A”"));
}

TEST(GeniusWebMistakes, OtherFiles) {
  EXPECT_THAT(mistakes("{\"a\": }"), ElementsAre(HasSubstr("p.json:1:7: error: this is not JSON")));
  EXPECT_THAT(mistakes("[]"), ElementsAre(HasSubstr("this is no profile of GeniusWeb")));
  EXPECT_THAT(mistakes(R"({"name": "d", "issuesValues": {}})"),
              ElementsAre(HasSubstr("this is a domain, where a profile is wanted")));
  EXPECT_THAT(mistakes(R"({"DefaultPartialOrdering": {}})"),
              ElementsAre(HasSubstr("“DefaultPartialOrdering” is not supported")));
  EXPECT_THAT(mistakes(R"({"a": 1, "a": 2})"),
              ElementsAre("p.json:1:10: error: the key “a” stands twice"));
  EXPECT_THAT(mistakes(std::string(100, '[')), ElementsAre(HasSubstr("more than 32 deep")));
  EXPECT_THAT(mistakes(R"({"LinearAdditiveUtilitySpace": {"domain": {"issuesValues": {
"A": {"range": [0, 1000000000, 1]}}}}})"),
              testing::Contains(HasSubstr("“A” has more than 100000 options")));
}

TEST(GeniusWebMistakes, AProfileOfAnotherDomain) {
  const auto result = read_geniusweb(
      {scenario("seller.json"), source("p.json", profile(R"({"A": 0.4, "B": 0.6})"))});
  ASSERT_FALSE(result);
  EXPECT_THAT(lines(result.error().diagnostics),
              ElementsAre("p.json:1:32: error: this profile is for another domain than the first "
                          "one: it has no, or other values for, “Price” and “Weeks”"));
}

}  // namespace
}  // namespace parley::formats
