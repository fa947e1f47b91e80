// Word documents: Office Open XML (ECMA-376, part 1, chapter 17). Read is the newest text: what
// tracked changes delete or move away is left out, what they insert is kept.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "parley/text/archive.hpp"
#include "parley/text/block_text.hpp"
#include "parley/text/formats.hpp"
#include "parley/text/numbering.hpp"
#include "parley/text/xml_walk.hpp"

namespace parley::text::internal {
namespace {

constexpr int kLevels = 9;
constexpr int kLongestChain = 16;  // of styles based on one another

bool is_off(std::optional<std::string_view> value) {
  return value == "0" || value == "false" || value == "off";
}

Counting counting_of(std::string_view format) {
  constexpr std::pair<std::string_view, Counting> kNames[] = {
      {"bullet", Counting::bullet},
      {"none", Counting::bullet},
      {"lowerLetter", Counting::lower_letter},
      {"upperLetter", Counting::upper_letter},
      {"lowerRoman", Counting::lower_roman},
      {"upperRoman", Counting::upper_roman}};
  for (const auto& [known, counting] : kNames) {
    if (known == format) return counting;
  }
  return Counting::decimal;
}

struct Level {
  Counting counting = Counting::decimal;
  std::string text;  // "%1.%2"
  int start = 1;
};

/// The lists of a document and how far each has counted.
class Lists {
 public:
  void read(XmlWalk walk) {
    while (walk.next()) {
      if (walk.opens("abstractNum")) list_ = &lists_[std::string(walk.attribute("abstractNumId"))];
      if (walk.opens("num")) {
        list_ = nullptr;
        number_ = std::string(walk.attribute("numId"));
        list_of_[number_] = walk.attribute_of({"abstractNumId"}, "val").value_or("");
      }
      if (walk.opens("lvlOverride")) {
        if (const auto start = walk.attribute_of({"startOverride"}, "val")) {
          restarts_[number_][number_of(walk.attribute("ilvl"), 0)] = number_of(*start, 1);
        }
      }
      if (walk.opens("lvl") && list_ != nullptr) read_level(walk);
    }
  }

  /// The number of the next paragraph of a list, with a blank; empty for a bullet.
  std::string next(const std::string& number, int level) {
    const auto list = list_of_.find(number);
    if (list == list_of_.end() || level < 0 || level >= kLevels) return {};
    const auto& levels = lists_[list->second];
    std::array<int, kLevels>& counts = counts_[list->second];
    if (const auto restart = restarts_.find(number); restart != restarts_.end()) {
      for (const auto& [at, start] : restart->second) {
        if (at >= 0 && at < kLevels) counts[static_cast<std::size_t>(at)] = start - 1;
      }
      started_[list->second] |= 1U << static_cast<unsigned>(level);
      restarts_.erase(restart);
    }
    const auto here = static_cast<std::size_t>(level);
    unsigned& started = started_[list->second];
    if ((started >> here & 1U) == 0) counts[here] = levels[here].start - 1;
    counts[here] = std::min(counts[here], 1'000'000) + 1;
    started = (started | 1U << here) & ((2U << here) - 1U);  // those below begin again
    return label(levels, counts, started, here);
  }

 private:
  void read_level(const XmlWalk& walk) {
    const int at = number_of(walk.attribute("ilvl"), -1);
    if (at < 0 || at >= kLevels) return;
    Level& level = (*list_)[static_cast<std::size_t>(at)];
    level.counting = counting_of(walk.attribute_of({"numFmt"}, "val").value_or("decimal"));
    level.text = walk.attribute_of({"lvlText"}, "val").value_or("");
    level.start = number_of(walk.attribute_of({"start"}, "val").value_or("1"), 1);
  }

  static std::string label(const std::array<Level, kLevels>& levels,
                           const std::array<int, kLevels>& counts, unsigned started,
                           std::size_t here) {
    if (levels[here].counting == Counting::bullet) return {};
    std::string text;
    const std::string& pattern = levels[here].text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const bool is_count = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' &&
                            pattern[i + 1] <= '9';
      if (!is_count) {
        text += pattern[i];
        continue;
      }
      const auto at = static_cast<std::size_t>(pattern[++i] - '1');
      const bool counts_already = (started >> at & 1U) != 0;
      text += counted(counts_already ? counts[at] : levels[at].start, levels[at].counting);
    }
    return text.empty() ? text : text + " ";
  }

  std::map<std::string, std::array<Level, kLevels>, std::less<>> lists_;
  std::map<std::string, std::string, std::less<>> list_of_;  // by number
  std::map<std::string, std::map<int, int>, std::less<>> restarts_;
  std::map<std::string, std::array<int, kLevels>, std::less<>> counts_;
  std::map<std::string, unsigned, std::less<>> started_;  // a bit a level
  std::array<Level, kLevels>* list_ = nullptr;
  std::string number_;
};

struct Style {
  std::string name;  // lower case
  std::string based_on;
  std::string list;  // "0" takes a list off
  int level = 0;
  int outline = 9;  // 9 is body text
};

/// The paragraph styles of a document.
class Styles {
 public:
  void read(XmlWalk walk) {
    while (walk.next()) {
      if (!walk.opens("style")) continue;
      Style& style = styles_[std::string(walk.attribute("styleId"))];
      style.name = lower(walk.attribute_of({"name"}, "val").value_or(""));
      style.based_on = walk.attribute_of({"basedOn"}, "val").value_or("");
      style.list = walk.attribute_of({"pPr", "numPr", "numId"}, "val").value_or("");
      style.level = number_of(walk.attribute_of({"pPr", "numPr", "ilvl"}, "val").value_or("0"), 0);
      style.outline = number_of(walk.attribute_of({"pPr", "outlineLvl"}, "val").value_or("9"), 9);
    }
  }

  /// The style and those that it is based on, the nearest first.
  std::vector<const Style*> chain(std::string_view id) const {
    std::vector<const Style*> chain;
    for (auto found = styles_.find(id); found != styles_.end() && chain.size() < kLongestChain;
         found = styles_.find(found->second.based_on)) {
      chain.push_back(&found->second);
    }
    return chain;
  }

 private:
  std::map<std::string, Style, std::less<>> styles_;
};

// What a style's own name says; nothing of one that says nothing.
std::optional<BlockKind> kind_named(const Style& style) {
  if (style.name == "title") return BlockKind::title;
  if (style.name == "subtitle" || style.name.starts_with("heading") || style.outline < 9) {
    return BlockKind::heading;
  }
  if (style.name == "author" || style.name == "date") return BlockKind::byline;
  if (style.name == "caption" || style.name.starts_with("footnote") ||
      style.name.starts_with("endnote")) {
    return BlockKind::note;
  }
  return std::nullopt;
}

std::map<std::string, std::string> notes_in(XmlWalk walk) {
  std::map<std::string, std::string> notes;
  std::string* note = nullptr;
  bool in_text = false;
  while (walk.next()) {
    if (walk.opens("footnote") || walk.opens("endnote")) {
      note = &notes[std::string(walk.attribute("id"))];
    } else if (walk.opens("del") || walk.opens("moveFrom") || walk.opens("Fallback")) {
      walk.skip();
    } else if (walk.opens("t") || walk.closes("t")) {
      in_text = walk.opens("t");
    } else if (note != nullptr && (walk.closes("p") || walk.opens("tab"))) {
      *note += ' ';
    } else if (note != nullptr && in_text) {
      *note += walk.text();
    }
  }
  return notes;
}

/// Reads the body of a document.
class Body {
 public:
  Body(Styles styles, Lists lists, std::map<std::string, std::string> footnotes,
       std::map<std::string, std::string> endnotes)
      : styles_(std::move(styles)),
        lists_(std::move(lists)),
        footnotes_(std::move(footnotes)),
        endnotes_(std::move(endnotes)) {}

  BlockText read(XmlWalk walk) {
    while (walk.next()) {
      if (walk.event() == XmlWalk::Event::text) {
        if (in_text_) add(walk.text());
      } else if (walk.event() == XmlWalk::Event::open) {
        open(walk);
      } else {
        close(walk);
      }
    }
    end_paragraph();
    return std::move(text_);
  }

 private:
  static bool is_passed_over(const XmlWalk& walk) {
    constexpr std::string_view kNames[] = {"del",      "moveFrom", "pPr",          "tblPr",
                                           "tcPr",     "sectPr",   "instrText",    "delText",
                                           "Fallback", "rt",       "delInstrText", "tblGrid"};
    if (std::find(std::begin(kNames), std::end(kNames), walk.name()) != std::end(kNames)) {
      return true;
    }
    if (walk.name() == "tr") return walk.has({"trPr", "del"});
    if (walk.name() == "r") {
      const bool hidden = walk.has({"rPr", "vanish"});
      return hidden && !is_off(walk.attribute_of({"rPr", "vanish"}, "val"));
    }
    return false;
  }

  void open(XmlWalk& walk) {
    const std::string_view name = walk.name();
    if (is_passed_over(walk)) {
      walk.skip();
    } else if (name == "p") {
      begin_paragraph(walk);
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab") {
      text_.add(" ");
    } else if (name == "br" || name == "cr") {
      text_.close(kind_);
    } else if (name == "noBreakHyphen") {
      add("-");
    } else if (name == "footnoteReference") {
      keep_note(footnotes_, walk);
    } else if (name == "endnoteReference") {
      keep_note(endnotes_, walk);
    }
  }

  void close(const XmlWalk& walk) {
    if (walk.name() == "t") in_text_ = false;
    if (walk.name() != "p") return;
    // A paragraph whose mark was deleted goes on in the next.
    joined_ = walk.has({"pPr", "rPr", "del"}) || walk.has({"pPr", "rPr", "moveFrom"});
    if (!joined_) end_paragraph();
  }

  void begin_paragraph(XmlWalk& walk) {
    if (std::exchange(joined_, false) && text_.is_open()) return;
    end_paragraph();  // one that holds a text box goes on behind it
    kind_ = BlockKind::paragraph;
    const std::string_view id = walk.attribute_of({"pPr", "pStyle"}, "val").value_or("Normal");
    std::string list(walk.attribute_of({"pPr", "numPr", "numId"}, "val").value_or(""));
    int level = number_of(walk.attribute_of({"pPr", "numPr", "ilvl"}, "val").value_or("0"), 0);
    std::optional<BlockKind> named;
    for (const Style* style : styles_.chain(id)) {
      if (style->name.starts_with("toc ")) return walk.skip();
      if (!named) named = kind_named(*style);
      if (list.empty() && !style->list.empty()) {
        list = style->list;
        level = style->level;
      }
    }
    const bool in_list = !list.empty() && list != "0";
    kind_ = named.value_or(in_list ? BlockKind::item : BlockKind::paragraph);
    label_ = in_list ? lists_.next(list, level) : std::string();
  }

  // The number of a paragraph stands before its first words; one without words has none.
  void add(std::string_view words) {
    text_.add(std::exchange(label_, std::string()));
    text_.add(words);
  }

  void end_paragraph() {
    text_.close(kind_);
    for (const std::string& note : notes_) {
      text_.add(note);
      text_.close(BlockKind::note);
    }
    notes_.clear();
  }

  void keep_note(const std::map<std::string, std::string>& notes, const XmlWalk& walk) {
    const auto found = notes.find(std::string(walk.attribute("id")));
    if (found != notes.end()) notes_.push_back(found->second);
  }

  const Styles styles_;
  Lists lists_;
  const std::map<std::string, std::string> footnotes_;
  const std::map<std::string, std::string> endnotes_;
  BlockText text_;
  BlockKind kind_ = BlockKind::paragraph;
  std::string label_;
  std::vector<std::string> notes_;  // of the paragraph that is open
  bool in_text_ = false;
  bool joined_ = false;
};

bool is_main_part(std::string_view name) {
  return name.starts_with("word/document") && name.ends_with(".xml") &&
         name.find('/', 5) == std::string_view::npos;
}

std::optional<XmlWalk> walk_over(const std::vector<Member>& parts, std::string_view name,
                                 const Limits& limits) {
  const std::string* bytes = find(parts, name);
  return bytes == nullptr ? std::nullopt : XmlWalk::over(*bytes, limits.xml_bytes);
}

std::map<std::string, std::string> notes_of(const std::vector<Member>& parts, std::string_view name,
                                            const Limits& limits) {
  auto walk = walk_over(parts, name, limits);
  return walk ? notes_in(std::move(*walk)) : std::map<std::string, std::string>();
}

}  // namespace

bool is_docx(const Input& input) {
  const auto& members = input.members();
  return std::any_of(members.begin(), members.end(), is_main_part);
}

Result<void> read_docx(const Input& input, const Format& format, Decoding& decoding) {
  const auto parts = unpack(input, decoding, [](std::string_view name) {
    return is_main_part(name) || name == "word/styles.xml" || name == "word/numbering.xml" ||
           name == "word/footnotes.xml" || name == "word/endnotes.xml";
  });
  if (!parts) return tl::unexpected(parts.error());
  const Limits& limits = decoding.limits();
  const auto main = std::find_if(parts->begin(), parts->end(),
                                 [](const Member& each) { return is_main_part(each.name); });
  auto walk = main == parts->end() ? std::nullopt : XmlWalk::over(main->bytes, limits.xml_bytes);
  if (!walk) return damaged(input.name(), "its text is not well-formed XML, or too large");
  Styles styles;
  if (auto found = walk_over(*parts, "word/styles.xml", limits)) styles.read(std::move(*found));
  Lists lists;
  if (auto found = walk_over(*parts, "word/numbering.xml", limits)) lists.read(std::move(*found));
  Body body(std::move(styles), std::move(lists), notes_of(*parts, "word/footnotes.xml", limits),
            notes_of(*parts, "word/endnotes.xml", limits));
  return add_blocks(body.read(std::move(*walk)), input, format, decoding);
}

}  // namespace parley::text::internal
