// Reports as decoding hands them over.
#include <gmock/gmock.h>

#include "record/recorded.hpp"

namespace parley::record {
namespace {

using namespace std::chrono_literals;

Record of(ReportText report) {
  std::vector<ReportText> reports;
  reports.push_back(std::move(report));
  return make_record(std::move(reports), {}, {1, {}, {}}).value();
}

std::string kinds_of(const Report& report) {
  std::string kinds;
  for (const ReportBlock& each : report.blocks) kinds.append(text::name(each.kind)).append(" ");
  return kinds;
}

TEST(Decoded, BlocksAreTakenAsTheyAreTold) {
  ReportText report{
      "a.docx",
      "Dam accord\n\n1. Gates open in March, as both sides have agreed.\n\n"
      "“We – will not pay,” Minister Ena Moor said.\n\nOld letter: “We pay,” said Ivo Reed.",
      {}};
  report.source.format = "docx";
  report.source.title = "Accord on the dam";
  report.source.published = 2026y / 3 / 5;
  report.source.markup = text::Markup::plain;
  const std::size_t item = report.bytes.find("1.");
  const std::size_t said = report.bytes.find("“We –");
  const std::size_t old = report.bytes.find("Old");
  report.source.blocks = {{0, 10, text::BlockKind::title},
                          {item, said - 2, text::BlockKind::item},
                          {said, old - 2, text::BlockKind::paragraph},
                          {old, report.bytes.size(), text::BlockKind::quote}};
  const Record record = of(report);
  const Report& read = record.reports.front();
  EXPECT_EQ(read.title, "Accord on the dam");
  EXPECT_EQ(read.published, "2026-03-05");
  EXPECT_EQ(read.text, report.bytes);
  EXPECT_EQ(kinds_of(read), "title item paragraph quote ");
  // A letter that is only repeated says nothing anew, and places are code points of the text.
  ASSERT_EQ(record.quotes.size(), 1U);
  const Text text = Text::from_utf8(read.text, "a").value();
  EXPECT_EQ(text.slice(record.quotes[0].passage.span), "We – will not pay,");
  EXPECT_EQ(text.slice(read.blocks[3].span).substr(0, 10), "Old letter");
}

TEST(Decoded, TheMarkupIsReadWhateverTheName) {
  ReportText page;
  page.file = "feed.rss#1";
  page.bytes = "<h1>The lake</h1><p>“We agree,” said Ivo Reed.</p>";
  page.source.markup = text::Markup::html;
  const Record record = of(page);
  EXPECT_EQ(record.reports[0].title, "The lake");
  EXPECT_EQ(kinds_of(record.reports[0]), "title paragraph ");
  EXPECT_TRUE(record.diagnostics.empty());
}

TEST(Decoded, AReportWithoutASentenceGetsAWarning) {
  const Record record =
      of({"a.html", "<html><title>The lake</title><div id=app></div></html>", {}});
  ASSERT_EQ(record.diagnostics.size(), 1U);
  EXPECT_EQ(record.diagnostics.front().code, "no-text");
}

}  // namespace
}  // namespace parley::record
