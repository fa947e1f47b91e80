#include "parley/casefile/new_case.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "casefile/support.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/reader.hpp"

namespace parley::casefile {
namespace {

TEST(NewCase, PassesTheReaderWithWarningsOnly) {
  NewCase wanted{"Talks: a “first” #1 try", Date::from_iso("2025-12-03"), {}};
  for (const auto& each : catalogue()) wanted.issues.push_back(each.first);
  const Result<std::string> text = case_template(wanted);
  ASSERT_TRUE(text);
  const Result<ReadCase> read = read_case_text(*text, "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics) << *text;
  EXPECT_EQ(read->value.title, wanted.title);
  EXPECT_EQ(read->value.as_of, wanted.as_of);
  EXPECT_EQ(read->value.issues.size(), catalogue().size());
  EXPECT_EQ(read->value.positions.size(), 2U);
  for (const Diagnostic& each : read->warnings) EXPECT_EQ(each.code, "no-grounds");
}

TEST(NewCase, CanBeEmptyOfIssues) {
  const Result<std::string> text = case_template({});
  ASSERT_TRUE(text);
  const Result<ReadCase> read = read_case_text(*text, "case.yaml", {});
  EXPECT_TRUE(read) << lines(read.error().diagnostics);
}

TEST(NewCase, RefusesIssuesThatAreNotInTheCatalogue) {
  const Result<std::string> text = case_template({"T", {}, {"teritory", "territory", "territory"}});
  ASSERT_FALSE(text);
  EXPECT_EQ(lines(text.error().diagnostics),
            "error: the catalogue has no issue “teritory” (did you mean territory?)\n"
            "error: the issue “territory” is wanted twice (name it once)\n");
}

}  // namespace
}  // namespace parley::casefile
