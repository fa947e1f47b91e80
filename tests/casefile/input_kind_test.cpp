#include "parley/casefile/input_kind.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "parley/casefile/reader.hpp"

namespace parley::casefile {
namespace {

using testing::HasSubstr;

TEST(InputKind, IsToldByNameAndBeginning) {
  EXPECT_EQ(input_kind("The ministers met.\n", "wire.txt"), InputKind::report);
  EXPECT_EQ(input_kind("# A talk\nThe ministers met.\n", "wire.md"), InputKind::report);
  EXPECT_EQ(input_kind("<html><p>They met.</p></html>", "page.html"), InputKind::report);
  EXPECT_EQ(input_kind("# Begun by hand\n\n---\nparley: 1\n", "talks.txt"), InputKind::case_file);
  EXPECT_EQ(input_kind("nothing of a case", "case.yaml"), InputKind::case_file);
  EXPECT_EQ(input_kind("\xEF\xBB\xBF {\"schema\": 1}", "assessment"), InputKind::json);
  EXPECT_EQ(input_kind("<negotiation/>", "domain.xml"), InputKind::xml);
  EXPECT_EQ(input_kind(" \n\t\r\n", "wire.txt"), InputKind::nothing);
  EXPECT_EQ(input_kind("", "wire.txt"), InputKind::nothing);
  EXPECT_EQ(input_kind("#", "wire.txt"), InputKind::report);
}

TEST(InputKind, WhatIsNoCaseGetsTheCommandThatReadsIt) {
  EXPECT_THAT(why_no_case("They met.", "a.txt")->hint, HasSubstr("parley record a.txt"));
  EXPECT_THAT(why_no_case("{}", "a.json")->hint, HasSubstr("parley compare"));
  EXPECT_THAT(why_no_case("<a/>", "a.xml")->hint, HasSubstr("--genius"));
  EXPECT_FALSE(why_no_case("parley: 1\n", "a.txt"));
  EXPECT_FALSE(why_no_case("", "case.yaml"));
}

TEST(InputKind, WhatIsNoReportSaysWhatItIs) {
  EXPECT_EQ(why_no_report("parley: 1\n", "a.txt")->code, "not-a-report");
  EXPECT_THAT(why_no_report("{}", "a.json")->message, HasSubstr("JSON"));
  EXPECT_EQ(why_no_report("  \n", "a.txt")->code, "nothing-to-read");
  EXPECT_FALSE(why_no_report("They met.", "a.txt"));
}

TEST(ReadCase, AFolderWithoutACaseSaysSo) {
  const std::string folder = PARLEY_BINARY_DIR "/folder without a case";
  std::filesystem::create_directories(folder);
  const auto read = read_case(folder);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, FailureKind::unreadable);
  ASSERT_EQ(read.error().diagnostics.size(), 1U);
  EXPECT_EQ(read.error().diagnostics[0].code, "no-case");
  EXPECT_THAT(read.error().diagnostics[0].hint, HasSubstr("parley new"));
}

}  // namespace
}  // namespace parley::casefile
