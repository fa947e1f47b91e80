#include "parley/base/text.hpp"
#include "parley/base/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "own_folder.hpp"

namespace parley {
namespace {

// The UTF-8 bytes of a code point, by the definition (Unicode 15, table 3-6).
std::string encoded(char32_t point) {
  const auto byte = [](char32_t value) {
    return static_cast<char>(static_cast<unsigned char>(value));
  };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0 | (point >> 6)), byte(0x80 | (point & 0x3F))};
  if (point < 0x10000) {
    return {byte(0xE0 | (point >> 12)), byte(0x80 | ((point >> 6) & 0x3F)),
            byte(0x80 | (point & 0x3F))};
  }
  return {byte(0xF0 | (point >> 18)), byte(0x80 | ((point >> 12) & 0x3F)),
          byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F))};
}

std::string encoded(const std::u32string& points) {
  std::string bytes;
  for (const char32_t each : points) bytes += encoded(each);
  return bytes;
}

Text text(const std::string& bytes) { return Text::from_utf8(bytes, "t").value(); }

// Code points of each length in UTF-8, with the ends of every range.
rc::Gen<char32_t> any_code_point() {
  return rc::gen::oneOf(
      rc::gen::inRange<char32_t>(1, 0x80), rc::gen::inRange<char32_t>(0x80, 0x800),
      rc::gen::inRange<char32_t>(0x800, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x10000),
      rc::gen::inRange<char32_t>(0x10000, 0x110000),
      rc::gen::element<char32_t>(1, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF,
                                 0x10000, 0x10FFFF));
}

rc::Gen<std::u32string> any_text() {
  return rc::gen::scale(12, rc::gen::container<std::u32string>(any_code_point()));
}

TEST(Text, CountsCodePointsInAnyScript) {
  struct Row {
    const char* utf8;
    std::size_t code_points;
  };
  const Row rows[] = {
      {"", 0},
      {"Minsk", 5},
      {"Донбас", 6},
      {"Київ — «так»", 12},
      {"停戰協定", 4},
      {"القدس", 5},
      {"e\u0301", 2},               // a letter and its accent are two code points
      {"\U0001F1FA\U0001F1E6", 2},  // and so are the halves of a flag
      {"a\r\nb", 4},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.utf8);
    EXPECT_EQ(text(row.utf8).size(), row.code_points);
    EXPECT_EQ(count_code_points(row.utf8), row.code_points);
    EXPECT_EQ(text(row.utf8).empty(), row.code_points == 0);
  }
}

TEST(Text, SlicesByCodePoints) {
  const Text kyiv = text("Київ said “no” (nein) 不");
  EXPECT_EQ(kyiv.slice({0, 4}), "Київ");
  EXPECT_EQ(kyiv.slice({11, 13}), "no");
  EXPECT_EQ(kyiv.slice({22, 23}), "不");
  EXPECT_EQ(kyiv.slice({23, 23}), "");
  EXPECT_EQ(kyiv.slice({0, kyiv.size()}), kyiv.utf8());
}

RC_GTEST_PROP(TextProperty, AgreesWithTheSequenceOfItsCodePoints, ()) {
  const std::u32string points = *any_text();
  const Text subject = text(encoded(points));
  RC_ASSERT(subject.size() == points.size());
  const std::size_t start = *rc::gen::inRange<std::size_t>(0, points.size() + 1);
  const std::size_t end = *rc::gen::inRange<std::size_t>(start, points.size() + 1);
  RC_ASSERT(std::string(subject.slice({start, end})) == encoded(points.substr(start, end - start)));
  RC_ASSERT(subject.byte_offset(start) == encoded(points.substr(0, start)).size());
  RC_ASSERT(subject.code_point_at(subject.byte_offset(start)) == start);
}

// Long enough for several marks, which are set every 256 code points; every index is tried.
TEST(Text, FindsEveryCodePointOfALongTextBothWays) {
  std::u32string points;
  for (char32_t i = 0; i < 1200; ++i) {
    points += i % 7 == 0 ? U'\U0001F54A' : i % 3 == 0 ? U'ж' : U'a';
  }
  const Text subject = text(encoded(points));
  std::size_t byte = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    ASSERT_EQ(subject.byte_offset(i), byte);
    for (std::size_t end = byte + encoded(points[i]).size(); byte < end; ++byte) {
      ASSERT_EQ(subject.code_point_at(byte), i);
    }
  }
  EXPECT_EQ(subject.byte_offset(points.size()), byte);
  EXPECT_EQ(subject.code_point_at(byte), points.size());
}

TEST(Text, DropsAByteOrderMarkAtTheStartOnly) {
  EXPECT_EQ(text("\xEF\xBB\xBFMinsk").utf8(), "Minsk");
  EXPECT_EQ(text("Minsk\xEF\xBB\xBF").size(), 6U);
}

TEST(Text, RefusesWhatIsNotUtf8AtItsFirstBadByte) {
  struct Row {
    const char* what;
    std::string bytes;
    std::size_t line;
    std::size_t column;
  };
  const Row rows[] = {
      {"a continuation byte without a start", "ab\x80", 1, 3},
      {"Latin-1", "caf\xE9 latte", 1, 4},
      {"an overlong slash, two bytes", "\xC0\xAF", 1, 1},
      {"an overlong slash, three bytes", "\xE0\x80\xAF", 1, 1},
      {"an overlong code point, four bytes", "\xF0\x80\x80\x80", 1, 1},
      {"a surrogate", "x\xED\xA0\x80", 1, 2},
      {"beyond the last code point", "\xF4\x90\x80\x80", 1, 1},
      {"a byte that never occurs", "\xFF", 1, 1},
      {"a sequence cut short", "ж\nжж\xD0", 2, 3},
      {"a sequence broken off",
       "\xE4\xBD"
       "a",
       1, 1},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    const Result<Text> result = Text::from_utf8(row.bytes, "report.txt");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, FailureKind::invalid_input);
    ASSERT_EQ(result.error().diagnostics.size(), 1U);
    EXPECT_EQ(result.error().diagnostics[0].code, "not-utf8");
    EXPECT_EQ(result.error().diagnostics[0].place, (Place{"report.txt", row.line, row.column}));
  }
}

TEST(Text, RefusesBinaryFiles) {
  const Result<Text> result = Text::from_utf8(std::string("a\nb\0c", 5), "picture");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().diagnostics[0].code, "binary-file");
  EXPECT_EQ(result.error().diagnostics[0].place, (Place{"picture", 2, 2}));
}

TEST(Span, ContainsAndOverlapsHalfOpen) {
  const Span span{3, 7};
  EXPECT_EQ(span.size(), 4U);
  EXPECT_TRUE(span.contains({3, 7}));
  EXPECT_TRUE(span.contains({7, 7}));
  EXPECT_FALSE(span.contains({3, 8}));
  EXPECT_TRUE(span.overlaps({6, 9}));
  EXPECT_FALSE(span.overlaps({7, 9}));
  EXPECT_FALSE(span.overlaps({0, 3}));
  EXPECT_LT((Span{3, 7}), (Span{3, 8}));
}

class TextFile : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_ / name; }
  static std::string code(const Result<Text>& result) {
    return result ? "" : result.error().diagnostics.at(0).code;
  }

 private:
  const OwnFolder folder_;
};

TEST_F(TextFile, IsReadAsItWasWritten) {
  const std::string bytes = "Київ\r\n不\n";
  ASSERT_TRUE(write_file(path("a b.txt"), "something longer that is replaced"));
  ASSERT_TRUE(write_file(path("a b.txt"), bytes));
  EXPECT_EQ(read_text_file(path("a b.txt"), 100).value().utf8(), bytes);
  ASSERT_TRUE(write_file(path("empty"), ""));
  EXPECT_TRUE(read_text_file(path("empty"), 100).value().empty());
}

TEST_F(TextFile, IsRefusedBeyondTheLimitAndReadAtIt) {
  ASSERT_TRUE(write_file(path("ten"), "0123456789"));
  EXPECT_TRUE(read_text_file(path("ten"), 10));
  const Result<Text> result = read_text_file(path("ten"), 9);
  EXPECT_EQ(code(result), "too-large");
  EXPECT_EQ(result.error().kind, FailureKind::too_large);
}

TEST_F(TextFile, IsReadToItsEndWhereTheSystemKnowsNoSize) {
  const Result<Text> text = read_text_file("/proc/self/status", 1U << 16U);
  ASSERT_TRUE(text);
  EXPECT_THAT(text->utf8(), testing::HasSubstr("VmSize"));
  EXPECT_EQ(code(read_text_file("/proc/self/status", 10)), "too-large");
}

// What nobody can read is told in words, at once: nothing is waited for.
TEST_F(TextFile, IsUnreadableUnlessItIsAFileThatIsThere) {
  ASSERT_TRUE(write_file(path("file"), "x"));
  std::filesystem::create_symlink(path("circle"), path("circle"));
  std::filesystem::create_symlink(path("missing"), path("nowhere"));
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  const std::string hidden = path("file") + std::string("\0.txt", 5);
  for (const auto& [name, words] : std::map<std::string, std::string>{
           {path("missing"), "there is no such file"},
           {path("nowhere"), "there is no such file"},
           {std::string(), "there is no such file"},
           {hidden, "there is no such file"},
           {path("file/x"), "a part of this path is a file and not a folder"},
           {path(std::string(5000, 'x')), "this path is longer than the system allows"},
           {path("circle"), "this is a symbolic link that leads back to itself"},
           {path(""), "this is a folder, not a file"},
           {path("pipe"), "this is a pipe, not a file"},
           {"/dev/null", "this is a device, not a file"},
           {"/dev/zero", "this is a device, not a file"}}) {
    const Result<Text> result = read_text_file(name, 100);
    ASSERT_EQ(code(result), "unreadable") << name;
    EXPECT_EQ(result.error().kind, FailureKind::unreadable);
    EXPECT_EQ(result.error().diagnostics[0].place.file, name);
    EXPECT_EQ(result.error().diagnostics[0].message, words) << name;
    EXPECT_NE(result.error().diagnostics[0].hint, "");
  }
}

TEST_F(TextFile, IsReadThroughALink) {
  ASSERT_TRUE(write_file(path("file"), "x"));
  std::filesystem::create_symlink("file", path("link"));
  EXPECT_EQ(read_text_file(path("link"), 100)->utf8(), "x");
}

TEST_F(TextFile, CannotBeWrittenWhereThereIsNoFolder) {
  const Result<void> result = write_file(path("missing/file.txt"), "x");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, FailureKind::unreadable);
  EXPECT_EQ(result.error().diagnostics.at(0).code, "unwritable");
}

}  // namespace
}  // namespace parley
