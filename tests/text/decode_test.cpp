#include <rapidcheck.h>

#include "parley/text/block_text.hpp"
#include "parley/text/plain_blocks.hpp"
#include "text/files.hpp"

namespace parley::text {
namespace {

TEST(Decode, TextsStandAsTheyAre) {
  const std::string text = "  The envoys met.\r\n\r\n\tThey agreed.\n";
  for (const auto& [name, format] :
       {std::pair{"a.txt", "text"}, {"a", "text"}, {"a.md", "markdown"}, {"a.HTML", "html"}}) {
    const Document document = the_document(text, name);
    EXPECT_EQ(document.text, text);
    EXPECT_EQ(document.source.format, format);
    EXPECT_EQ(document.source.charset, "UTF-8");
    EXPECT_TRUE(document.source.blocks.empty());
  }
  EXPECT_EQ(the_document("<!DOCTYPE html><p>x", "a.txt").source.format, "html");
  EXPECT_EQ(the_document("\xEF\xBB\xBFx", "a.txt").text, "x");
}

// The bytes that show what a file is, and a word of the sentence that refuses it.
TEST(Decode, WhatIsNotReadIsRefusedWithASentence) {
  const std::tuple<std::string, std::string, std::string> rows[] = {
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "talks.doc", "older Microsoft Office"},
      {"\x89PNG\r\n\x1A\n", "map.txt", "picture"},
      {"\xFF\xD8\xFF\xE0", "a.jpg", "picture"},
      {"RIFF1234WAVE", "a.wav", "sound"},
      {std::string("\0\0\0\x20"
                   "ftypmp42",
                   12),
       "a.mp4", "recording"},
      {"Rar!\x1A\x07", "a.rar", "RAR"},
      {std::string("\x7F"
                   "ELF\2\1",
                   6),
       "a", "program"},
      {"%!PS-Adobe-3.0", "a.ps", "PostScript"},
      {"\\documentclass{article}\n\\begin{document}", "a.tex", "LaTeX"},
      {"<?xml version=\"1.0\"?><!-- x --><score-partwise/>", "a.xml", "score-partwise"},
      {zipped({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}}), "a.xlsx", "spreadsheet"},
      {zipped(
           {{"mimetype", "application/vnd.oasis.opendocument.presentation"}, {"content.xml", "x"}}),
       "a.odp", "slides"},
  };
  for (const auto& [bytes, name, word] : rows) {
    const auto result = decode(bytes, name);
    ASSERT_FALSE(result) << name;
    const Diagnostic& why = result.error().diagnostics.front();
    EXPECT_EQ(why.code, "not-read") << name;
    EXPECT_NE(why.message.find(word), std::string::npos) << why.message;
    EXPECT_FALSE(why.hint.empty());
  }
}

TEST(Decode, WordsThatLookLikeSignaturesAreText) {
  for (const char* text : {"Another WAVE of strikes", "ID3 is a club", "The ftyp of it",
                           "BZh is no word", "<p>A piece of a page", "%5 of all", "PK is a country",
                           "From the lake", "\\ begins this"}) {
    EXPECT_EQ(the_document(text, "a.txt").text, text);
  }
}

TEST(Decode, JunkIsRefused) {
  std::string junk;
  for (unsigned i = 0; i < 4096; ++i) junk += static_cast<char>((i * 2654435761U) >> 13U & 0xFFU);
  EXPECT_EQ(refused(junk, "a.txt"), "binary-file");
  Limits limits;
  limits.file_bytes = 3;
  EXPECT_EQ(refused("four", "a.txt", limits), "too-large");
}

TEST(BlockText, BlocksAreTheTextBetweenEmptyLines) {
  rc::check([] {
    const auto parts =
        *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(
            rc::gen::element('a', 'b', ' ', '\n', '\x07', '\xC3', '\xA9')));
    internal::BlockText made;
    for (const std::string& part : parts) {
      made.add(part);
      if (part.size() % 2 == 0) made.close(BlockKind::item);
    }
    made.close(BlockKind::item);
    const std::vector<Block> blocks = made.take_blocks();
    const std::string text = made.take_text();
    std::string joined;
    for (const Block& each : blocks) {
      const std::string words = text.substr(each.begin, each.end - each.begin);
      RC_ASSERT(!words.empty() && words.front() != ' ' && words.back() != ' ');
      RC_ASSERT(words.find_first_of("\n\x07") == std::string::npos);
      RC_ASSERT(words.find("  ") == std::string::npos);
      joined += (joined.empty() ? "" : "\n\n") + words;
    }
    RC_ASSERT(joined == text);
    // Read again as plain text, as in a case's folder, it has the same paragraphs.
    const std::vector<Block> again = plain_blocks(text);
    RC_ASSERT(again.size() == blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      RC_ASSERT(again[i].begin == blocks[i].begin && again[i].end == blocks[i].end);
    }
  });
}

}  // namespace
}  // namespace parley::text
