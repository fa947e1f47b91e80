#include "parley/text/html_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "parley/text/html_entities.hpp"

namespace parley::text::internal {
namespace {

using ::testing::ElementsAre;

// "p:One" for each stretch of characters: the elements around it, the outermost first, by the first
// letters of their start tags.
std::vector<std::string> tree(const std::string& html) {
  const std::vector<HtmlNode> nodes = parse_html(html);
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != Tag::text) continue;
    std::string path;
    for (std::uint32_t up = nodes[i].parent; up != 0; up = nodes[up].parent) {
      const std::size_t begin = nodes[up].begin + 1;
      path.insert(0, html.substr(begin, html.find_first_of(" />", begin) - begin) + ".");
    }
    lines.push_back(path + html.substr(nodes[i].begin, nodes[i].stop - nodes[i].begin));
  }
  return lines;
}

TEST(HtmlTree, WhatMayNotStandWithinAnElementClosesIt) {
  EXPECT_THAT(tree("<p>a<p>b<div>c</div>d"), ElementsAre("p.a", "p.b", "div.c", "d"));
  EXPECT_THAT(tree("<ul><li>a<ul><li>b</ul>c<li>d</ul>"),
              ElementsAre("ul.li.a", "ul.li.ul.li.b", "ul.li.c", "ul.li.d"));
  EXPECT_THAT(tree("<table><tr><td>a<td>b<table><tr><td>c</table>d<tr><td>e</table>f"),
              ElementsAre("table.tr.td.a", "table.tr.td.b", "table.tr.td.table.tr.td.c",
                          "table.tr.td.d", "table.tr.td.e", "f"));
  EXPECT_THAT(tree("<dl><dt>a<dd>b<dt>c</dl>"), ElementsAre("dl.dt.a", "dl.dd.b", "dl.dt.c"));
  EXPECT_THAT(tree("<h2>a<h3>b</h2>c"), ElementsAre("h2.a", "h3.b", "c"));
  EXPECT_THAT(tree("<p><button>a<p>b</button>c"), ElementsAre("p.button.a", "p.button.p.b", "p.c"));
}

TEST(HtmlTree, AnEndTagClosesTheNearestElementOfItsNameAndNoCell) {
  EXPECT_THAT(tree("<div><b>a</div>b</b>c"), ElementsAre("div.b.a", "b", "c"));
  EXPECT_THAT(tree("<div><table><tr><td>a</div>b</table>c</div>"),
              ElementsAre("div.table.tr.td.a", "div.table.tr.td.b", "div.c"));
  EXPECT_THAT(tree("a</aside>b</p>c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(tree("<aside>a<aside>b</aside>c</aside>d"),
              ElementsAre("aside.a", "aside.aside.b", "aside.c", "d"));
  EXPECT_THAT(tree("<x-story>a<p>b</x-story>c</p></x-story>d"),
              ElementsAre("x-story.a", "x-story.p.b", "x-story.p.c", "d"));
}

TEST(HtmlTree, ScriptsCommentsAndQuotedMarksAreNoTags) {
  EXPECT_THAT(tree("<script>if (a<b) '</p>'</script >x"),
              ElementsAre("script.if (a<b) '</p>'", "x"));
  EXPECT_THAT(tree("a<!-- <p> -->b<!-->c<!doctype html>d<?php ?>e"),
              ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(tree("<p title='a>b' lang=de>c"), ElementsAre("p.c"));
  EXPECT_THAT(tree("3 < 4 <5 </ x>y"), ElementsAre("3 < 4 <5 ", "y"));
  EXPECT_THAT(tree("<p title=\"never closed>a</p>b"), ElementsAre("p.a", "b"));
}

TEST(HtmlTree, CharactersInALinkAreKnown) {
  const std::string html = "<a href=/x>a<b>b</b></a>c<a name=n>d</a><a href=y>e<a href=z>f</a>g";
  std::string linked;
  for (const HtmlNode& node : parse_html(html)) {
    if (node.tag == Tag::text && node.in_link) linked += html[node.begin];
  }
  EXPECT_EQ(linked, "abef");
}

TEST(HtmlTree, AttributesAreFoundInAnyWriting) {
  const std::string html = "<p CLASS = 'a \"b\"' data-class=no hidden title=x&amp;y/>";
  const HtmlNode node = parse_html(html).at(1);
  EXPECT_EQ(raw_attribute(html, node, "class"), "a \"b\"");
  EXPECT_EQ(attribute(html, node, "title"), "x&y/");
  EXPECT_TRUE(has_attribute(html, node, "hidden"));
  EXPECT_FALSE(has_attribute(html, node, "lass"));
}

// Depth costs nothing, nor do elements that never end.
TEST(HtmlTree, DeepAndBrokenPagesAreLinear) {
  for (const char* const piece :
       {"<div>", "<b>", "<p><b>", "</div>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<!--",
        "<script>", "<p title=\"", "<title>", "<svg>", "<h1><h2>", "<select><option>"}) {
    std::string html;
    while (html.size() < 500'000) html += piece;
    const std::vector<HtmlNode> nodes = parse_html(html);
    EXPECT_EQ(nodes.front().end, nodes.size()) << piece;
  }
}

// Every element's range lies within its parent's.
TEST(HtmlTree, TheNodesAreATree) {
  const std::string html =
      "<div><p>a<table><tr><td><p>b</div><li>c</table></p></ul><h1>d<div></h1>e</x></div><b>f";
  const std::vector<HtmlNode> nodes = parse_html(html);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    EXPECT_LT(nodes[i].parent, i);
    EXPECT_LE(nodes[i].end, nodes[nodes[i].parent].end);
    EXPECT_GT(nodes[i].end, i);
  }
}

TEST(HtmlEntities, AllNamesAreKnown) {
  EXPECT_EQ(without_entities("&Zcaron;eljko &Scaron;im&eacute; &NotEqualTilde; &fjlig;"),
            "Željko Šimé \u2242\u0338 fj");
  EXPECT_EQ(without_entities("&CounterClockwiseContourIntegral;"), "\u2233");
}

TEST(HtmlEntities, OldNamesNeedNoEndButWithinAddresses) {
  EXPECT_EQ(without_entities("caf&eacute &ampx &notit; &unknown; &"), "café &x ¬it; &unknown; &");
  EXPECT_EQ(without_entities("?a=1&copy=2&lt", true), "?a=1&copy=2<");
}

TEST(HtmlEntities, NumbersAreReadAsBrowsersDo) {
  EXPECT_EQ(without_entities("&#147;Yes&#148; &#x2014; &#268;apek&#8217"), "“Yes” — Čapek’");
  EXPECT_EQ(without_entities("&#0;&#xD800;&#99999999999;&#129;"), "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(without_entities("&#; &#x; &#xg;"), "&#; &#x; &#xg;");
}

}  // namespace
}  // namespace parley::text::internal
