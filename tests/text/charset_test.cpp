#include "parley/text/charset.hpp"

#include <rapidcheck.h>

#include "text/files.hpp"

namespace parley::text {
namespace {

using internal::characters_of;

constexpr const char* kRussian =
    "Стороны договорились о прекращении огня, сказал посланник в четверг. Обмен пленными начнётся "
    "через десять дней, добавил он, если порт будет открыт.";
constexpr const char* kUkrainian =
    "Сторони домовилися про припинення вогню, заявив посланець у четвер. Обмін полоненими її "
    "країни почнеться через десять днів, якщо порт буде відкрито.";
constexpr const char* kPolish =
    "Strony uzgodniły zawieszenie broni, powiedział w czwartek wysłannik. Wymiana jeńców zacznie "
    "się za dziesięć dni, jeśli port będzie już otwarty, a żołnierze odejdą.";
constexpr const char* kGerman =
    "„Wir sind uns über die Feuerpause einig“, sagte die Außenministerin am Donnerstag. Die Häfen "
    "würden geöffnet, sobald die Gefangenen übergeben seien.";
constexpr const char* kGreek =
    "Οι πλευρές συμφώνησαν για την κατάπαυση του πυρός, είπε ο απεσταλμένος την Πέμπτη. Η "
    "ανταλλαγή "
    "αιχμαλώτων αρχίζει σε δέκα ημέρες.";

TEST(Charset, EncodingsThatNobodyDeclaredAreFound) {
  const std::tuple<const char*, const char*> rows[] = {
      {kRussian, "windows-1251"}, {kRussian, "KOI8-R"},         {kRussian, "ISO-8859-5"},
      {kRussian, "UTF-16LE"},     {kRussian, "UTF-16BE"},       {kRussian, "UTF-32LE"},
      {kUkrainian, "KOI8-U"},     {kUkrainian, "windows-1251"}, {kPolish, "ISO-8859-2"},
      {kPolish, "windows-1250"},  {kGerman, "windows-1252"},    {kGreek, "ISO-8859-7"},
      {kGerman, "UTF-8"}};
  for (const auto& [text, charset] : rows) {
    const auto read = characters_of(encoded(text, charset));
    ASSERT_TRUE(read) << charset;
    EXPECT_EQ(read->utf8, text) << charset << " read as " << read->charset;
  }
}

TEST(Charset, SouthernNamesInAnEnglishTextAreReadRight) {
  const std::string text =
      "The talks end on Friday, the envoy Željko Marić said. His colleague Ana Jurić left early.";
  EXPECT_EQ(characters_of(encoded(text, "windows-1250"))->utf8, text);
}

TEST(Charset, HebrewAndJapaneseToo) {
  const char* hebrew =
      "הצדדים הסכימו על הפסקת אש, אמר השליח ביום חמישי. חילופי השבויים יתחילו בעוד עשרה ימים.";
  const char* japanese = "双方は停戦に合意したと特使は木曜日に述べた。捕虜の交換は十日後に始まる。";
  EXPECT_EQ(characters_of(encoded(hebrew, "windows-1255"))->utf8, hebrew);
  for (const char* charset : {"EUC-JP", "Shift_JIS", "ISO-2022-JP"}) {
    EXPECT_EQ(characters_of(encoded(japanese, charset))->utf8, japanese) << charset;
  }
}

TEST(Charset, AMarkCounts) {
  EXPECT_EQ(characters_of("\xEF\xBB\xBF"
                          "Yes.")
                ->utf8,
            "Yes.");
  EXPECT_EQ(characters_of("\xFF\xFE" + encoded("Да.", "UTF-16LE"))->utf8, "Да.");
  EXPECT_EQ(characters_of("\xFE\xFF" + encoded("Да.", "UTF-16BE"))->charset, "UTF-16BE");
  EXPECT_EQ(characters_of(std::string("\xFF\xFE\0\0", 4) + encoded("Да.", "UTF-32LE"))->charset,
            "UTF-32LE");
}

TEST(Charset, ADeclaredEncodingCountsUnlessTheTextIsUtf8) {
  const std::string name =
      encoded("<meta charset=\"windows-1250\"><p>Željko Marić", "windows-1250");
  EXPECT_EQ(characters_of(name)->utf8, "<meta charset=\"windows-1250\"><p>Željko Marić");
  EXPECT_EQ(characters_of(encoded("<?xml version=\"1.0\" encoding='KOI8-R'?><a>мир</a>", "KOI8-R"))
                ->charset,
            "KOI8-R");
  EXPECT_EQ(characters_of("<meta charset=windows-1252><p>Željko")->charset, "UTF-8");
  // Browsers take Latin-1 for Windows' encoding, which has quotation marks.
  EXPECT_EQ(characters_of("\x93Yes\x94", "iso-8859-1")->utf8, "“Yes”");
  EXPECT_EQ(characters_of(encoded("平和", "ISO-2022-JP"), "iso-2022-jp")->utf8, "平和");
}

TEST(Charset, AFewBrokenBytesDoNotMakeAnotherEncoding) {
  const auto read = characters_of(std::string(kRussian) + "\xD0" + "\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->charset, "UTF-8");
  EXPECT_EQ(read->replaced, 1U);
  const Decoded all = decoded(std::string(kRussian) + "\xD0", "wire.txt");
  ASSERT_EQ(all.warnings.size(), 1U);
  EXPECT_EQ(all.warnings[0].code, "charset-broken");
}

TEST(Charset, WhatIsNoTextIsNone) {
  std::string counted;
  for (int i = 0; i < 1024; ++i) counted += static_cast<char>(i * 7 % 256);
  EXPECT_FALSE(characters_of(counted));
  EXPECT_FALSE(characters_of(std::string("a\nb\0c", 5)));
  EXPECT_FALSE(characters_of("\x01\x02\x03 word"));
  EXPECT_TRUE(characters_of("one escape \x1B in a longer text that somebody wrote for a terminal"));
  EXPECT_TRUE(characters_of(""));
}

TEST(Charset, ValidUtf8StaysByteForByte) {
  rc::check([] {
    const auto letters = *rc::gen::container<std::string>(rc::gen::inRange('\n', '\x7F'));
    std::string text;
    for (const char c : letters) text += c < ' ' ? std::string("ž\n") : std::string(1, c);
    const auto read = characters_of(text);
    RC_ASSERT(read && read->utf8 == text && read->charset == "UTF-8");
  });
}

}  // namespace
}  // namespace parley::text
