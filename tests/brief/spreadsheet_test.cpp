#include "parley/brief/spreadsheet.hpp"

#include <gtest/gtest.h>

#include "brief/files.hpp"
#include "brief/hand_made.hpp"

namespace parley::brief {
namespace {

HandMade one_draft(const std::string& title) {
  HandMade made =
      hand_made({"drafts: {first: {title: \"", title, "\", terms: {harbour: shared}}}\n"});
  add_draft(made, {0.25, 0.5}, {0.75, 0.75}, {0.125, 0.5});
  estimate_no_deal(made);
  return made;
}

std::string workbook(const HandMade& made, const std::string& name) {
  const std::string path = folder_for_tests("sheets") + "/" + name;
  EXPECT_TRUE(
      write_spreadsheet(path, compose(made.source, made.assessment), made.source, made.assessment));
  return bytes_of(path);
}

TEST(Spreadsheet, HasASheetForEachThingToShow) {
  const auto files = unzipped(workbook(one_draft("First"), "a.xlsx"));
  const std::string& book = files.at("xl/workbook.xml");
  for (const char* name : {"Matrix", "Drafts", "Odds", "Sources"}) {
    EXPECT_NE(book.find("name=\"" + std::string(name) + "\""), std::string::npos) << name;
  }
  EXPECT_EQ(book.find("Packages"), std::string::npos);  // there are none
  EXPECT_NE(files.at("xl/worksheets/sheet3.xml").find("<v>0.125</v>"), std::string::npos);
}

TEST(Spreadsheet, GivesNoOddsMadeFromNothing) {
  HandMade made = one_draft("First");
  made.source.no_deal = {};
  const auto files = unzipped(workbook(made, "e.xlsx"));
  EXPECT_EQ(files.at("xl/workbook.xml").find("name=\"Odds\""), std::string::npos);
}

TEST(Spreadsheet, TakesNoTextForAFormula) {
  const auto files = unzipped(workbook(one_draft("=1+1 <b>"), "b.xlsx"));
  EXPECT_NE(files.at("xl/sharedStrings.xml").find("=1+1 &lt;b&gt;"), std::string::npos);
  for (const auto& [name, text] : files) {
    EXPECT_TRUE(!name.starts_with("xl/worksheets/") || text.find("<f>") == std::string::npos);
  }
}

TEST(Spreadsheet, HoldsOnlyCharactersThatXmlAllows) {
  HandMade made = one_draft("A\\uFFFEb\\uFFFFc\\u0085d");
  made.source.title = "Talks\x1b\uFFFE";
  for (const auto& [name, text] : unzipped(workbook(made, "f.xlsx"))) {
    for (const char* each : {"\uFFFE", "\uFFFF", "\u0085", "\x1b"}) {
      EXPECT_EQ(text.find(each), std::string::npos) << name;
    }
    if (name == "xl/sharedStrings.xml") {
      EXPECT_NE(text.find("A\uFFFDb\uFFFDc\uFFFDd"), std::string::npos) << text;
    }
  }
}

TEST(Spreadsheet, HasTheSameBytesEachTime) {
  const HandMade made = one_draft("First");
  EXPECT_TRUE(workbook(made, "c.xlsx") == workbook(made, "d.xlsx"));
  const auto files = unzipped(workbook(made, "c.xlsx"));
  EXPECT_NE(files.at("docProps/core.xml").find("2031-05-01T00:00:00Z"), std::string::npos);
}

TEST(Spreadsheet, SaysWhenItCannotBeWritten) {
  const HandMade made = one_draft("First");
  const auto written =
      write_spreadsheet("/no such folder/a.xlsx", Brief{}, made.source, made.assessment);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().diagnostics.at(0).code, "unwritable");
}

}  // namespace
}  // namespace parley::brief
