// Rich Text Format (version 1.9.1). Groups are kept on a stack of our own; what is marked as
// deleted or hidden is left out.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "parley/base/utf8.hpp"
#include "parley/text/block_text.hpp"
#include "parley/text/formats.hpp"

namespace parley::text::internal {
namespace {

enum class Place { body, fonts, note, nowhere };

struct Group {
  Place place = Place::body;
  int font = 0;
  int skipped_behind_unicode = 1;
  bool hidden = false;
};

struct Control {
  std::string_view word;
  std::optional<int> number;
};

// Destinations whose words are no part of the text.
bool is_aside(std::string_view word) {
  constexpr std::string_view kAsides[] = {"colortbl",
                                          "stylesheet",
                                          "pict",
                                          "header",
                                          "headerl",
                                          "headerr",
                                          "headerf",
                                          "footer",
                                          "footerl",
                                          "footerr",
                                          "footerf",
                                          "info",
                                          "fldinst",
                                          "object",
                                          "themedata",
                                          "datastore",
                                          "xmlnstbl",
                                          "listtable",
                                          "rsidtbl",
                                          "filetbl",
                                          "revtbl",
                                          "annotation",
                                          "atnid",
                                          "atnauthor",
                                          "listoverridetable",
                                          "generator",
                                          "bkmkstart",
                                          "bkmkend",
                                          "nonshppict",
                                          "objdata",
                                          "mmathPr",
                                          "latentstyles",
                                          "pgdsctbl",
                                          "tc",
                                          "xe",
                                          "colorschememapping",
                                          "sp"};
  return std::find(std::begin(kAsides), std::end(kAsides), word) != std::end(kAsides);
}

// Signs that have a word of their own.
std::string_view sign_of(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"emdash", "—"},    {"endash", "–"},    {"lquote", "‘"}, {"rquote", "’"},
      {"ldblquote", "“"}, {"rdblquote", "”"}, {"bullet", "•"}, {"tab", " "},
      {"emspace", " "},   {"enspace", " "},   {"qmspace", " "}};
  for (const auto& [known, sign] : kSigns) {
    if (known == word) return sign;
  }
  return {};
}

bool ends_block(std::string_view word) {
  constexpr std::string_view kEnds[] = {"par",  "line",     "sect", "page",
                                        "cell", "nestcell", "row",  "nestrow"};
  return std::find(std::begin(kEnds), std::end(kEnds), word) != std::end(kEnds);
}

// Windows' code page of a font's \fcharset; 0 where the document's own counts.
int code_page_of(int charset) {
  constexpr std::pair<int, int> kPages[] = {
      {128, 932},  {129, 949},  {134, 936},  {136, 950},  {161, 1253}, {162, 1254}, {163, 1258},
      {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874},  {238, 1250}};
  for (const auto& [known, page] : kPages) {
    if (known == charset) return page;
  }
  return 0;
}

class Reader {
 public:
  Reader(const Input& input, const Limits& limits) : input_(input), limits_(limits) {}

  Result<void> read() {
    const std::string_view bytes = input_.bytes();
    while (at_ < bytes.size()) {
      const char c = bytes[at_];
      if (c == '{') {
        ++at_;
        if (groups_.size() >= limits_.nesting) {
          return too_large(input_.name(),
                           fmt::format("groups are nested more than {} deep", limits_.nesting),
                           "open it in a word processor and save it again");
        }
        flush();
        groups_.push_back(groups_.back());
      } else if (c == '}') {
        ++at_;
        end_group();
      } else if (c == '\\') {
        ++at_;
        read_control();
      } else {
        ++at_;
        if (c != '\r' && c != '\n') add_byte(c);
      }
    }
    flush();
    end_block();
    return {};
  }

  BlockText text;

 private:
  Group& group() { return groups_.back(); }

  void end_group() {
    flush();
    if (group().place == Place::note && groups_.size() > 1 &&
        groups_[groups_.size() - 2].place != Place::note) {
      notes_.push_back(std::exchange(note_, std::string()));
    }
    if (groups_.size() > 1) groups_.pop_back();
  }

  void read_control() {
    const std::string_view bytes = input_.bytes();
    if (at_ >= bytes.size()) return;
    const char sign = bytes[at_];
    const bool is_word = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    if (!is_word) {
      ++at_;
      read_sign(sign);
      return;
    }
    Control control;
    const std::size_t begin = at_;
    while (at_ < bytes.size() &&
           ((bytes[at_] >= 'a' && bytes[at_] <= 'z') || (bytes[at_] >= 'A' && bytes[at_] <= 'Z'))) {
      ++at_;
    }
    control.word = bytes.substr(begin, at_ - begin);
    int number = 0;
    const char* const from = bytes.data() + at_;
    const auto [end, error] = std::from_chars(from, bytes.data() + bytes.size(), number);
    if (error == std::errc()) control.number = number;
    at_ += static_cast<std::size_t>(end - from);
    if (at_ < bytes.size() && bytes[at_] == ' ') ++at_;
    obey(control);
  }

  void read_sign(char sign) {
    if (sign == '\'') {
      const std::string_view digits = input_.bytes().substr(at_, 2);
      unsigned value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
      at_ += digits.size();
      add_byte(static_cast<char>(static_cast<unsigned char>(value)));
    } else if (sign == '~') {
      add_text(" ");
    } else if (sign == '_') {
      add_text("-");
    } else if (sign == '\n' || sign == '\r') {
      end_line();
    } else if (sign == '*') {
      starred_ = true;
    } else if (sign == '\\' || sign == '{' || sign == '}') {
      add_byte(sign);
    }
  }

  void obey(const Control& control) {
    const int number = control.number.value_or(1);
    const bool starred = std::exchange(starred_, false);
    if (control.word == "bin") {
      at_ += std::min(static_cast<std::size_t>(std::max(control.number.value_or(0), 0)),
                      input_.bytes().size() - at_);
    } else if (control.word == "u") {
      add_unicode(number);
    } else if (control.word == "uc") {
      group().skipped_behind_unicode = std::clamp(number, 0, 16);
    } else if (const std::string_view known = sign_of(control.word); !known.empty()) {
      add_text(known);
    } else if (ends_block(control.word)) {
      end_line();
    } else if (!obey_place(control.word, starred)) {
      obey_look(control.word, number, control.number.has_value());
    }
  }

  // Where the words of this group go.
  bool obey_place(std::string_view word, bool starred) {
    Place place = group().place;
    if (word == "fonttbl") {
      place = Place::fonts;
    } else if (word == "footnote") {
      place = Place::note;
    } else if (is_aside(word) || (starred && word != "shppict" && word != "shpinst")) {
      place = Place::nowhere;
    } else {
      return false;
    }
    flush();
    group().place = place;
    return true;
  }

  void obey_look(std::string_view word, int number, bool has_number) {
    if (word == "f" || word == "fcharset" || word == "ansicpg") flush();
    if (word == "f") {
      group().font = number;
    } else if (word == "fcharset" && group().place == Place::fonts) {
      pages_[group().font] = code_page_of(number);
    } else if (word == "ansicpg") {
      page_ = number;
    } else if (word == "mac") {
      page_ = 10000;
    } else if (word == "v" || word == "deleted") {
      flush();
      group().hidden = !has_number || number != 0;
    } else if (word == "plain") {
      flush();
      group().hidden = false;
    } else if (word == "pard") {
      kind_ = BlockKind::paragraph;
    } else if (word == "outlinelevel" && group().place == Place::body && number < 9) {
      kind_ = BlockKind::heading;
    } else if (word == "ls" || word == "pnlvlblt" || word == "pnlvlbody") {
      if (kind_ == BlockKind::paragraph) kind_ = BlockKind::item;
    }
  }

  // The bytes behind stand for the same character, for programs that know no Unicode.
  void add_unicode(int number) {
    flush();
    const auto unit = static_cast<char32_t>(number < 0 ? number + 65536 : number);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else {
      const bool pair = unit >= 0xDC00 && unit < 0xE000 && high_ != 0;
      std::string sign;
      append_utf8(sign, pair ? 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00) : unit);
      high_ = 0;
      add_text(sign);
    }
    skip_ = group().skipped_behind_unicode;
  }

  void add_byte(char c) {
    if (skip_ > 0) {
      --skip_;
      return;
    }
    bytes_ += c;
  }

  void add_text(std::string_view utf8) {
    if (skip_ > 0) {
      --skip_;
      return;
    }
    flush();
    put(utf8);
  }

  // What was gathered in the encoding of its font.
  void flush() {
    skip_ = 0;
    if (bytes_.empty()) return;
    const std::string bytes = std::exchange(bytes_, std::string());
    const auto found = pages_.find(group().font);
    const int page = found == pages_.end() || found->second == 0 ? page_ : found->second;
    const std::string charset = page == 10000   ? "macintosh"
                                : page == 65001 ? "UTF-8"
                                                : fmt::format("windows-{}", page);
    auto words = to_utf8(bytes, charset);
    if (!words) words = to_utf8(bytes, "windows-1252");
    put(words.value_or(std::string()));
  }

  void put(std::string_view utf8) {
    if (group().hidden) return;
    if (group().place == Place::body) text.add(utf8);
    if (group().place == Place::note) note_ += utf8;
  }

  void end_line() {
    flush();
    if (group().hidden) return;  // a deleted end joins two paragraphs
    if (group().place == Place::note) note_ += ' ';
    if (group().place == Place::body) end_block();
  }

  void end_block() {
    text.close(kind_);
    for (const std::string& note : notes_) {
      text.add(note);
      text.close(BlockKind::note);
    }
    notes_.clear();
  }

  const Input& input_;
  const Limits& limits_;
  std::size_t at_ = 0;
  std::vector<Group> groups_{1};
  std::string bytes_;
  int page_ = 1252;
  std::map<int, int> pages_;  // code pages by font
  int skip_ = 0;
  char32_t high_ = 0;
  bool starred_ = false;
  BlockKind kind_ = BlockKind::paragraph;
  std::string note_;
  std::vector<std::string> notes_;
};

}  // namespace

bool is_rtf(const Input& input) { return input.bytes().starts_with("{\\rtf"); }

Result<void> read_rtf(const Input& input, const Format& format, Decoding& decoding) {
  Reader reader(input, decoding.limits());
  auto done = reader.read();
  if (!done) return done;
  return add_blocks(std::move(reader.text), input, format, decoding);
}

}  // namespace parley::text::internal
