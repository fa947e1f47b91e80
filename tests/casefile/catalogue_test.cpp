#include "parley/casefile/catalogue.hpp"

#include <gtest/gtest.h>

#include "casefile/support.hpp"
#include "parley/casefile/reader.hpp"

namespace parley::casefile {
namespace {

TEST(Catalogue, EveryIssueHasATitleOptionsAndCues) {
  EXPECT_GE(catalogue().size(), 20U);
  for (const auto& [name, issue] : catalogue()) {
    EXPECT_FALSE(issue.title.empty()) << name;
    EXPECT_GE(issue.options.size(), 2U) << name;
    EXPECT_FALSE(issue.cues.empty()) << name;
    for (const auto& [id, option] : issue.options) EXPECT_FALSE(option.title.empty()) << id;
  }
}

TEST(Catalogue, ACaseTakesWhatItDoesNotSay) {
  const Result<ReadCase> read = read_case_text(R"(parley: 1
title: T
parties: {}
issues:
  a: {issue: territory}
  b: {issue: territory, title: Two valleys, kind: set, options: {east: East, west: West}}
)",
                                               "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  const Issue& generic = *catalogue().find("territory");
  const Issue& whole = *read->value.issues.find("a");
  EXPECT_EQ(whole.title, generic.title);
  EXPECT_EQ(whole.options, generic.options);
  const Issue& changed = *read->value.issues.find("b");
  EXPECT_EQ(changed.title, "Two valleys");
  EXPECT_EQ(changed.kind, IssueKind::set);
  EXPECT_EQ(changed.options.size(), 2U);
  EXPECT_EQ(changed.cues, generic.cues);
}

TEST(Catalogue, SaysWhatIsWrongWithAnotherFile) {
  const auto problems = [](const char* yaml) {
    const Result<Named<Issue>> read = read_catalogue(*Text::from_utf8(yaml, ""), "issues.yaml");
    return read ? std::string() : lines(read.error().diagnostics);
  };
  EXPECT_EQ(problems("issues: {a: {title: A, options: {x: X, y: Y}}}"), "");
  EXPECT_EQ(problems("topics: {}"),
            "issues.yaml: error: the key “issues” is missing "
            "(a catalogue has one top-level map, `issues`)\n");
  EXPECT_EQ(problems("issues: {a: {titel: A}}"),
            "issues.yaml:1:10: error: the key “title” is missing "
            "(the issue in words; or start from the catalogue with `issue:`)\n"
            "issues.yaml:1:14: error: there is no key “titel” here (did you mean title?)\n");
}

}  // namespace
}  // namespace parley::casefile
