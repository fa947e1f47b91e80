#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "brief/files.hpp"
#include "casefile/confidential_case.hpp"
#include "casefile/filled_case.hpp"
#include "casefile/support.hpp"
#include "parley/assess/json.hpp"
#include "parley/brief/compose.hpp"
#include "parley/brief/spreadsheet.hpp"
#include "parley/casefile/public_case.hpp"
#include "parley/drafting/folder.hpp"
#include "parley/record/json.hpp"

namespace parley::brief {
namespace {

// Everything that `parley brief` writes or prints, by name.
std::map<std::string, std::string> outputs_of(const casefile::Case& source) {
  const auto assessment = assess::assess(source, {1, 200}, {});
  EXPECT_TRUE(assessment);
  const auto record = drafting::record_of(source, {});
  EXPECT_TRUE(record);
  const Brief brief = compose(source, *assessment, Edition::team, &*record);
  const auto sheets = to_spreadsheet(brief, source, *assessment);
  EXPECT_TRUE(sheets);
  std::map<std::string, std::string> outputs{
      {"brief.html", to_html(brief)},
      {"brief.md", to_markdown(brief)},
      {"assessment.json", assess::to_json(*assessment, source).dump(2)},
      {"record.json", record::to_json(*record).dump(2)},
      {"brief.xlsx", sheets.value_or("")},
      {"summary", summary(source, *assessment)}};
  for (auto& [name, text] : unzipped(outputs["brief.xlsx"])) outputs["brief.xlsx/" + name] = text;
  return outputs;
}

bool holds_the_mark(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text.find(casefile::kMark) != std::string::npos;
}

TEST(PublicBrief, IsThatOfACaseThatNeverHadTheConfidentialEntries) {
  const auto open = casefile::for_public(casefile::confidential_case("#c"));
  ASSERT_TRUE(open);
  const auto shown = outputs_of(open->value);
  const auto never_knew = outputs_of(casefile::confidential_case("#p"));
  ASSERT_EQ(shown.size(), never_knew.size());
  for (const auto& [name, bytes] : shown) {
    EXPECT_TRUE(bytes == never_knew.at(name)) << name;
    EXPECT_FALSE(holds_the_mark(bytes)) << name;
  }
}

// So that the test above means something: the team's brief shows what the public's must not.
TEST(PublicBrief, DiffersFromThatOfTheTeam) {
  for (const auto& [name, bytes] : outputs_of(casefile::confidential_case("#c"))) {
    const bool shows_text = name == "brief.html" || name == "brief.md" ||
                            name == "assessment.json" || name == "brief.xlsx/xl/sharedStrings.xml";
    if (shows_text) {
      EXPECT_TRUE(holds_the_mark(bytes)) << name;
    }
  }
}

// In every wording of a case made from the table of fields.
TEST(PublicBrief, HoldsNoConfidentialNameFromAnyField) {
  for (const char* disguise : {"Zorblax pays", "ZOR\u00ADBLAX’S plan", "the Ｚｏｒｂｌａｘｅｓ"}) {
    casefile::FilledCase maker;
    maker.spoil_wordings = true;
    maker.instead = disguise;
    const casefile::Case full = casefile::with_zorblax(maker);
    const auto open = casefile::for_public(full);
    ASSERT_TRUE(open) << casefile::lines(open.error().diagnostics);
    for (const auto& [name, bytes] : outputs_of(open->value)) {
      EXPECT_FALSE(casefile::names_zorblax(bytes)) << name;
    }
    EXPECT_TRUE(casefile::names_zorblax(outputs_of(full).at("brief.html")));
  }
}

}  // namespace
}  // namespace parley::brief
