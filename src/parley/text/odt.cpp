// OpenDocument texts (OASIS, ISO 26300). Tracked changes keep what they deleted apart, so that the
// text as it stands is the newest.
#include <algorithm>
#include <array>
#include <map>

#include "parley/text/archive.hpp"
#include "parley/text/block_text.hpp"
#include "parley/text/formats.hpp"
#include "parley/text/numbering.hpp"
#include "parley/text/xml_walk.hpp"

namespace parley::text::internal {
namespace {

constexpr std::size_t kLevels = 10;
constexpr int kLongestChain = 16;

struct Level {
  Counting counting = Counting::bullet;
  std::string before;
  std::string behind;
  int start = 1;
  int shown = 1;  // levels in the number: "2.1" shows two
};
using ListStyle = std::array<Level, kLevels>;

Counting counting_of(std::string_view format) {
  constexpr std::pair<std::string_view, Counting> kNames[] = {{"1", Counting::decimal},
                                                              {"a", Counting::lower_letter},
                                                              {"A", Counting::upper_letter},
                                                              {"i", Counting::lower_roman},
                                                              {"I", Counting::upper_roman}};
  for (const auto& [known, counting] : kNames) {
    if (known == format) return counting;
  }
  return Counting::bullet;
}

/// What content.xml and styles.xml say of paragraphs and lists.
struct Styles {
  struct Paragraph {
    std::string parent;
    std::string shown;  // its name as users see it
    std::string list;
  };
  std::map<std::string, Paragraph, std::less<>> paragraphs;
  std::map<std::string, ListStyle, std::less<>> lists;

  void read(XmlWalk walk) {
    ListStyle* list = nullptr;
    while (walk.next()) {
      if (walk.opens("body")) return;
      if (walk.opens("style") && walk.attribute("family") == "paragraph") {
        paragraphs[std::string(walk.attribute("name"))] = {
            std::string(walk.attribute("parent-style-name")),
            std::string(walk.attribute("display-name")),
            std::string(walk.attribute("list-style-name"))};
      } else if (walk.opens("list-style") || walk.opens("outline-style")) {
        list = &lists[walk.opens("outline-style") ? std::string()
                                                  : std::string(walk.attribute("name"))];
      } else if (list != nullptr &&
                 (walk.opens("list-level-style-number") || walk.opens("outline-level-style"))) {
        read_level(walk, *list);
      }
    }
  }

  /// The nearest of the style and those it is based on whose name is a known one.
  std::string_view family_of(std::string_view name) const {
    for (int step = 0; step < kLongestChain; ++step) {
      if (name == "Title" || name == "Subtitle" || name.starts_with("Heading") ||
          name.starts_with("Contents") || name.starts_with("Footnote") ||
          name.starts_with("List") || name == "Caption") {
        return name;
      }
      const auto found = paragraphs.find(name);
      if (found == paragraphs.end()) return {};
      name = found->second.parent;
    }
    return {};
  }

 private:
  static void read_level(const XmlWalk& walk, ListStyle& list) {
    const int at = number_of(walk.attribute("level"), 0);
    if (at < 1 || at > static_cast<int>(kLevels)) return;
    Level& level = list[static_cast<std::size_t>(at - 1)];
    level.counting = counting_of(walk.attribute("num-format"));
    level.before = walk.attribute("num-prefix");
    level.behind = walk.attribute("num-suffix");
    level.start = number_of(walk.attribute("start-value"), 1);
    level.shown = number_of(walk.attribute("display-levels"), 1);
  }
};

/// Counts the items of lists within one another.
class Counter {
 public:
  explicit Counter(const Styles& styles) : styles_(styles) {}

  void open(std::string_view style, bool continues) {
    if (depth_++ == 0) {
      if (!style.empty()) style_ = style;
      if (!continues) counts_.fill(0);
    } else if (depth_ <= kLevels) {
      counts_[depth_ - 1] = 0;
      if (!style.empty()) style_ = style;
    }
  }
  void close() { depth_ -= depth_ > 0 ? 1 : 0; }
  bool inside() const { return depth_ > 0; }

  /// The number of the next item, with a blank; empty for a bullet.
  std::string next(std::optional<int> start) {
    const auto found = styles_.lists.find(style_);
    if (depth_ == 0 || depth_ > kLevels) return {};
    const std::size_t at = depth_ - 1;
    const Level level = found == styles_.lists.end() ? Level() : found->second[at];
    counts_[at] = start ? *start : (counts_[at] == 0 ? level.start : counts_[at] + 1);
    if (level.counting == Counting::bullet) return {};
    std::string label;
    const auto shown =
        static_cast<std::size_t>(std::clamp(level.shown, 1, static_cast<int>(at) + 1));
    for (std::size_t i = at + 1 - shown; i <= at; ++i) {
      const std::string number = counted(counts_[i], found->second[i].counting);
      label += label.empty() || number.empty() ? number : "." + number;
    }
    return level.before + label + level.behind + " ";
  }

 private:
  const Styles& styles_;
  std::string style_;
  std::array<int, kLevels> counts_{};
  std::size_t depth_ = 0;
};

/// Reads the body of a document.
class Body {
 public:
  explicit Body(const Styles& styles) : styles_(styles), counter_(styles) {}

  BlockText read(XmlWalk walk) {
    bool inside = false;
    while (walk.next()) {
      if (walk.opens("body")) inside = true;
      if (!inside) continue;
      if (walk.event() == XmlWalk::Event::text) {
        if (in_paragraph_ > 0) add(walk.text());
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
  void open(XmlWalk& walk) {
    const std::string_view name = walk.name();
    constexpr std::string_view kPassedOver[] = {
        "tracked-changes", "annotation", "table-of-content",   "sequence-decls", "ruby-text",
        "note-citation",   "forms",      "alphabetical-index", "title",          "desc"};
    if (std::find(std::begin(kPassedOver), std::end(kPassedOver), name) != std::end(kPassedOver)) {
      walk.skip();
    } else if (name == "note") {
      notes_.emplace_back(take_note(walk));
    } else if (name == "list") {
      counter_.open(walk.attribute("style-name"), walk.attribute("continue-numbering") == "true");
    } else if (name == "list-item" || name == "list-header") {
      const std::string_view start = walk.attribute("start-value");
      label_ =
          name == "list-header"
              ? std::string()
              : counter_.next(start.empty() ? std::nullopt : std::optional(number_of(start, 1)));
      begins_item_ = name == "list-item";
    } else if (name == "p" || name == "h") {
      begin_paragraph(walk);
    } else if (name == "s" || name == "tab") {
      text_.add(" ");
    } else if (name == "line-break") {
      text_.close(kind_);
    }
  }

  void close(const XmlWalk& walk) {
    if (walk.name() == "list") counter_.close();
    if (walk.name() != "p" && walk.name() != "h") return;
    end_paragraph();
    in_paragraph_ -= in_paragraph_ > 0 ? 1 : 0;
  }

  void begin_paragraph(const XmlWalk& walk) {
    end_paragraph();  // one that holds a frame goes on behind it
    ++in_paragraph_;
    const std::string_view family = styles_.family_of(walk.attribute("style-name"));
    kind_ = std::exchange(begins_item_, false) || family.starts_with("List") ? BlockKind::item
                                                                             : BlockKind::paragraph;
    if (walk.name() == "h" || family.starts_with("Heading") || family == "Subtitle") {
      kind_ = BlockKind::heading;
    }
    if (family == "Title") kind_ = BlockKind::title;
    if (family == "Caption" || family.starts_with("Footnote")) kind_ = BlockKind::note;
  }

  void add(std::string_view words) {
    if (!trimmed(words).empty()) text_.add(std::exchange(label_, std::string()));
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

  static std::string take_note(XmlWalk& walk) {
    std::string note;
    for (std::size_t depth = 1; depth > 0 && walk.next();) {
      if (walk.opens("note-citation") || walk.opens("annotation")) {
        walk.skip();
      } else if (walk.event() == XmlWalk::Event::text) {
        note += walk.text();
      } else {
        depth = walk.event() == XmlWalk::Event::open ? depth + 1 : depth - 1;
        if (walk.closes("p") || walk.opens("s") || walk.opens("tab")) note += ' ';
      }
    }
    return note;
  }

  const Styles& styles_;
  Counter counter_;
  BlockText text_;
  BlockKind kind_ = BlockKind::paragraph;
  std::string label_;
  std::vector<std::string> notes_;
  std::size_t in_paragraph_ = 0;
  bool begins_item_ = false;
};

}  // namespace

bool is_odt(const Input& input) {
  constexpr std::string_view kType = "application/vnd.oasis.opendocument.text";
  return input.bytes().starts_with("PK") &&
         input.bytes().substr(0, 256).find(kType) != std::string_view::npos;
}

Result<void> read_odt(const Input& input, const Format& format, Decoding& decoding) {
  const auto parts = unpack(input, decoding, [](std::string_view name) {
    return name == "content.xml" || name == "styles.xml";
  });
  if (!parts) return tl::unexpected(parts.error());
  const std::size_t most = decoding.limits().xml_bytes;
  const std::string* content = find(*parts, "content.xml");
  auto walk = content == nullptr ? std::nullopt : XmlWalk::over(*content, most);
  auto again = content == nullptr ? std::nullopt : XmlWalk::over(*content, most);
  if (!walk || !again)
    return damaged(input.name(), "its text is not well-formed XML, or too large");
  Styles styles;
  if (const std::string* more = find(*parts, "styles.xml")) {
    if (auto named = XmlWalk::over(*more, most)) styles.read(std::move(*named));
  }
  styles.read(std::move(*again));
  return add_blocks(Body(styles).read(std::move(*walk)), input, format, decoding);
}

}  // namespace parley::text::internal
