#include "text/files.hpp"

namespace parley::text {
namespace {

// Lines below one another, 14 points apart, from a height down.
std::vector<Printed> column(double left, double up, const std::vector<std::string>& lines) {
  std::vector<Printed> words;
  for (const std::string& each : lines) {
    if (!each.empty()) words.push_back({left, up, each});
    up -= 14;
  }
  return words;
}

std::vector<Printed> both(std::vector<Printed> a, const std::vector<Printed>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(Pdf, LinesBecomeParagraphs) {
  const Document document = the_document(
      pdf_of(
          {column(60, 780,
                  {"Dam accord", "", "The two governments agreed to share the water of the lake in",
                   "equal parts, and to meet again in spring to settle what the", "gates cost.", "",
                   "1. The gates open in March.", "2. The gates close in October."})}),
      "accord.pdf");
  EXPECT_EQ(
      blocks_of(document),
      "paragraph: Dam accord\n"
      "paragraph: The two governments agreed to share the water of the lake in equal parts, and "
      "to meet again in spring to settle what the gates cost.\n"
      "item: 1. The gates open in March.\nitem: 2. The gates close in October.\n");
  EXPECT_EQ(document.source.format, "pdf");
}

TEST(Pdf, SizesTellTitleHeadingsAndNotes) {
  const Document document = the_document(
      pdf_of({{{120, 780, "Accord on the Lake between", 20},
               {120, 756, "Ostria and Velmar", 20},
               {60, 700, "Water", 14},
               {60, 680, "The two governments share the water of the lake in equal parts, as they"},
               {60, 666, "did before the war."},
               {60, 120, "Signed in two copies, of which both are of equal force.", 8}}}),
      "sizes.pdf");
  EXPECT_EQ(
      blocks_of(document),
      "title: Accord on the Lake between Ostria and Velmar\nheading: Water\n"
      "paragraph: The two governments share the water of the lake in equal parts, as they did "
      "before the war.\nnote: Signed in two copies, of which both are of equal force.\n");
}

TEST(Pdf, ColumnsAreReadOneAfterTheOther) {
  const auto left =
      column(60, 700,
             {"The northern side wants the water", "to flow in spring, when its fields",
              "are sown, and asks for a guard at", "the gates who is paid by both."});
  const auto right =
      column(320, 700,
             {"The southern side wants the water", "in autumn, when its mills run, and",
              "would rather have no guard than one", "whom it has to pay for alone."});
  // Printed line by line across both columns, as some programs do.
  std::vector<Printed> mixed;
  for (std::size_t i = 0; i < left.size(); ++i) {
    mixed.push_back(left[i]);
    mixed.push_back(right[i]);
  }
  EXPECT_EQ(
      the_document(pdf_of({mixed}), "columns.pdf").text,
      "The northern side wants the water to flow in spring, when its fields are sown, and asks "
      "for a guard at the gates who is paid by both.\n\n"
      "The southern side wants the water in autumn, when its mills run, and would rather have no "
      "guard than one whom it has to pay for alone.");
}

TEST(Pdf, RunningHeadsAndPageNumbersAreLeftOut) {
  std::vector<std::vector<Printed>> pages;
  const std::vector<std::string> bodies = {
      "The talks began in a tent by the lake, where all sat on",
      "carpets, and went on over tea until the lamps went out on",
      "the third night and a text lay there."};
  for (std::size_t p = 0; p < bodies.size(); ++p) {
    pages.push_back(
        both({{60, 815, "Lake talks - draft of 3 May"}, {290, 30, std::to_string(p + 7)}},
             column(60, 700, {bodies[p]})));
  }
  EXPECT_EQ(the_document(pdf_of(pages), "heads.pdf").text,
            "The talks began in a tent by the lake, where all sat on carpets, and went on over tea "
            "until the lamps went out on the third night and a text lay there.");
}

TEST(Pdf, HyphensAtLineEndsGoUnlessTheyAreTheWordsOwn) {
  const Document document =
      the_document(pdf_of({column(60, 780,
                                  {"Both sides said that the cease-fire and the exchange of pris-",
                                   "oners hang together, so that without one there is no cease-",
                                   "fire and no exchange at all."})}),
                   "hyphens.pdf");
  EXPECT_EQ(
      document.text,
      "Both sides said that the cease-fire and the exchange of prisoners hang together, so that "
      "without one there is no cease-fire and no exchange at all.");
}

TEST(Pdf, PagesWithoutTextSayWhatToDo) {
  const Decoded scan = decoded(pdf_of({{}, {}}), "scan.pdf");
  ASSERT_EQ(scan.warnings.size(), 1U);
  EXPECT_EQ(scan.warnings[0].code, "no-text");
  EXPECT_NE(scan.warnings[0].hint.find("tesseract"), std::string::npos);
}

TEST(Pdf, BrokenFilesAndTooManyPagesAreRefused) {
  EXPECT_EQ(refused("%PDF-1.4\nnothing behind it", "a.pdf"), "damaged");
  Limits limits;
  limits.pages = 2;
  EXPECT_EQ(refused(pdf_of({{}, {}, {}}), "long.pdf", limits), "too-large");
}

}  // namespace
}  // namespace parley::text
