#include "parley/casefile/writer.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <string>

#include "casefile/confidential_case.hpp"
#include "casefile/generated_case.hpp"
#include "casefile/support.hpp"
#include "parley/casefile/reader.hpp"

namespace parley::casefile {
namespace {

TEST(Writer, WhatItWroteReadsAsAnEqualCase) {
  setenv("RC_PARAMS", "seed=20251203 max_success=300", 0);  // fixed, and can be overridden
  EXPECT_TRUE(rc::check("reading what was written gives an equal case", [] {
    Case value = CaseGenerator().draw();
    ReportFiles files;
    for (const auto& [id, report] : value.reports) {
      files[report.file] = "words, words";
      value.texts.add(id, *Text::from_utf8("words, words", ""));
    }
    const std::string yaml = write_case(value);
    RC_LOG(yaml);
    const Result<ReadCase> read = read_case_text(yaml, "case.yaml", files);
    if (!read) RC_FAIL(lines(read.error().diagnostics));
    value.sections = read->value.sections;
    RC_ASSERT(read->value == value);
    RC_ASSERT(write_case(read->value) == yaml);
  }));
}

TEST(Writer, ShippedCasesComeBackEqual) {
  for (const std::string& folder : shipped_cases()) {
    const Result<ReadCase> read = read_case(folder);
    ASSERT_TRUE(read) << lines(read.error().diagnostics);
    ReportFiles files;
    for (const auto& [id, report] : read->value.reports) {
      files[report.file] = read->value.texts.find(id)->utf8();
    }
    const std::string yaml = write_case(read->value);
    const Result<ReadCase> again = read_case_text(yaml, read->value.file, files);
    ASSERT_TRUE(again) << lines(again.error().diagnostics) << yaml;
    EXPECT_TRUE(again->value == read->value) << yaml;
    EXPECT_EQ(write_case(again->value), yaml);
  }
}

TEST(Writer, KeepsOrderAndSpellings) {
  // The writer's own layout, so that it comes back byte by byte.
  const std::string yaml = R"(parley: 1
title: Two sides
drafts:
  first: {title: First text, terms: {border: keep}}
  second: {title: Second text, amends: first, terms: {border: [keep, move]}, unknown: all}
round: {every: 7 days, horizon: 12}
factors: {front: How the front moves}
parties:
  "NO": {name: Norway}
  south: {name: South, role: mediator}
issues:
  border: {title: The border, options: {keep: As it is, move: {title: Moved, note: by treaty}}}
  land: {issue: territory}
positions:
  "NO":
    border: {priority: vital, prefers: [keep, move], red_lines: [move]}
    land: {priority: 30..45, ideal: full_return}
no_deal:
  "NO": {between: [first, second], trend: -2..0}
  south: {value: {value: 30..40..55, factors: {front: 0.8}}}
answers:
  - {party: south, draft: first, answer: rejected, sincere: very likely}
events:
  cut: {title: Aid ends, odds: 2%..5%, no_deal: {south: -10..-5}}
)";
  const Result<ReadCase> read = read_case_text(yaml, "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  EXPECT_EQ(write_case(read->value), yaml);
}

TEST(WrittenEntries, HaveThePathsByWhichAPersonWouldNameThem) {
  const Case value = confidential_case("#p");
  std::vector<std::string> paths;
  for (const WrittenEntry& each : written_entries(value)) paths.push_back(each.path);
  EXPECT_THAT(paths, testing::IsSupersetOf({"title", "parties/velm", "issues/tolls",
                                            "positions/velm/harbour", "linkages", "no_deal/velm",
                                            "answers", "drafts/first", "drafts/first/terms/harbour",
                                            "moves/ostria/blockade"}));
}

TEST(WrittenEntries, ChangeWhereTheCaseDoes) {
  const Case before = confidential_case("#p");
  Case after = before;
  after.answers.front().answer = AnswerKind::rejected;
  const std::vector<WrittenEntry> old = written_entries(before);
  const std::vector<WrittenEntry> now = written_entries(after);
  ASSERT_EQ(old.size(), now.size());
  for (std::size_t i = 0; i < old.size(); ++i) {
    EXPECT_EQ(old[i] == now[i], old[i].path != "answers") << old[i].path;
  }
}

}  // namespace
}  // namespace parley::casefile
