#include "parley/bargaining/problem.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bargaining/small_problem.hpp"

namespace parley::bargaining {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

using ::testing::Contains;
using ::testing::HasSubstr;

Problem valid() {
  return small_problem(
      {{"Donbas", {"freeze", "cession"}}, {"Forces", {"none", "some"}}},
      {{"Ukraine", {1, 1}, {{1, 0}, {0, 1}}, 0.5}, {"Russia", {1, 1}, {{0, 1}, {1, 0}}, 0.5}});
}

std::vector<std::string> codes(const Problem& problem) {
  std::vector<std::string> result;
  for (const Diagnostic& each : check(problem)) result.push_back(each.code);
  return result;
}

template <class Change>
std::vector<std::string> codes_after(Change change) {
  Problem problem = valid();
  change(problem);
  return codes(problem);
}

TEST(Check, AcceptsAValidProblem) { EXPECT_TRUE(codes(valid()).empty()); }

TEST(Check, NamesEveryMistake) {
  EXPECT_THAT(codes({}), Contains("no-parties"));
  EXPECT_THAT(codes({}), Contains("no-issues"));
  const auto has = [](auto change, const char* code) {
    EXPECT_THAT(codes_after(change), Contains(code));
  };
  has([](Problem& p) { p.issues[0].options.clear(); }, "no-options");
  has([](Problem& p) { p.parties.resize(kMostParties + 1); }, "too-many-parties");
  has([](Problem& p) { p.issues.resize(kMostIssues + 1); }, "too-many-issues");
  has([](Problem& p) { p.issues[0].options.resize(kMostOptions + 1); }, "too-many-options");
  has([](Problem& p) { p.parties[0].consents = p.parties[1].consents = false; }, "no-consent");
  has([](Problem& p) { p.parties[1].name = p.parties[0].name; }, "duplicate-name");
  has([](Problem& p) { p.issues[0].options[1].name = "freeze"; }, "duplicate-name");
  has([](Problem& p) { p.parties[0].weights.pop_back(); }, "missing-weights");
  has([](Problem& p) { p.parties[0].values.pop_back(); }, "missing-values");
  has([](Problem& p) { p.parties[0].values[1].pop_back(); }, "missing-values");
  has([](Problem& p) { p.parties[0].weights[0] = -1; }, "negative-weight");
  has([](Problem& p) { p.parties[0].weights[0] = kNan; }, "bad-weight");
  has([](Problem& p) { p.parties[0].weights[0] = 0; }, "zero-weight");
  has([](Problem& p) { p.parties[0].weights = {0, 0}; }, "zero-weights");
  has([](Problem& p) { p.parties[0].values[0][0] = kNan; }, "bad-value");
  has([](Problem& p) { p.parties[0].values[0] = {1e308, 1e308}, p.parties[0].weights[0] = 10; },
      "bad-value");
  has([](Problem& p) { p.parties[0].reservation = kNan; }, "bad-reservation");
  has([](Problem& p) { p.parties[0].firmness = -1; }, "bad-firmness");
  has([](Problem& p) { p.red_lines.push_back({7, 0, 0, 1}); }, "unknown-party");
  has([](Problem& p) { p.red_lines.push_back({0, 7, 0, 1}); }, "unknown-issue");
  has([](Problem& p) { p.red_lines.push_back({0, 0, 7, 1}); }, "unknown-option");
  has([](Problem& p) { p.acts.push_back({7, 0, 0}); }, "unknown-party");
  has([](Problem& p) { p.acts.push_back({0, 7, 0}); }, "unknown-issue");
  has([](Problem& p) { p.acts.push_back({0, 0, 7}); }, "unknown-option");
  has([](Problem& p) { p.linkages.push_back({{{0, {0}}}, {{1, {9}}}, 0, 1}); }, "unknown-option");
  has([](Problem& p) { p.linkages.push_back({{{0, {0}}}, {}, 0, 1}); }, "empty-condition");
  has([](Problem& p) { p.linkages.push_back({{{0, {}}}, {{1, {0}}}, 0, 1}); }, "empty-condition");
  has([](Problem& p) { p.interactions.push_back({0, {}, 1}); }, "empty-condition");
  has([](Problem& p) { p.interactions.push_back({0, {{0, {0}}}, kNan}); }, "bad-value");
}

TEST(Check, AllowsSoManyPartiesThatAreNeededForSomeOptionsOnly) {
  Problem problem = valid();
  Party onlooker = problem.parties.front();
  onlooker.consents = false;
  const auto code = [&] {
    const Diagnostics found = check(problem);
    return found.empty() ? std::string() : found.front().code;
  };
  for (std::size_t i = 0; i < kMostActing; ++i) {
    onlooker.name = "onlooker " + std::to_string(i);
    problem.acts.push_back({problem.parties.size(), 0, 0});
    problem.acts.push_back({problem.parties.size(), 0, 1});
    problem.parties.push_back(onlooker);
  }
  problem.acts.push_back({0, 0, 0});  // a signatory's acts ask nobody new
  EXPECT_EQ(code(), "");
  onlooker.name = "one more";
  problem.acts.push_back({problem.parties.size(), 0, 0});
  problem.parties.push_back(onlooker);
  EXPECT_EQ(code(), "too-many-acting-parties");
}

TEST(Check, SpeaksInTheProblemsWordsAndReportsAllMistakes) {
  Problem problem = valid();
  problem.parties[0].weights[0] = -2;
  problem.linkages.push_back({{{0, {0}}}, {{1, {9}}}, 0, 1});
  const Diagnostics found = check(problem);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_THAT(found[0].message, HasSubstr("“Donbas” for “Ukraine” is negative (-2)"));
  EXPECT_THAT(found[1].message, HasSubstr("linkage 1 names option 10 of “Forces”, which has 2"));
}

TEST(SteppedIssue, KeepsItsEnds) {
  const auto issue = stepped_issue("army", IssueKind::real, {0, 1, 0.3});
  ASSERT_TRUE(issue);
  std::vector<std::string> names;
  for (const Option& each : issue->options) names.push_back(each.name);
  EXPECT_EQ(names, (std::vector<std::string>{"0", "0.3", "0.6", "0.9", "1"}));
  EXPECT_EQ(issue->options.back().number, 1.0);
  EXPECT_EQ(issue->range, (Range{0, 1, 0.3}));
  EXPECT_EQ(stepped_issue("share", IssueKind::real, {0, 1, 0.1})->options.size(), 11u);
  EXPECT_EQ(stepped_issue("days", IssueKind::integer, {3, 3, 1})->options.size(), 1u);
}

TEST(SteppedIssue, RefusesWhatCannotBeStepped) {
  const auto code = [](IssueKind kind, Range range) {
    return stepped_issue("army", kind, range).error().diagnostics.front().code;
  };
  EXPECT_EQ(code(IssueKind::real, {0, 1, 0}), "bad-range");
  EXPECT_EQ(code(IssueKind::real, {1, 0, 1}), "bad-range");
  EXPECT_EQ(code(IssueKind::real, {0, std::nan(""), 1}), "bad-range");
  EXPECT_EQ(code(IssueKind::integer, {0, 1.5, 1}), "bad-range");
  EXPECT_EQ(code(IssueKind::integer, {0, 1e9, 1}), "too-many-options");
  EXPECT_EQ(code(IssueKind::real, {0, 1, 1e-300}), "too-many-options");
}

}  // namespace
}  // namespace parley::bargaining
