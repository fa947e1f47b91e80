#include "parley/casefile/new_case.hpp"

#include <gtest/gtest.h>

#include <sstream>
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
  EXPECT_TRUE(read->warnings.empty()) << lines(read->warnings);
}

TEST(NewCase, HoldsNoNumberThatAnAnswerCouldRestOn) {
  const Result<std::string> text = case_template({"T", {}, {"territory", "ceasefire"}});
  ASSERT_TRUE(text);
  const Result<ReadCase> read = read_case_text(*text, "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  EXPECT_TRUE(read->value.positions.empty());
  EXPECT_TRUE(read->value.no_deal.empty());
}

// The examples become entries when their comment signs are taken away.
TEST(NewCase, ItsExamplesOfPositionsAndNoDealAreValid) {
  const Result<std::string> text = case_template({"T", {}, {"territory", "ceasefire"}});
  ASSERT_TRUE(text);
  std::string edited;
  std::istringstream all(*text);
  bool is_example = false;
  for (std::string line; std::getline(all, line);) {
    if (line.starts_with("positions:") || line.starts_with("no_deal:")) is_example = false;
    if (line == "positions: {}" || line == "no_deal: {}") continue;
    if (is_example) line = line.substr(2);
    if (line.starts_with("# For example, of each side")) edited += "positions:\n";
    if (line.starts_with("# For example; every answer")) edited += "no_deal:\n";
    if (line.starts_with("# For example, of each side") ||
        line.starts_with("# For example; every answer")) {
      is_example = true;
      continue;
    }
    edited += line + "\n";
  }
  const Result<ReadCase> read = read_case_text(edited, "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics) << edited;
  EXPECT_EQ(read->value.positions.size(), 2U);
  EXPECT_EQ(read->value.positions.at("side_a").size(), 2U);
  EXPECT_EQ(read->value.no_deal.size(), 2U);
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
