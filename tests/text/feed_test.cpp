#include "text/files.hpp"

namespace parley::text {
namespace {

using namespace std::chrono_literals;

TEST(Feed, EachItemIsAReport) {
  const Decoded all = decoded(
      R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Wire</title>
         <image><title>Logo</title></image>
         <item><title>Envoys meet &amp; part</title><pubDate>Fri, 6 Mar 2026 00:10:00 +0200</pubDate>
           <description>Short.</description><content:encoded><![CDATA[<p>They met on the island.</p>]]></content:encoded></item>
         <item><description>&lt;p&gt;No title here.&lt;/p&gt;</description></item></channel></rss>)",
      "wire.rss");
  ASSERT_EQ(all.documents.size(), 2U);
  const Document& first = all.documents[0];
  EXPECT_EQ(first.name, "wire.rss#1");
  EXPECT_EQ(first.source.title, "Envoys meet & part");
  EXPECT_EQ(first.source.publisher, "Lake Wire");
  EXPECT_EQ(first.source.published, 2026y / 3 / 6);
  EXPECT_EQ(first.source.markup, Markup::html);
  EXPECT_EQ(first.text,
            "<!DOCTYPE html>\n<h1>Envoys meet &amp; part</h1>\n<div><p>They met on the "
            "island.</p></div>\n");
  EXPECT_EQ(all.documents[1].text, "<!DOCTYPE html>\n<div><p>No title here.</p></div>\n");
}

TEST(Feed, AtomInItsThreeWaysOfWriting) {
  const Decoded all = decoded(
      R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Wire</title>
         <entry><title>A</title><updated>2026-03-07T10:00:00Z</updated><published>2026-03-05T23:00:00Z</published>
           <author><name>Ivo</name></author><content type="xhtml"><div><p>One.</p><p>Two &lt; three.</p></div></content></entry>
         <entry><title>B</title><updated>2026-03-07T10:00:00Z</updated><summary type="text">1 &lt; 2</summary></entry>
         <entry><title>C</title><content type="html">&lt;p&gt;Four.&lt;/p&gt;</content></entry></feed>)",
      "wire.atom");
  ASSERT_EQ(all.documents.size(), 3U);
  EXPECT_EQ(
      all.documents[0].text,
      "<!DOCTYPE html>\n<h1>A</h1>\n<div><div><p>One.</p><p>Two &lt; three.</p></div></div>\n");
  EXPECT_EQ(all.documents[0].source.published, 2026y / 3 / 5);
  EXPECT_EQ(all.documents[1].text, "<!DOCTYPE html>\n<h1>B</h1>\n<div>1 &lt; 2</div>\n");
  EXPECT_EQ(all.documents[1].source.published, 2026y / 3 / 7);
  EXPECT_EQ(all.documents[2].source.format, "atom");
}

TEST(Feed, WhatIsNotWellFormedIsRefusedAndAnEmptyOneHoldsNothing) {
  EXPECT_EQ(refused("<rss><channel><item>", "a.rss"), "damaged");
  EXPECT_EQ(refused("<rss><channel><title>Lake Wire</title></channel></rss>", "a.rss"),
            "nothing-to-read");
}

}  // namespace
}  // namespace parley::text
