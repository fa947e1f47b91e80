#include "parley/casefile/reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "casefile/support.hpp"

namespace parley::casefile {
namespace {

const std::string kParties = R"(parley: 1
title: Two sides
parties:
  north: {name: North}
  south: {name: South}
issues:
  border: {title: The border, options: {keep: As it is, move: Moved}}
)";

std::string with_parties(std::string_view rest) {
  std::string text = kParties;
  return text.append(rest);
}

TEST(Reader, ReadsASmallCase) {
  const Result<ReadCase> read = read_case_text(kParties, "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  EXPECT_EQ(lines(read->warnings), "");
  EXPECT_EQ(read->value.parties.size(), 2U);
  EXPECT_EQ(read->value.issues[0].second.options[1].second.title, "Moved");
  EXPECT_EQ(read->value.issues[0].second.place.line, 7U);
}

TEST(Reader, FindsMistakesOfEveryKindAtOnce) {
  const Result<ReadCase> read = read_case_text(with_parties(R"(
positions:
  nort:
    border: {priority: 45..30, prefers: [keep, mvoe], judged_by: A, reason: B}
  south:
    border: {priorty: vital, judged_by: A, reason: B}
)"),
                                               "case.yaml", {});
  ASSERT_FALSE(read);
  EXPECT_EQ(lines(read.error().diagnostics),
            "case.yaml:10:3: error: there is no party “nort” (did you mean north?)\n"
            "case.yaml:11:24: error: the range “45..30” does not rise from low to high "
            "(did you mean 30..45?)\n"
            "case.yaml:11:48: error: this issue has no option “mvoe” (did you mean move?)\n"
            "case.yaml:13:14: error: there is no key “priorty” here (did you mean priority?)\n");
}

TEST(Reader, FindsTheSpanOfAQuote) {
  const Result<ReadCase> read = read_case_text(with_parties(R"(
reports: {wire: {file: wire.txt}}
positions:
  north: {border: {evidence: [{report: wire, quote: keep it}, wire#0-4]}}
)"),
                                               "case.yaml", {{"wire.txt", "“We” will keep it."}});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  const Grounds& grounds = read->value.positions[0].second[0].second.grounds;
  EXPECT_EQ(grounds.evidence[0].span, (Span{10, 17}));
  EXPECT_EQ(grounds.evidence[1].span, (Span{0, 4}));
}

}  // namespace
}  // namespace parley::casefile
