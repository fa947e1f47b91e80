#include "parley/assess/packages.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_case.hpp"

namespace parley::assess {
namespace {

std::vector<Package> packages_of(const casefile::Case& source, std::size_t count = 2000) {
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, count, {}).value();
  return find_packages(model, worlds, {}).value();
}

// Four issues more; the sides want the opposite of each other on all but the last.
const char* const kIssues =
    R"(  toll: {title: The toll, kind: set, options: {none: None, half: Half, full: Full}}
  patrols: {title: Patrols, kind: set, options: {apart: Apart, joint: Joint}}
  fish: {title: Fishing, kind: set, options: {shut: Shut, open: Open}}
)";
const char* const kWishes = R"(positions:
  ostria:
    harbour: {priority: 20..60, values: {ostrian: 90..100, shared: 40..70, velmian: 0..10}}
    toll: {priority: 10..30, values: {none: 60..90, half: 30..60, full: 0..20}}
    patrols: {priority: 10..50, values: {apart: 50..80, joint: 20..50}}
    fish: {priority: 5..20, values: {shut: 0..30, open: 60..90}}
  velm:
    harbour: {priority: 20..60, values: {ostrian: 0..10, shared: 40..70, velmian: 90..100}%LINE%}
    toll: {priority: 20..50, values: {none: 0..20, half: 30..60, full: 60..90}}
    patrols: {priority: 10..30, values: {apart: 20..50, joint: 50..80}}
    fish: {priority: 5..20, values: {shut: 0..30, open: 60..90}}
no_deal: {ostria: {value: 35..60}, velm: {value: 35..60}}
)";

casefile::Case harbour(const std::string& line, std::string_view more = "") {
  std::string wishes = kWishes;
  wishes.replace(wishes.find("%LINE%"), 6, line);
  return small_case({kIssues, wishes, more});
}

// The share of the worlds in which both sign, by trying every deal.
double best_share(const casefile::Case& source, bool keeps_line) {
  const Model model(source);
  const Worlds worlds = draw_worlds(model, 1, 2000, {}).value();
  double best = 0;
  for (std::size_t deal = 0; deal < 36; ++deal) {
    const Readings text{{deal % 3}, {3 + deal / 3 % 3}, {6 + deal / 9 % 2}, {8 + deal / 18}};
    if (keeps_line && deal % 3 == 1) continue;
    best = std::max(best, assess_text(model, worlds, text).joint_signs.low);
  }
  return best;
}

TEST(Packages, TheMostRobustIsTheBestOfAllAndStandsFirst) {
  const casefile::Case source = harbour("");
  const auto packages = packages_of(source);
  ASSERT_GE(packages.size(), 2U);
  EXPECT_EQ(packages[0].principle, Principle::most_robust);
  EXPECT_NEAR(packages[0].assessment.joint_signs.low, best_share(source, false), 1e-9);
  for (const Package& each : packages) {
    EXPECT_TRUE(each.proved);
    EXPECT_EQ(each.gap, 0);
    EXPECT_LE(each.assessment.joint_signs.low, packages[0].assessment.joint_signs.low);
    EXPECT_GE(each.assessment.joint_signs.low, packages[0].assessment.joint_signs.low / 2 - 1e-9);
    EXPECT_FALSE(each.title.empty());
  }
}

// A line that is meant in six of ten worlds: crossing it in the other four is a gamble whose price
// is shown.
TEST(Packages, TheLikelyLineIsKeptBesideTheMostRobust) {
  const casefile::Case source = harbour(", red_lines: [{option: shared, firmness: 60%}]");
  const auto packages = packages_of(source);
  ASSERT_FALSE(packages.empty());
  EXPECT_NEAR(packages[0].assessment.joint_signs.low, best_share(source, false), 1e-9);
  ASSERT_EQ(packages[0].deal[0], 1U) << "the best crosses the line";
  const auto within = std::ranges::find(packages, Principle::within_red_lines, &Package::principle);
  ASSERT_NE(within, packages.end());
  EXPECT_NE(within->deal[0], 1U);
  EXPECT_NEAR(within->assessment.joint_signs.low, best_share(source, true), 1e-9);
}

TEST(Packages, NoneStandsBesideItWhereTheMostRobustKeepsTheLine) {
  const auto packages = packages_of(harbour(", red_lines: [{option: ostrian, firmness: 60%}]"));
  EXPECT_EQ(std::ranges::count(packages, Principle::within_red_lines, &Package::principle), 0);
}

TEST(Packages, FactsAreNeverLetGo) {
  const auto packages = packages_of(harbour("", R"(linkages:
  - {if: {fish: [shut, open]}, then: {patrols: apart}, firmness: 100%}
  - {if: {toll: [none, half, full]}, then: {patrols: joint}, firmness: 100%}
)"));
  EXPECT_TRUE(packages.empty());
}

TEST(Packages, AreSignedInSomeWorldOrNotOffered) {
  const auto packages = packages_of(small_case({R"(positions:
  ostria: {harbour: {prefers: [ostrian, shared, velmian], red_lines: [shared, velmian]}}
  velm: {harbour: {prefers: [velmian, shared, ostrian], red_lines: [ostrian]}}
no_deal: {ostria: {value: 0}, velm: {value: 0}}
)"}));
  EXPECT_TRUE(packages.empty());
}

// A value equal to what going on gets is enough, whatever the rounding of its sum.
TEST(Packages, WhatIsWorthNoLessThanGoingOnIsSigned) {
  const auto packages =
      packages_of(small_case({R"(  a: {title: A, kind: set, options: {a0: A0, a1: A1}}
  b: {title: B, kind: set, options: {b0: B0, b1: B1}}
positions:
  ostria:
    harbour: {priority: 10, values: {ostrian: 30, shared: 30, velmian: 30}}
    a: {priority: 10, values: {a0: 30, a1: 30}}
    b: {priority: 10, values: {b0: 30, b1: 30}}
  velm: {harbour: {prefers: [velmian, shared]}}
no_deal: {ostria: {value: 30}, velm: {value: 0}}
)"}),
                  10);
  ASSERT_FALSE(packages.empty());
  EXPECT_EQ(packages[0].assessment.joint_signs.low, 1);
}

TEST(Packages, NameThePartyWhoseActTheyTake) {
  const auto read = casefile::read_case_text(R"(parley: 1
title: Talks on a guard
as_of: 2031-05-01
parties:
  ostria: {name: Ostria, role: signatory}
  velm: {name: Velm, role: signatory}
  league: {name: The League, role: guarantor}
issues:
  guard: {title: The guard, options: {nobody: Nobody, watch: {title: A watch, needs: [league]}}}
positions:
  ostria: {guard: {priority: 90, prefers: [watch, nobody]}}
  velm: {guard: {priority: 90, prefers: [watch, nobody]}}
  league: {guard: {priority: 10, prefers: [watch, nobody]}}
no_deal: {ostria: {value: 50}, velm: {value: 50}, league: {value: 40}}
)",
                                             "case.yaml", {});
  ASSERT_TRUE(read.has_value());
  const auto packages = packages_of(read->value, 10);
  ASSERT_FALSE(packages.empty());
  EXPECT_EQ(packages[0].deal[0], 1U);
  EXPECT_EQ(packages[0].needs, std::vector<std::size_t>{2});
}

TEST(Packages, TakeTheirNamesFromWhatTheyDo) {
  const auto packages = packages_of(harbour(""));
  for (std::size_t i = 0; i < packages.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(packages[i].title, packages[j].title);
  }
}

}  // namespace
}  // namespace parley::assess
