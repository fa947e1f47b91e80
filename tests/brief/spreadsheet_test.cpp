#include "parley/brief/spreadsheet.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "brief/files.hpp"
#include "brief/hand_made.hpp"
#include "parley/brief/whole_workbook.hpp"

namespace parley::brief {
namespace {

HandMade one_draft(const std::string& title) {
  HandMade made =
      hand_made({"drafts: {first: {title: \"", title, "\", terms: {harbour: shared}}}\n"});
  add_draft(made, {0.25, 0.5}, {0.75, 0.75}, {0.125, 0.5});
  add_zone(made, 0.3, casefile::Confidence::moderate).packages.clear();
  return made;
}

std::string workbook(const HandMade& made) {
  const auto bytes =
      to_spreadsheet(compose(made.source, made.assessment), made.source, made.assessment);
  EXPECT_TRUE(bytes);
  return bytes.value_or("");
}

TEST(Spreadsheet, HasASheetForEachThingToShow) {
  const auto files = unzipped(workbook(one_draft("First")));
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
  made.assessment.deals->missing = {{assess::Missing::What::no_deal, std::nullopt}};
  const auto files = unzipped(workbook(made));
  EXPECT_EQ(files.at("xl/workbook.xml").find("name=\"Odds\""), std::string::npos);
}

TEST(Spreadsheet, TakesNoTextForAFormula) {
  const auto files = unzipped(workbook(one_draft("=1+1 <b>")));
  EXPECT_NE(files.at("xl/sharedStrings.xml").find("=1+1 &lt;b&gt;"), std::string::npos);
  for (const auto& [name, text] : files) {
    EXPECT_TRUE(!name.starts_with("xl/worksheets/") || text.find("<f>") == std::string::npos);
  }
}

TEST(Spreadsheet, HoldsOnlyCharactersThatXmlAllows) {
  HandMade made = one_draft("A\\uFFFEb\\uFFFFc\\u0085d");
  made.source.title = "Talks\x1b\uFFFE";
  for (const auto& [name, text] : unzipped(workbook(made))) {
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
  EXPECT_TRUE(workbook(made) == workbook(made));
  const auto files = unzipped(workbook(made));
  EXPECT_NE(files.at("docProps/core.xml").find("2031-05-01T00:00:00Z"), std::string::npos);
}

TEST(Spreadsheet, CarriesTheRun) {
  const HandMade made = one_draft("First");
  Brief brief = compose(made.source, made.assessment);
  brief.run = "0123456789abcdef";
  const auto files = unzipped(*to_spreadsheet(brief, made.source, made.assessment));
  EXPECT_NE(files.at("docProps/custom.xml").find("0123456789abcdef"), std::string::npos);
}

// The limit on the size of files stands for a disk that fills up at every point in turn.
TEST(SpreadsheetDeathTest, IsWholeOrSaysThatItIsNot) {
  const HandMade made = one_draft(std::string(3000, 'x'));
  const Brief brief = compose(made.source, made.assessment);
  const std::size_t whole = workbook(made).size();
  for (rlim_t limit = 0; limit <= 20'000; limit += 97) {
    const pid_t child = fork();
    if (child == 0) {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit most{limit, limit};
      setrlimit(RLIMIT_FSIZE, &most);
      const auto bytes = to_spreadsheet(brief, made.source, made.assessment);
      if (!bytes) _exit(bytes.error().diagnostics.at(0).code == "unwritable" ? 1 : 2);
      _exit(bytes->size() == whole ? 0 : 3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_LE(WEXITSTATUS(status), 1) << limit;
    if (limit < 300) {
      EXPECT_EQ(WEXITSTATUS(status), 1) << limit;
    }
  }
}

TEST(WholeWorkbook, IsTheWholeOneOnly) {
  const std::string book = workbook(one_draft("First"));
  EXPECT_TRUE(is_whole_workbook(book));
  for (std::size_t length = 0; length < book.size(); length += 101) {
    EXPECT_FALSE(is_whole_workbook(book.substr(0, length))) << length;
  }
  std::string flipped = book;
  flipped[book.find("xl/worksheets") + 60] ^= 0x20;
  EXPECT_FALSE(is_whole_workbook(flipped));
}

}  // namespace
}  // namespace parley::brief
