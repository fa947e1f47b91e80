#include "scoring/gold.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "own_folder.hpp"
#include "parley/base/files.hpp"

namespace parley::scoring {
namespace {

constexpr const char* kFolders[] = {PARLEY_SOURCE_DIR "/tests/record/gold",
                                    PARLEY_SOURCE_DIR "/tests/record/held_out"};

// Every snippet of the gold is verbatim in its report: read_gold fails otherwise.
TEST(Gold, IsVerbatim) {
  std::size_t reports = 0;
  for (const char* folder : kFolders) {
    const Result<Gold> gold = read_gold(folder);
    if (!gold) {
      for (const Diagnostic& each : gold.error().diagnostics) ADD_FAILURE() << to_text(each);
      continue;
    }
    reports += gold->reports.size();
    for (const GoldReport& report : gold->reports) {
      for (const GoldItem& item : report.items) {
        if (item.list == "actors") continue;
        EXPECT_EQ(report.text.slice(item.span), item.fields.at("text").get<std::string>());
      }
    }
  }
  EXPECT_EQ(reports, 20U);
}

TEST(Gold, NamesIssuesOfTheCatalogueOnly) {
  const Result<Text> catalogue =
      read_text_file(PARLEY_SOURCE_DIR "/data/catalogue/issues.yaml", 1U << 20U);
  ASSERT_TRUE(catalogue);
  std::set<std::string> issues;
  for (const char* folder : kFolders) {
    const Result<Gold> gold = read_gold(folder);
    ASSERT_TRUE(gold);
    for (const GoldReport& report : gold->reports) {
      for (const GoldItem& item : report.items) {
        if (item.list != "stances") continue;
        const Json& issue = item.fields.at("issue");
        if (issue.is_string()) issues.insert(issue.get<std::string>());
        if (issue.is_array()) {
          for (const Json& each : issue) issues.insert(each.get<std::string>());
        }
      }
    }
  }
  EXPECT_GT(issues.size(), 10U);
  for (const std::string& issue : issues) {
    EXPECT_NE(catalogue->utf8().find("\n  " + issue + ":\n"), std::string::npos) << issue;
  }
}

TEST(Gold, NamesEverySnippetThatIsNotVerbatim) {
  const OwnFolder own;
  const std::string folder = own.path().string();
  ASSERT_TRUE(write_file(folder + "/a.txt", "one two one"));
  ASSERT_TRUE(write_file(folder + "/a.json",
                         R"({"file": "a.txt", "date": null, "quotes": [{"text": "one", "nth": 2},
                             {"text": "one", "nth": 3}, {"text": "three"}]})"));
  ASSERT_TRUE(write_file(folder + "/relations.json", "{"));
  const Result<Gold> gold = read_gold(folder);
  ASSERT_FALSE(gold);
  std::vector<std::string> codes;
  for (const Diagnostic& each : gold.error().diagnostics) codes.push_back(each.code);
  EXPECT_EQ(codes,
            (std::vector<std::string>{"gold-not-verbatim", "gold-not-verbatim", "gold-not-json"}));
}

}  // namespace
}  // namespace parley::scoring
