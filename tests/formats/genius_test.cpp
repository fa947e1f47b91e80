#include "parley/formats/genius.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.hpp"
#include "parley/bargaining/analysis.hpp"

namespace parley::formats {
namespace {

using bargaining::Problem;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pointwise;

std::string domain_of(const std::string& issues) {
  return "<negotiation_template><utility_space><objective index='0'>" + issues +
         "</objective></utility_space></negotiation_template>";
}

std::string profile_of(const std::string& issues, const std::string& more = {}) {
  return "<utility_space><objective index='0'>" + issues + "</objective>" + more +
         "</utility_space>";
}

Result<ReadProblem> read(const std::string& domain, const std::string& profile,
                         const GeniusOptions& options = {}) {
  return read_genius(source("domain.xml", domain), {source("one.xml", profile)}, options);
}

ReadProblem must_read(const std::string& domain, const std::string& profile,
                      const GeniusOptions& options = {}) {
  auto result = read(domain, profile, options);
  if (!result) {
    ADD_FAILURE() << testing::PrintToString(lines(result.error().diagnostics));
    return {};
  }
  return *std::move(result);
}

std::vector<std::string> mistakes(const std::string& domain, const std::string& profile) {
  const auto result = read(domain, profile);
  return result ? std::vector<std::string>{} : lines(result.error().diagnostics);
}

// Utilities of the only party, deal by deal, the last issue fastest.
std::vector<double> utilities(const Problem& problem) {
  std::vector<double> all;
  bargaining::Deal deal(problem.issues.size());
  for (;;) {
    all.push_back(bargaining::utility(problem, 0, deal));
    std::size_t k = deal.size();
    while (k > 0 && ++deal[k - 1] == problem.issues[k - 1].options.size()) deal[--k] = 0;
    if (k == 0) return all;
  }
}

testing::Matcher<std::vector<double>> near(std::vector<double> expected) {
  return Pointwise(DoubleNear(1e-12), std::move(expected));
}

const std::string kAb =
    "<issue index='1' name='I' type='discrete'><item index='1' value='a'/>"
    "<item index='2' value='b'/></issue>";
const std::string kAbProfile =
    "<issue index='1' name='I' type='discrete'><item index='1' value='a' evaluation='1'/>"
    "<item index='2' value='b' evaluation='4'/></issue>";

TEST(Genius, EvaluationsAreDividedByTheLargestOfTheIssue) {
  const auto result =
      must_read(domain_of(kAb), profile_of(kAbProfile + "<weight index='1' value='0.5'/>"));
  EXPECT_THAT(utilities(result.problem), near({0.125, 0.5}));
  EXPECT_EQ(result.problem.parties[0].name, "one");
  EXPECT_EQ(result.problem.parties[0].reservation, 0);
}

TEST(Genius, EvaluationsThatAreAllNextToNothingCountNothing) {
  const auto result = must_read(
      domain_of(kAb),
      profile_of("<issue index='1' name='I'><item value='a' evaluation='0.000001'/>"
                 "<item value='b' evaluation='0'/></issue><weight index='1' value='1'/>"));
  EXPECT_THAT(utilities(result.problem), near({0, 0}));
}

TEST(Genius, ValuesAreMatchedByTheirTextNotByIndex) {
  const auto result = must_read(
      domain_of(kAb),
      profile_of(
          "<issue index='1' name='I'><item index='1' value='b' evaluation='4'/>"
          "<item index='2' value='a' evaluation='1'/></issue><weight index='1' value='1'/>"));
  EXPECT_THAT(utilities(result.problem), near({0.25, 1}));
}

TEST(Genius, IndicesAreKeysWithGapsAndObjectivesMayNest) {
  const auto with = [&](const std::string& x, const std::string& y) {
    return "<issue index='7' name='late'><item value='x'" + x + "/><item value='y'" + y +
           "/></issue>";
  };
  const auto result = must_read(
      domain_of("<objective index='9'>" + with("", "") +
                "</objective><issue index='2' name='early'><item value='only'/></issue>"),
      profile_of("<weight index='2' value='0.25'/><objective index='9'>" +
                 with(" evaluation='3'", " evaluation='6'") +
                 "<weight index='7' value='0.75'/></objective>"
                 "<issue index='2' name='early'><item value='only' evaluation='2'/></issue>"
                 "<weight index='9' value='1'/>"));
  ASSERT_EQ(result.problem.issues.size(), 2U);
  EXPECT_EQ(result.problem.issues[0].name, "early");
  EXPECT_EQ(result.problem.issues[1].name, "late");
  EXPECT_THAT(utilities(result.problem), near({0.25 + 0.375, 1}));
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings[0].code, "unused-weight");
}

TEST(Genius, IntegerEvaluatorsCountFromTheLowerBoundAndAreCut) {
  const std::string bounds =
      "<issue index='1' name='P' type='integer' lowerbound='-5' upperbound='5'";
  const auto result =
      must_read(domain_of(bounds + "/>"),
                profile_of(bounds + "><evaluator ftype='linear' slope='0.08' offset='0.3'/></issue>"
                                    "<weight index='1' value='1'/>"));
  EXPECT_THAT(utilities(result.problem),
              near({0.3, 0.38, 0.46, 0.54, 0.62, 0.7, 0.78, 0.86, 0.94, 1, 1}));
  EXPECT_EQ(result.problem.issues[0].options[0].name, "-5");
  EXPECT_EQ(result.problem.issues[0].kind, bargaining::IssueKind::integer);
}

TEST(Genius, IntegerEvaluatorsInTheOlderSpellingAndBoundsOnARange) {
  const auto result = must_read(
      domain_of("<issue index='1' name='P' vtype='Integer'><range lowerbound='1' "
                "upperbound='3'/></issue>"),
      profile_of("<issue index='1' name='P' vtype='integer'><evaluator ftype='linear' "
                 "parameter0='1' parameter1='-0.5'/></issue><weight index='1' value='1'/>"));
  EXPECT_THAT(utilities(result.problem), near({1, 0.5, 0}));
}

TEST(Genius, RealEvaluatorsDoNotCountFromTheLowerBound) {
  const std::string range = "<range lowerbound='1' upperbound='3'/>";
  const std::string start = "<issue index='1' name='P' type='real'>" + range;
  const auto with = [&](const std::string& evaluator) {
    return utilities(must_read(domain_of(start + "</issue>"),
                               profile_of(start + "<evaluator " + evaluator +
                                          "/></issue><weight index='1' value='1'/>"),
                               {.real_steps = 4})
                         .problem);
  };
  EXPECT_THAT(with("ftype='linear' parameter0='-0.5' parameter1='0.5'"),
              near({0, 0.25, 0.5, 0.75, 1}));
  EXPECT_THAT(with("ftype='linear' parameter0='-1' parameter1='1'"), near({0, 0.5, 1, 1, 1}));
  EXPECT_THAT(with("ftype='constant' parameter0='0.4'"), near({0.4, 0.4, 0.4, 0.4, 0.4}));
  EXPECT_THAT(with("ftype='triangular' parameter0='1.5' parameter1='3' parameter2='2'"),
              near({0, 0, 1, 0.5, 0}));
}

TEST(Genius, ARealIssueIsSteppedVisibly) {
  const std::string start =
      "<issue index='1' name='P' type='real'><range lowerbound='0' upperbound='1'/>";
  const auto result =
      must_read(domain_of(start + "</issue>"),
                profile_of(start + "<evaluator ftype='constant' parameter0='1'/></issue>"
                                   "<weight index='1' value='1'/>"));
  EXPECT_EQ(result.problem.issues[0].options.size(), 101U);
  EXPECT_THAT(
      lines(result.warnings),
      ElementsAre("domain.xml:1:59: warning: “P” takes any number from 0 to 1; looked at in "
                  "steps of 0.01"));
}

TEST(Genius, TheSumIsCutToOne) {
  const auto result = must_read(
      domain_of(kAb + "<issue index='2' name='J'><item value='c'/><item value='d'/></issue>"),
      profile_of(kAbProfile + "<issue index='2' name='J'><item value='c' evaluation='0'/>"
                              "<item value='d' evaluation='1'/></issue>"
                              "<weight index='1' value='0.8'/><weight index='2' value='0.6'/>"));
  EXPECT_THAT(utilities(result.problem), near({0.2, 0.8, 0.8, 1}));
  EXPECT_THAT(result.warnings, IsEmpty());
}

TEST(Genius, ReservationIsOnTheScaleOfUtilitiesAndDiscountsAreLeftOut) {
  const auto result = must_read(
      domain_of(kAb), profile_of(kAbProfile + "<weight index='1' value='1'/>",
                                 "<reservation value='0.3'/><discount_factor value='0.5'/>"));
  EXPECT_EQ(result.problem.parties[0].reservation, 0.3);
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings[0].code, "discount-ignored");
  EXPECT_THAT(must_read(domain_of(kAb), profile_of(kAbProfile + "<weight index='1' value='1'/>",
                                                   "<discount_factor value='0'/>"))
                  .warnings,
              IsEmpty());
}

TEST(Genius, IssuesAndWeightsMayStandDirectlyBelowTheSpace) {
  const std::string profile =
      "<utility_space><weight index='1' value='0.5'/>" + kAbProfile + "</utility_space>";
  EXPECT_THAT(utilities(must_read(domain_of(kAb), profile).problem), near({0.125, 0.5}));
  const std::string domain =
      "<negotiation_template><utility_space>" + kAb + "</utility_space></negotiation_template>";
  EXPECT_THAT(utilities(must_read(domain, profile).problem), near({0.125, 0.5}));
}

TEST(Genius, OfWhatIsStatedTwiceTheLastCounts) {
  const std::string domain =
      "<issue index='1' name='I' type='discrete'><item index='1' value='a'/>"
      "<item index='1' value='a'/><item index='2' value='b'/></issue>";
  const std::string profile =
      "<issue index='1' name='I' type='discrete'><item index='1' value='a' evaluation='8'/>"
      "<item index='1' value='a' evaluation='1'/><item index='2' value='b' evaluation='4'/>"
      "</issue><weight index='1' value='0.9'/><weight index='1' value='0.5'/>";
  const ReadProblem found = must_read(domain_of(domain), profile_of(profile));
  EXPECT_THAT(utilities(found.problem), near({0.125, 0.5}));
  EXPECT_THAT(lines(found.warnings),
              ElementsAre(HasSubstr("“a” stands twice among the values of “I” and is one of them"),
                          HasSubstr("“a” of “I” is evaluated twice; this one, 1, counts"),
                          HasSubstr("a second weight of “I”; this one, 0.5, counts")));
}

// No reservation value, however far, is more than a mistake in the file.
TEST(Genius, ReservationValuesBeyondMeasure) {
  const auto with = [](const std::string& value) {
    return profile_of(kAbProfile + "<weight index='1' value='1'/>",
                      "<reservation value='" + value + "'/>");
  };
  for (const char* value : {"1e308", "-1e308", "1e10", "-1e300"}) {
    EXPECT_THAT(mistakes(domain_of(kAb), with(value)),
                ElementsAre(HasSubstr("beyond comparison with utilities")))
        << value;
  }
  for (const char* value : {"1e400", "-1e400", "inf", "-Infinity", "NaN", "1e", ""}) {
    EXPECT_EQ(mistakes(domain_of(kAb), with(value)).size(), 1U) << value;
  }
  for (const char* value : {"1e9", "-1e9", "1e-320", "-0"}) {
    const auto found = bargaining::analyse(must_read(domain_of(kAb), with(value)).problem);
    ASSERT_TRUE(found) << value;
    EXPECT_EQ(found->zone.exists, std::string(value) != "1e9") << value;
  }
}

TEST(GeniusMistakes, EvaluationsThatOverflow) {
  for (const char* value : {"-1e308", "-1.7976931348623157e308"}) {
    const std::string profile =
        "<issue index='1' name='I'><item value='a' evaluation='" + std::string(value) +
        "'/><item value='b' evaluation='1e-4'/></issue><weight index='1' value='1'/>";
    EXPECT_EQ(mistakes(domain_of(kAb), profile_of(profile)).size(), 1U) << value;
  }
  const std::string heavy = kAbProfile + "<weight index='1' value='1e300'/>";
  EXPECT_TRUE(bargaining::analyse(must_read(domain_of(kAb), profile_of(heavy)).problem));
}

TEST(Genius, HyperRectanglesAreSummedAndDividedByTheLargest) {
  const std::string issues =
      "<issue index='1' name='X' type='integer' lowerbound='0' upperbound='2'/>"
      "<issue index='2' name='Y' type='integer' lowerbound='0' upperbound='1'/>";
  const std::string profile =
      "<utility_space type='nonlinear'><objective>" + issues +
      "<utility maxutility='10'><ufun type='PlainUfun' weight='7' aggregation='sum'>"
      "<hyperRectangle utility='2'><INCLUDES index='1' min='1' max='2'/></hyperRectangle>"
      "<hyperRectangle utility='2' weight='2'><INCLUDES index='1' min='2' max='2'/>"
      "<INCLUDES index='2' min='1' max='9'/></hyperRectangle>"
      "<ufun type='PlainUfun' weight='0.5'><hyperRectangle utility='6'>"
      "<EXCLUDES index='1' min='0' max='1'/><EXCLUDES index='2' min='0' max='0'/></hyperRectangle>"
      "</ufun><hyperRectangle utility='1'/></ufun></utility></objective></utility_space>";
  const auto result = must_read(domain_of(issues), profile);
  // (x, y): 1 always, 2 from x = 1, 4 more at (2, 1), 3 but where x <= 1 and y = 0.
  EXPECT_THAT(utilities(result.problem), near({0.1, 0.4, 0.3, 0.6, 0.6, 1}));
}

TEST(Genius, HyperRectanglesThatTieTooMuchAreNamedAsUnsupported) {
  std::string issues;
  std::string bounds;
  for (int i = 1; i <= 10; ++i) {
    const std::string index = std::to_string(i);
    issues += "<issue index='" + index + "' name='I" + index +
              "' type='integer' lowerbound='0' upperbound='9'/>";
    bounds += "<INCLUDES index='" + index + "' min='2' max='5'/>";
  }
  EXPECT_THAT(mistakes(domain_of(issues),
                       "<utility_space type='nonlinear'><objective>" + issues +
                           "<utility maxutility='1'><ufun><hyperRectangle utility='1'>" + bounds +
                           "</hyperRectangle></ufun></utility></objective></utility_space>"),
              ElementsAre("domain.xml:1:1: error: the hyper-rectangles are too many: 1 of them tie "
                          "10 issues together, which have 1e+10 combinations"));
  const std::string one =
      "<issue index='1' name='I' type='integer' lowerbound='0' upperbound='9'/>";
  EXPECT_THAT(
      mistakes(domain_of(one), "<utility_space type='nonlinear'><objective>" + one +
                                   "<utility maxutility='1'><ufun aggregation='max'/>"
                                   "</utility></objective></utility_space>"),
      ElementsAre(HasSubstr("hyper-rectangles with the aggregation “max” are not supported")));
}

// One issue, four values (a test fact of this project).
TEST(Genius, ASingleIssueIsSolvedAsComputedByHand) {
  const auto result =
      read_genius(scenario("single.xml"), {scenario("single_a.xml"), scenario("single_b.xml")});
  ASSERT_TRUE(result);
  const auto analysis = bargaining::analyse(result->problem);
  ASSERT_TRUE(analysis);
  EXPECT_EQ(analysis->frontier.points.size(), 4U);
  EXPECT_NEAR(analysis->solutions[0].value, 0.315, 1e-12);
  EXPECT_THAT(analysis->solutions[0].maximisers[0].utilities, near({0.45, 0.7}));
  EXPECT_THAT(analysis->solutions[1].maximisers[0].utilities, near({0.45, 0.7}));
  EXPECT_NEAR(*analysis->opposition, 0.6264982043070835, 1e-12);
}

// Two issues; the seller lists its values in another order and evaluates on another scale.
TEST(Genius, ASaleIsSolvedAsComputedByHand) {
  const auto result =
      read_genius(scenario("sale.xml"), {scenario("seller.xml"), scenario("buyer.xml")});
  ASSERT_TRUE(result);
  const auto analysis = bargaining::analyse(result->problem);
  ASSERT_TRUE(analysis);
  EXPECT_EQ(analysis->zone.outcomes->to_string(), "5");
  EXPECT_EQ(analysis->frontier.points.size(), 4U);
  EXPECT_NEAR(analysis->solutions[0].value, 0.098, 1e-12);
  EXPECT_NEAR(analysis->solutions[1].value, 0.4, 1e-12);
  EXPECT_NEAR(analysis->solutions[2].value, 0.28, 1e-12);
  EXPECT_EQ(analysis->solutions[3].maximisers.size(), 2U);
  EXPECT_NEAR(*analysis->opposition, 0.5161395160225577, 1e-12);
}

TEST(GeniusMistakes, EntitiesAndDocumentTypesAreRefused) {
  const std::string profile = profile_of(kAbProfile + "<weight index='1' value='1'/>");
  EXPECT_THAT(
      mistakes("<!DOCTYPE x [<!ENTITY a 'b'>]>\n" + domain_of(kAb), profile),
      ElementsAre("domain.xml:1:1: error: the file declares a document type, and through it "
                  "entities or other files (delete the <!DOCTYPE …> declaration)"));
  EXPECT_THAT(mistakes(domain_of("\n<issue index='1' name='&lol;'/>"), profile),
              ElementsAre("domain.xml:2:24: error: the entity “&lol;” is not read (write what it "
                          "stands for)"));
}

TEST(GeniusMistakes, AllOfThemAreTold) {
  EXPECT_THAT(
      mistakes(domain_of(kAb),
               "<utility_space>\n<objective>\n"
               "<issue index='1' name='I'><item value='a' evaluation='one'/>\n"
               "<item value='b'/></issue>\n"
               "<weight index='1' value='-2'/>\n"
               "</objective><reservation value='nan'/></utility_space>"),
      ElementsAre("one.xml:3:27: error: “evaluation” of <item> is not a number: “one”",
                  "one.xml:4:1: error: <item> lacks “evaluation”",
                  "one.xml:5:1: error: the weight of “I” is negative (-2) (turn the values of the "
                  "issue round instead)",
                  "one.xml:6:13: error: “value” of <reservation> is not finite"));
}

TEST(GeniusMistakes, AProfileOfAnotherDomain) {
  EXPECT_THAT(
      mistakes(domain_of(kAb), profile_of("<issue index='1' name='Colour'><item value='red' "
                                          "evaluation='1'/></issue><weight index='1' value='1'/>")),
      ElementsAre("one.xml:1:1: error: this profile is for another domain: it says nothing about "
                  "“I”, but it speaks of “Colour”, which the domain does not have"));
  EXPECT_THAT(
      mistakes(domain_of(kAb), profile_of("<issue index='1' name='I'><item value='a' "
                                          "evaluation='1'/><item value='c' evaluation='2'/>"
                                          "</issue><weight index='1' value='1'/>")),
      ElementsAre("one.xml:1:37: error: “I” (issue 1) has no evaluation of “b”, but of “c”, which "
                  "the domain does not know (values are matched by their text; is this a profile "
                  "for another domain?)"));
}

TEST(GeniusMistakes, TooManyOptionsTakeNoMemory) {
  const std::string issue =
      "<issue index='1' name='P' type='integer' lowerbound='1' upperbound='1000000000'/>";
  EXPECT_THAT(mistakes(domain_of(issue), profile_of(issue)),
              ElementsAre("domain.xml:1:59: error: “P” from 1 to 1000000000 by 1 has more than "
                          "100000 options (take a wider step)"));
}

TEST(GeniusMistakes, WeightsThatAreAllZero) {
  EXPECT_THAT(mistakes(domain_of(kAb), profile_of(kAbProfile)),
              ElementsAre("one.xml:1:1: error: all weights of this profile are 0"));
}

TEST(GeniusMistakes, FilesInTheWrongPlace) {
  EXPECT_THAT(
      mistakes(profile_of(kAbProfile), domain_of(kAb)),
      ElementsAre(HasSubstr("domain.xml:1:1: error: this is a profile, where the domain is wanted"),
                  HasSubstr("one.xml:1:1: error: this is a domain, where a profile is wanted")));
  EXPECT_THAT(
      mistakes("<tournament/>", profile_of(kAbProfile)),
      ElementsAre(HasSubstr("<tournament> begins neither a domain nor a profile of GENIUS")));
  EXPECT_THAT(mistakes("Cypress 1.0, 0.3\n", profile_of(kAbProfile)),
              ElementsAre(HasSubstr("this is not well-formed XML")));
}

}  // namespace
}  // namespace parley::formats
