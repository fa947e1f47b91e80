#include "text/files.hpp"

namespace parley::text {
namespace {

TEST(Epub, ChaptersInTheOrderOfTheSpine) {
  const std::string book = zipped(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        R"(<container><rootfiles><rootfile full-path="O/book.opf"/></rootfiles></container>)"},
       {"O/book.opf",
        R"(<package><metadata><dc:title>Lake talks</dc:title><dc:creator>Ivo Reed</dc:creator><dc:date>1999-05-01</dc:date></metadata>
           <manifest><item id="b" href="two%20b.xhtml"/><item id="a" href="one.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/></manifest>
           <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>)"},
       {"O/two b.xhtml", "<html><body><p>Second.</p></body></html>"},
       {"O/one.xhtml",
        "<html><head><title>x</title></head><body class=\"c\"><p>First.</p></body></html>"},
       {"O/nav.xhtml", "<html><body><p>Contents</p></body></html>"}});
  const Document document = the_document(book, "lake.epub");
  EXPECT_EQ(document.text,
            "<!DOCTYPE html>\n<div><div><p>First.</p></div>\n<div><p>Second.</p></div>\n</div>\n");
  EXPECT_EQ(document.source.title, "Lake talks");
  EXPECT_EQ(document.source.publisher, "Ivo Reed");
  EXPECT_EQ(refused(zipped({{"mimetype", "application/epub+zip"}}), "empty.epub"), "damaged");
}

std::string answer(const std::string& heads, const std::string& body) {
  const std::string http = "HTTP/1.1 200 OK\r\n" + heads + "\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(http.size()) +
         "\r\n\r\n" + http + "\r\n\r\n";
}

TEST(Warc, AnswersThatArePagesAreReports) {
  const std::string crawl =
      "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n" +
      answer("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
             "5\r\n<html\r\n8\r\n><p>One.\r\n0\r\n\r\n") +
      answer("Content-Type: image/png\r\n", "\x89PNG") +
      answer("Content-Type: text/html; charset=windows-1251\r\nContent-Encoding: gzip\r\n",
             gzipped(encoded("<html><p>мир</p>", "windows-1251")));
  const Decoded all = decoded(gzipped(crawl), "crawl.warc.gz");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].text, "<html><p>One.");
  EXPECT_EQ(all.documents[0].source.format, "html");
  EXPECT_EQ(all.documents[1].text, "<html><p>мир</p>");
}

}  // namespace
}  // namespace parley::text
