#include "text/files.hpp"

namespace parley::text {
namespace {

std::string run(const std::string& words) { return "<w:r><w:t>" + words + "</w:t></w:r>"; }
std::string styled(const std::string& style, const std::string& inside) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + inside + "</w:p>";
}
std::string listed(int list, int level, const std::string& words) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(list) + "\"/></w:numPr></w:pPr>" + run(words) + "</w:p>";
}

TEST(Docx, StylesTellWhatParagraphsAre) {
  const std::string styles =
      R"x(<w:styles><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
         <w:style w:styleId="Kop"><w:name w:val="heading 1"/></w:style>
         <w:style w:styleId="Own"><w:name w:val="Clause head"/><w:basedOn w:val="Kop"/></w:style>
         <w:style w:styleId="Inh"><w:name w:val="toc 1"/></w:style></w:styles>)x";
  const Document document =
      the_document(docx_of(styled("Titel", run("Dam ") + run("accord")) +
                               styled("Inh", run("Water ... 2")) + styled("Own", run("Water")) +
                               "<w:p>" + run("Both share the lake.") + "</w:p>" + "<w:p/>",
                           {{"word/styles.xml", styles}}),
                   "accord.docx");
  EXPECT_EQ(blocks_of(document),
            "title: Dam accord\nheading: Water\nparagraph: Both share the lake.\n");
  EXPECT_EQ(document.text, "Dam accord\n\nWater\n\nBoth share the lake.");
  EXPECT_EQ(document.source.format, "docx");
}

TEST(Docx, TrackedChangesAreReadAsTheNewestText) {
  const Document document = the_document(
      docx_of(
          "<w:p>" + run("The gates open ") +
          "<w:del><w:r><w:delText>daily</w:delText></w:r></w:del>" + "<w:ins>" + run("weekly") +
          "</w:ins>" + "<w:moveFrom>" + run(" at noon") + "</w:moveFrom>" + run(".") +
          "</w:p>"
          // A deleted end of a paragraph, a deleted row, hidden words.
          "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
          run("One side") + "</w:p>" + "<w:p>" + run(" pays.") + "</w:p>" +
          "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>" + run("gone") +
          "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" + run("kept") + "</w:p></w:tc></w:tr></w:tbl>" +
          "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("open") + "</w:p>"),
      "draft.docx");
  EXPECT_EQ(document.text, "The gates open weekly.\n\nOne side pays.\n\nkept\n\nopen");
}

TEST(Docx, NumbersThatWordCountsStandInTheText) {
  const std::string numbering =
      R"x(<w:numbering><w:abstractNum w:abstractNumId="7">
           <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl>
           <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
           <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
         </w:abstractNum>
         <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
         <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
         <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
         <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>)x";
  const Document document = the_document(
      docx_of(listed(1, 0, "Water") + listed(1, 1, "Share") + listed(1, 2, "in spring") +
                  listed(1, 2, "in autumn") + listed(1, 1, "Pay") + listed(1, 0, "Roads") +
                  listed(1, 1, "Open") + listed(2, 0, "a bullet") + listed(3, 0, "Anew"),
              {{"word/numbering.xml", numbering}}),
      "articles.docx");
  EXPECT_EQ(blocks_of(document),
            "item: Article 1. Water\nitem: 1.1 Share\nitem: (a) in spring\nitem: (b) in autumn\n"
            "item: 1.2 Pay\nitem: Article 2. Roads\nitem: 2.1 Open\nitem: a bullet\n"
            "item: Article 1. Anew\n");
}

TEST(Docx, FootnotesFollowTheirParagraph) {
  const Document document = the_document(
      docx_of("<w:p>" + run("The dam") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" +
                  run(" is shared.") + "</w:p><w:p>" + run("So is the road.") + "</w:p>",
              {{"word/footnotes.xml", "<w:footnotes><w:footnote w:id=\"2\"><w:p>" +
                                          run("Built in 1961.") +
                                          "</w:p></w:footnote></w:footnotes>"}}),
      "notes.docx");
  EXPECT_EQ(blocks_of(document),
            "paragraph: The dam is shared.\nnote: Built in 1961.\nparagraph: So is the road.\n");
}

TEST(Docx, BrokenPartsAreRefusedAndDepthIsNoDanger) {
  EXPECT_EQ(refused(zipped({{"word/document.xml", "<w:document><w:p>"}}), "a.docx"), "damaged");
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<w:sdt>";
  deep += "<w:p>" + run("Deep down.") + "</w:p>";
  for (int i = 0; i < 200'000; ++i) deep += "</w:sdt>";
  EXPECT_EQ(the_document(docx_of(deep), "deep.docx").text, "Deep down.");
}

}  // namespace
}  // namespace parley::text
