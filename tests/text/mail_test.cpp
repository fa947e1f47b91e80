#include "text/files.hpp"

namespace parley::text {
namespace {

using namespace std::chrono_literals;

constexpr const char* kHeads =
    "From: =?utf-8?Q?B=C3=BCro_des_Gesandten?= <office@ostria.example>\r\n"
    "To: list@wire.example\r\n"
    "Subject: =?windows-1251?B?7Ojw?= by the lake\r\n"
    "Date: Thu, 05 Mar 2026 23:50:00 -0500\r\n"
    "MIME-Version: 1.0\r\n";

TEST(Mail, SubjectSenderDateAndText) {
  const Document letter = the_document(
      std::string(kHeads) +
          "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: "
          "quoted-printable\r\n\r\n=93We agree,=94 the envoy said on =\r\nThursday.\r\n",
      "readout.eml");
  EXPECT_EQ(letter.source.title, "мир by the lake");
  EXPECT_EQ(letter.source.publisher, "Büro des Gesandten");
  EXPECT_EQ(letter.source.published, 2026y / 3 / 5);
  EXPECT_EQ(letter.source.charset, "windows-1252");
  EXPECT_EQ(blocks_of(letter),
            "title: мир by the lake\nparagraph: “We agree,” the envoy said on Thursday.\n");
}

TEST(Mail, TheTextIsTakenBeforeTheHtmlUnlessItOnlyPointsThere) {
  const auto alternative = [](const std::string& plain) {
    return std::string(kHeads) +
           "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: "
           "text/plain\r\n\r\n" +
           plain +
           "\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><body><p>The envoys met on the "
           "island and agreed to share the lake in equal parts.</p></body></html>\r\n--b--\r\n";
  };
  EXPECT_EQ(the_document(alternative("The envoys met on the island and agreed on it."), "a.eml")
                .source.markup,
            Markup::plain);
  const Document page = the_document(alternative("See HTML."), "a.eml");
  EXPECT_EQ(page.source.markup, Markup::html);
  EXPECT_NE(page.text.find("<h1>мир by the lake</h1>"), std::string::npos);
}

TEST(Mail, WhatItRepeatsOfAnEarlierLetterIsAQuote) {
  const std::string head = std::string(kHeads) + "Content-Type: text/plain\r\n\r\n";
  EXPECT_EQ(blocks_of(the_document(head + "We accept.\n\nOn 4 March Ivo Reed wrote:\n> Will you?\n",
                                   "a.eml")),
            "title: мир by the lake\nparagraph: We accept.\nquote: On 4 March Ivo Reed wrote:\n"
            "quote: > Will you?\n");
  EXPECT_EQ(blocks_of(the_document(
                head + "No.\n\n-----Original Message-----\nFrom: Ivo\nWill you?\n", "a.eml")),
            "title: мир by the lake\nparagraph: No.\nquote: -----Original Message-----\n"
            "quote: From: Ivo\nquote: Will you?\n");
  // Nothing but a quote: then that is the text.
  EXPECT_EQ(blocks_of(the_document(head + "> Will you?\n", "a.eml")),
            "title: мир by the lake\nparagraph: > Will you?\n");
}

TEST(Mail, LinesBrokenForTheirLengthAreJoined) {
  const Document letter =
      the_document(std::string(kHeads) +
                       "Content-Type: text/plain; format=flowed\r\n\r\nThe envoys met \r\non the "
                       "island.\r\nThey agreed.\r\n",
                   "a.eml");
  EXPECT_NE(letter.text.find("The envoys met on the island.\n"), std::string::npos);
}

TEST(Mail, FilesThatComeWithALetterAreReportsOfTheirOwn) {
  const Decoded all = decoded(
      std::string(kHeads) +
          "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: "
          "text/plain\r\n\r\nThe "
          "draft is attached.\r\n--b\r\nContent-Type: application/rtf\r\nContent-Disposition: "
          "attachment; "
          "filename=\"../draft.rtf\"\r\n\r\n{\\rtf1 The lake is shared.}\r\n--b\r\nContent-Type: "
          "application/x-odd\r\nContent-Disposition: attachment; "
          "filename=map.png\r\n\r\n\x89PNG\r\n\r\n--b--\r\n",
      "talks.eml");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[1].name, "talks.eml/draft.rtf");
  EXPECT_EQ(all.documents[1].text, "The lake is shared.");
  ASSERT_EQ(all.warnings.size(), 1U);
  EXPECT_EQ(all.warnings[0].code, "not-read");
}

TEST(Mail, AMailboxHoldsManyAndATypedHeadNone) {
  const std::string one =
      std::string(kHeads) + "Content-Type: text/plain\r\n\r\nThe envoys met.\r\n\r\n";
  const Decoded all =
      decoded("From a@b Thu Mar  5 2026\r\n" + one + "From c@d Fri Mar  6 2026\r\n" + one, "box");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[1].name, "box#2");
  const Document typed =
      the_document("To: the press\nDate: 5 March 2026\n\nThe envoys met.\n", "readout.txt");
  EXPECT_EQ(typed.source.format, "text");
}

TEST(Mail, ThousandsOfPartsWithinOneAnotherAreRefused) {
  std::string deep = kHeads;
  for (int i = 0; i < 50'000; ++i) {
    const std::string b = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=b" + b + "\r\n\r\n--b" + b + "\r\n";
  }
  EXPECT_EQ(refused(deep, "deep.eml"), "too-large");
}

TEST(Mhtml, ThePageIsRead) {
  const Document page = the_document(
      "From: <Saved by Blink>\r\nSubject: The lake\r\nDate: Fri, 6 Mar 2026 10:00:00 -0000\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; "
      "boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<html><head><meta charset=3D\"utf-8\"></head><body><p>=E2=80=9CYes,=E2=80=9D he "
      "sa=\r\nid.</p></body></html>\r\n"
      "--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n",
      "lake.mhtml");
  EXPECT_EQ(page.source.format, "mhtml");
  EXPECT_EQ(page.source.markup, Markup::html);
  EXPECT_FALSE(page.source.published);  // the day of saving is not that of publication
  EXPECT_NE(page.text.find("<p>“Yes,” he said.</p>"), std::string::npos);
}

}  // namespace
}  // namespace parley::text
