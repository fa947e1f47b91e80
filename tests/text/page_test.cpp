#include "parley/text/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/files.hpp"

namespace parley::text {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

constexpr std::string_view kFirst =
    "<p>The envoys of both lakes met for six hours on the island and parted without a paper.</p>";
constexpr std::string_view kSecond =
    "<p>“We have agreed on the fish, and on nothing else,” the host told those who waited.</p>";
constexpr std::string_view kOther =
    "<p>A ferry ran aground near the lighthouse last night, and nobody on board was hurt at "
    "all.</p>";

std::string page(std::string_view body, std::string_view head = "") {
  return "<!DOCTYPE html><html><head><title>Envoys part without a paper | The Lake Post</title>" +
         std::string(head) + "</head><body>" + std::string(body) + "</body></html>";
}

std::string article(std::string_view more = "") {
  return "<h1>Envoys part without a paper</h1>" + std::string(kFirst) + std::string(more) +
         std::string(kSecond);
}

// "title The host", a line for each block that is shown.
std::vector<std::string> shown(const std::string& html) {
  constexpr std::string_view kNames[] = {"title",  "heading", "paragraph", "item",
                                         "byline", "note",    "quote"};
  std::vector<std::string> lines;
  const PageArticle read = read_page(html).front();
  for (const PageBlock& block : read.blocks) {
    std::string line(kNames[static_cast<std::size_t>(block.kind)]);
    line += ' ';
    for (const PagePiece& piece : block.pieces) {
      line += piece.instead ? *piece.instead : html.substr(piece.begin, piece.end - piece.begin);
    }
    lines.push_back(line.substr(0, line.find(' ') + 12));
  }
  return lines;
}

const auto kOnlyTheArticle =
    ElementsAre("title Envoys part", "paragraph The envoys ", "paragraph “We have ");

TEST(Page, TheArticleIsFoundWhateverHoldsIt) {
  for (const char* const open :
       {"<article>", "<div>", "<form id=f><div class=site>", "<aside class=content>",
        "<table><tr><td>", "<main><section>", "<div class=content-with-sidebar>",
        "<div id=comments-open>", "<div style='display:none'>", ""}) {
    EXPECT_THAT(shown(page(open + article())), kOnlyTheArticle) << open;
  }
}

TEST(Page, WhatStandsBesideTheArticleIsNoPartOfIt) {
  const std::string other(kOther);
  for (const std::string& beside :
       {"<nav>" + other + "</nav>", "<footer>" + other + "</footer>",
        "<div class='relatedStories'>" + other + "</div>", "<div id=comments>" + other + "</div>",
        "<ul class=menu><li>" + other + "</ul>", "<div role=dialog>" + other + "</div>",
        "<div class=cookie-notice>" + other + "</div>",
        "<div class='newsletter signup'>" + other + "</div>", "<div hidden>" + other + "</div>",
        "<div style='color:red; display : none'>" + other + "</div>",
        "<aside>" + other + "<aside>x</aside><p>And so on.</p></aside>",
        std::string("<ul><li><a href=/1>A ferry ran aground near the lighthouse last night</a>"
                    "<li><a href=/2>The price of fish has doubled since the new year</a></ul>"),
        "<section class=more><article><h3>Ferry</h3>" + other + "</article></section>",
        "<noscript>" + other + "</noscript><template>" + other + "</template>",
        "<script>document.write('" + other + "')</script><style>p{}</style>"}) {
    EXPECT_THAT(shown(page(article() + "</div>" + beside)), kOnlyTheArticle) << beside;
    EXPECT_THAT(shown(page(beside + "<div>" + article() + "</div>")), kOnlyTheArticle) << beside;
  }
}

TEST(Page, WhatIsPutBetweenItsParagraphsIsNoPartOfIt) {
  for (const char* const between :
       {"<p>Read more: the price of fish</p>",
        "<p><a href=/x>Ferry aground near the lighthouse</a></p>",
        "<aside><p>A ferry ran aground near the lighthouse last night, without anybody "
        "hurt.</p></aside>",
        "<div class=ad-slot>Advertisement</div>",
        "<h3>Related</h3><ul><li><a href=/y>Fish prices</a></ul>",
        "<figure><img src=x><figcaption>The ferry in the harbour.</figcaption></figure>",
        "<div class='share-tools'>Share on all channels</div>", "<!-- <p>Hidden words</p> -->"}) {
    EXPECT_THAT(shown(page("<div>" + article(between) + "</div>")), kOnlyTheArticle) << between;
  }
}

TEST(Page, AnArticleThatIsCutIntoSectionsIsOne) {
  const std::string section = "<div class='part wide'>";
  EXPECT_THAT(
      shown(page("<div><h1>Envoys part without a paper</h1>" + section + std::string(kFirst) +
                 std::string(kFirst) + "</div><div class=ad>Buy</div>" + section +
                 std::string(kSecond) + "</div></div>")),
      ElementsAre("title Envoys part", "paragraph The envoys ", "paragraph The envoys ",
                  "paragraph “We have "));
}

TEST(Page, ListsHeadingsAndBylinesAreTold) {
  EXPECT_THAT(
      shown(page("<article><h1>Envoys part without a paper</h1><p class=byline>By Ada Rehn</p>"
                 "<time datetime=2026-03-05>Thursday</time>" +
                 std::string(kFirst) +
                 "<h2>Points</h2><ol><li>The fish are shared.<li>The light stays.</ol>" +
                 "<h2>Further links</h2></article>")),
      ElementsAre("title Envoys part", "byline By Ada Rehn", "byline Thursday",
                  "paragraph The envoys ", "heading Points", "item The fish ar",
                  "item The light s"));
}

TEST(Page, AShortPageIsReadWhole) {
  EXPECT_THAT(shown("<html><p>They met.</p><p>Yes.</p>"),
              ElementsAre("paragraph They met.", "paragraph Yes."));
  EXPECT_TRUE(read_page("").front().blocks.empty());
  EXPECT_TRUE(read_page("<div id=app></div><noscript>Switch scripts on.</noscript>")
                  .front()
                  .blocks.empty());
}

TEST(Page, ATextThatOnlyAScriptHoldsIsReadInItsPlace) {
  const std::string html = page(
      "<div id=app></div>",
      R"(<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "articleBody" :
         "\u201cWe agree,\u201d said \"Ivo\" Reed.\nThe lake \ud83d\udc1f is calm."}]}</script>)");
  const PageArticle read = read_page(html).front();
  ASSERT_EQ(read.blocks.size(), 2U);
  const PagePiece& mark = read.blocks[0].pieces.front();
  EXPECT_EQ(mark.instead, "“");
  EXPECT_EQ(html.substr(mark.begin, mark.end - mark.begin), "\\u201c");
  EXPECT_EQ(read.blocks[1].pieces[1].instead, "🐟");
}

TEST(Page, FurtherArticlesAreReportsOfTheirOwn) {
  const std::string second =
      "<article><h1>Ferry runs aground</h1><time datetime=2026-03-02>Monday</time>" +
      std::string(kOther) + std::string(kOther) + "</article>";
  const std::string html = page("<main><article>" + article() + "</article>" + second + "</main>",
                                "<meta property=article:published_time content=2026-03-05>");
  const std::vector<PageArticle> articles = read_page(html);
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].title, "Envoys part without a paper");
  EXPECT_EQ(articles[0].published, 2026y / 3 / 5);
  EXPECT_EQ(articles[1].title, "Ferry runs aground");
  EXPECT_EQ(articles[1].published, 2026y / 3 / 2);
  const Decoded file = decoded(html, "page.html");
  ASSERT_EQ(file.documents.size(), 2U);
  EXPECT_EQ(file.documents[1].name, "page.html#2");
  EXPECT_EQ(file.documents[1].text, html);
  EXPECT_EQ(html.substr(file.documents[1].source.blocks.front().begin, 5), "Ferry");
}

TEST(Page, TheTitleIsTheHeadingThatThePageMeans) {
  const auto title = [](std::string_view body, std::string_view head) {
    return read_page("<html><head>" + std::string(head) + "</head><body>" + std::string(body) +
                     "<div>" + std::string(kFirst) + std::string(kSecond) + "</div>")
        .front()
        .title;
  };
  EXPECT_EQ(
      title("<h1><a href=/>The Evening Lake Post</a></h1><h2>Envoys part without a paper</h2>",
            "<title>Envoys part without a paper | The Evening Lake Post</title>"
            "<meta property=og:title content='Envoys part without a paper'>"),
      "Envoys part without a paper");
  EXPECT_EQ(title("<a href=#c>Skip to the text</a><h2>Envoys part</h2>",
                  "<title>Lake Post</title><meta name=twitter:title content='Envoys part'>"),
            "Envoys part");
  EXPECT_EQ(title("", "<title>Envoys part without a paper - Lake Post</title>"),
            "Envoys part without a paper");
  EXPECT_EQ(title("",
                  "<title>Lake Post: Envoys part | World | Lake Post</title>"
                  "<meta property=og:site_name content='Lake Post'>"
                  "<meta property=og:title content='Envoys part | Lake Post'>"),
            "Envoys part");
  EXPECT_EQ(
      title("<h1>Envoys’ talks &amp; fish</h1>", "<title>Envoys&#39; talks &amp; fish</title>"),
      "Envoys’ talks & fish");
}

TEST(Page, TheDateOfPublicationComesBeforeThatOfAChange) {
  const auto day = [](std::string_view before, std::string_view head = "") {
    return read_page(page("<article><h1>Envoys part without a paper</h1>" + std::string(before) +
                              std::string(kFirst) + std::string(kSecond) + "</article>",
                          head))
        .front()
        .published;
  };
  for (const std::string_view head :
       {R"(<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2026-03-09",
           "datePublished":"March 5, 2026"}</script>)",
        "<meta property='article:modified_time' content='2026-03-09'>"
        "<meta property='article:published_time' content='2026-03-05T23:00:00Z'>",
        "<meta itemprop=datePublished content='2026-03-05'>",
        "<meta name=pubdate content=20260305>",
        "<link rel=canonical href='https://lake.example/2026/03/05/envoys'>",
        "<meta property=og:url content='https://lake.example/world/2026/mar/5/envoys'>",
        "<link rel=canonical href='https://lake.example/2026/03/05/envoys'>"
        "<meta name=date content='2026-03-06T02:00:00Z'>"}) {
    EXPECT_EQ(day("", head), 2026y / 3 / 5) << head;
  }
  for (const std::string_view body :
       {"<abbr class=published title='2026-03-05T09:00:00Z'>Thursday</abbr>",
        "<time datetime='Thu Mar 05 2026 15:21:41 GMT+0000'>Thursday</time>",
        "<time class=updated datetime=2026-03-09>Monday</time><time "
        "datetime=2026-03-05>Thursday</time>",
        "<p>Updated 9 March 2026, published 5 March 2026</p><p>Published: 5th March 2026</p>",
        "<span itemprop=datePublished>5 March 2026</span>", "<p class=date>05.03.2026 09:00</p>"}) {
    EXPECT_EQ(day(body), 2026y / 3 / 5) << body;
  }
  EXPECT_EQ(day("<p>Updated 9 March 2026</p>"), 2026y / 3 / 9);
  EXPECT_FALSE(day("<p>On an ordinary Thursday</p>"));
  // The day above a headline may be the reader's.
  EXPECT_FALSE(read_page(page("<p>Friday, 27 November 2026</p><div>" + article() + "</div>"))
                   .front()
                   .published);
  EXPECT_EQ(
      read_page(page("<div class=related><time datetime=2020-01-02>2 Jan</time> Old story</div>"
                     "<article><time datetime=2026-03-05>5 March</time>" +
                     article() + "</article>"))
          .front()
          .published,
      2026y / 3 / 5);
}

TEST(Page, ADateThatCouldBeTwoIsReadDayFirstWithAWarning) {
  const std::string body = "<p>Published: 05/03/2026</p>" + article();
  const Decoded file = decoded(page(body), "lake.html");
  ASSERT_EQ(file.warnings.size(), 1U);
  EXPECT_EQ(file.warnings.front().code, "day-or-month");
  EXPECT_EQ(read_page(page(body)).front().published, 2026y / 3 / 5);
  EXPECT_EQ(read_page("<html lang=en-US>" + body).front().published, 2026y / 5 / 3);
  EXPECT_TRUE(
      decoded(page("<p>Published: 15/03/2026</p>" + article()), "lake.html").warnings.empty());
}

TEST(Page, WhoPublishesAndWhoWroteAreTold) {
  const PageArticle read =
      read_page(
          page(article(), R"(<script type="application/ld+json">[{"@type":["Report","NewsArticle"],
          "author":[{"name":"Ada Rehn"}],"publisher":{"name":"The Lake Post"}}]</script>)"))
          .front();
  EXPECT_EQ(read.author, "Ada Rehn");
  EXPECT_EQ(read.publisher, "The Lake Post");
}

TEST(Page, ALetterIsReadWhole) {
  const PageArticle read = read_marked_up(
      "<div><h1>Fish</h1><div>Dear all,</div><p><a href=/x>The price "
      "list</a></p><footer>Ivo</footer></div>");
  EXPECT_EQ(read.title, "Fish");
  EXPECT_EQ(read.blocks.size(), 4U);
}

TEST(Page, DeepAndLongPagesAreLinear) {
  for (const std::string_view piece :
       {"<div>", "<div class=part>Words.", "<article><h1>x</h1>", "<li>", "<time>",
        "<span><a href=x>y",
        "<aside><p>The envoys of both lakes met for six hours on the island and parted.", "&amp",
        "<br>x"}) {
    std::string html = "<html>";
    while (html.size() < 400'000) html += piece;
    EXPECT_FALSE(read_page(html).empty()) << piece;
  }
}

}  // namespace
}  // namespace parley::text
